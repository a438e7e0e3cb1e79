package org.wirephoto.client;

import java.util.List;

/**
 * What came of one check. The sentences are the programs'.
 *
 * @param check what was looked at
 * @param seen what was seen
 * @param values what {@code seen} says that it comes with, in that order: a {@code Duration} for a time, else text as it
 *     came, which has to be made safe before it is shown
 */
public record DoctorFinding(DoctorCheck check, Seen seen, List<Object> values) {
    /** Copies the list. */
    public DoctorFinding {
        values = List.copyOf(values);
    }

    /** Whether it is in order. */
    public Outcome outcome() {
        return seen.outcome;
    }

    /** How a check ended. */
    public enum Outcome {
        /** It is in order. */
        OK,
        /** It is in the way. */
        FAILED,
        /** It was not looked at; what was seen says why. */
        SKIPPED
    }

    /** What can be seen. */
    public enum Seen {
        /** The network is not looked at, as was asked. */
        NOT_WANTED(Outcome.SKIPPED),
        /** This machine does not tell its interfaces. The reason. */
        INTERFACES_UNREADABLE(Outcome.FAILED),
        /** This machine is on no network. */
        ON_NO_NETWORK(Outcome.FAILED),
        /** This machine is on networks. Which. */
        ON_NETWORKS(Outcome.OK),
        /** There is no network to try this on. */
        NO_NETWORK_TO_TRY(Outcome.SKIPPED),
        /** What was sent to all did not come back. On which networks, and the reasons, which may be empty. */
        MULTICAST_LOST(Outcome.FAILED),
        /** What was sent to all came back, and nobody else answers. On which networks. */
        MULTICAST_ALONE(Outcome.OK),
        /** What was sent to all came back, and other machines answer. On which networks. */
        MULTICAST_ANSWERED(Outcome.OK),
        /** What was sent to all came back on some networks. On which, and on which not. */
        MULTICAST_PARTLY(Outcome.OK),
        /** No server announces itself. */
        NO_SERVERS(Outcome.FAILED),
        /** Servers announce themselves. Their names and addresses. */
        SERVERS(Outcome.OK),
        /** Nobody has that name. The name. */
        NAME_UNKNOWN(Outcome.FAILED),
        /** No name server answers. The name. */
        NO_NAME_SERVER(Outcome.FAILED),
        /** There is no name to look up. The address. */
        NAME_IS_ADDRESS(Outcome.SKIPPED),
        /** The name has an address. The name and the address. */
        NAME_RESOLVED(Outcome.OK),
        /** The server takes connections. Its address, and after which time. */
        CONNECTED(Outcome.OK),
        /** Nothing listens at that port. The address. */
        CONNECTION_REFUSED(Outcome.FAILED),
        /** Nothing came back. The address, and the time that was waited. */
        CONNECTION_SILENT(Outcome.FAILED),
        /** There is no way to that machine. The address. */
        NO_WAY(Outcome.FAILED),
        /** It is spoken to without TLS, as was asked. */
        PLAIN_WANTED(Outcome.SKIPPED),
        /** It speaks TLS as a server does. */
        SPEAKS_TLS(Outcome.OK),
        /** It does not speak TLS as a server does. The reason, in English. */
        NO_TLS(Outcome.FAILED),
        /** Without TLS nothing shows who answers. */
        NOBODY_PROVEN(Outcome.SKIPPED),
        /** There is no fingerprint to compare with. The server's. */
        FINGERPRINT_NEW(Outcome.SKIPPED),
        /** It is the server that is trusted. */
        FINGERPRINT_KNOWN(Outcome.OK),
        /** It is another server. The fingerprint that is trusted, and the server's. */
        FINGERPRINT_OTHER(Outcome.FAILED),
        /** The server takes the key. The server's name and the role. */
        KEY_TAKEN(Outcome.OK),
        /** The server asks for no key. Its name and everyone's role. */
        KEY_NOT_NEEDED(Outcome.OK),
        /** The server lets nobody in so. The reason, in English. */
        NOT_LET_IN(Outcome.FAILED),
        /** The server answers. After which time. */
        ANSWERS(Outcome.OK),
        /** The server answers no more. The reason, in English. */
        ANSWERS_NO_MORE(Outcome.FAILED),
        /** What comes before it does not work. */
        OUT_OF_REACH(Outcome.SKIPPED);

        private final Outcome outcome;

        Seen(Outcome outcome) {
            this.outcome = outcome;
        }
    }
}
