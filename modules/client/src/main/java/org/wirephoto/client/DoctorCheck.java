package org.wirephoto.client;

/** What a {@link Doctor} looks at, in this order. */
public enum DoctorCheck {
    /** Whether this machine is on a network. */
    INTERFACES("Network interfaces"),
    /** Whether what is sent to all on the network leaves this machine and comes back. */
    MULTICAST("Multicast"),
    /** Which servers answer on the network. */
    SERVERS_FOUND("Servers found"),
    /** Whether the host's name has an address. */
    NAME("Name"),
    /** Whether something listens there. */
    TCP("Connection"),
    /** Whether it speaks TLS. */
    TLS("TLS"),
    /** Whether it is the server that this client knows. */
    FINGERPRINT("Fingerprint"),
    /** Whether it lets this client in. */
    KEY("Key"),
    /** How long an answer takes. */
    ROUND_TRIP("Round trip");

    private final String title;

    DoctorCheck(String title) {
        this.title = title;
    }

    /** What it is called, for people. */
    public String title() {
        return title;
    }
}
