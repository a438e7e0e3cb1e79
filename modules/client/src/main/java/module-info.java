import org.jspecify.annotations.NullMarked;

/** How a program talks to a server: connect, save, list, fetch, watch and find. */
@NullMarked
module org.wirephoto.client {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires org.apache.logging.log4j;
    requires org.wirephoto.mdns;

    exports org.wirephoto.client;
}
