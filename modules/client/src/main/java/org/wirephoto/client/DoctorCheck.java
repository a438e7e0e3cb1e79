package org.wirephoto.client;

/** What a {@link Doctor} looks at, in this order. */
public enum DoctorCheck {
    /** Whether this machine is on a network. */
    INTERFACES,
    /** Whether what is sent to all on the network leaves this machine and comes back. */
    MULTICAST,
    /** Which servers answer on the network. */
    SERVERS_FOUND,
    /** Whether the host's name has an address. */
    NAME,
    /** Whether something listens there. */
    TCP,
    /** Whether it speaks TLS. */
    TLS,
    /** Whether it is the server that this client knows. */
    FINGERPRINT,
    /** Whether it lets this client in. */
    KEY,
    /** How long an answer takes. */
    ROUND_TRIP
}
