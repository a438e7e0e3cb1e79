package org.wirephoto.client;

import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.ServerAddress;

/**
 * What a {@link Doctor} found.
 *
 * @param findings one for each check, in their order
 * @param verdict the likely cause of what does not work; empty where all that was looked at works
 */
public record Diagnosis(List<DoctorFinding> findings, Optional<Verdict> verdict) {
    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether all that was looked at works. */
    public boolean healthy() {
        return verdict.isEmpty();
    }

    /** The finding of a check; each has one. */
    public DoctorFinding finding(DoctorCheck check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The likely cause of what does not work.
     *
     * @param cause the cause
     * @param server the server that it is about; empty where it is about this machine or the whole network
     */
    public record Verdict(Cause cause, Optional<ServerAddress> server) {
        Verdict(Cause cause) {
            this(cause, Optional.empty());
        }

        Verdict(Cause cause, ServerAddress server) {
            this(cause, Optional.of(server));
        }
    }

    /** What can be in the way. */
    public enum Cause {
        /** This machine is on no network. */
        NO_NETWORK,
        /** A firewall: the server's, or this machine's where no server is named. */
        FIREWALL,
        /** The server is on another subnet, where multicast does not reach. */
        OTHER_SUBNET,
        /** The wireless network keeps its clients from each other. */
        CLIENT_ISOLATION,
        /** No host has that name. */
        UNKNOWN_NAME,
        /** The machine answers, but nothing listens at that port. */
        WRONG_PORT,
        /** Nothing answers at that address. */
        NO_ANSWER,
        /** Other machines answer, and none of them is a server. */
        NO_SERVER,
        /** Nobody at all answers on the network. */
        NOBODY_ANSWERS,
        /** No server was named, and the network was not looked at. */
        NOT_NAMED,
        /** The server speaks plain, and TLS was wanted. */
        PLAIN_SERVER,
        /** The server speaks TLS, and plain was wanted. */
        TLS_SERVER,
        /** A web server is there. */
        WEB_SERVER,
        /** Something else is there. */
        OTHER_PROGRAM,
        /** The server is not the one that this client knows. */
        FINGERPRINT_CHANGED,
        /** The server asks for a key and there is none. */
        KEY_MISSING,
        /** The server does not take the key. */
        KEY_REFUSED,
        /** The server has no room at the moment. */
        SERVER_BUSY
    }
}
