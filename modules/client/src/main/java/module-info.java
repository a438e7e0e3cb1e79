import org.jspecify.annotations.NullMarked;

/** How a program talks to a server: connect, save, list, fetch, watch and find. */
@NullMarked
module org.wirephoto.client {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires javax.jmdns;
    requires org.apache.logging.log4j;

    exports org.wirephoto.client;
}
