package org.wirephoto.client;

/** What seems to be at the other end of a connection that came to nothing, by its first bytes. */
public enum Peer {
    /** A Wirephoto server that speaks as it was spoken to. */
    WIREPHOTO,
    /** A Wirephoto server that does not encrypt, spoken to in TLS. */
    PLAIN_WIREPHOTO,
    /** Something that speaks TLS: another kind of server, or one of ours that was spoken to in plain. */
    TLS,
    /** A web server. */
    WEB,
    /** An SSH server. */
    SSH,
    /** Something else. */
    UNKNOWN;
}
