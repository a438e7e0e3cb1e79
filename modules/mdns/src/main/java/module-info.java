import org.jspecify.annotations.NullMarked;

/** Multicast DNS at one place on a network: JmDNS with the pace, the addresses and the bounds that Wirephoto needs. */
@NullMarked
module org.wirephoto.mdns {
    requires static org.jspecify;
    requires transitive javax.jmdns;
    requires transitive org.wirephoto.protocol;
    requires org.apache.logging.log4j;

    exports org.wirephoto.mdns;
}
