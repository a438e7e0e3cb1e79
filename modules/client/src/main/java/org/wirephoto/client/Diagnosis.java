package org.wirephoto.client;

import java.util.List;
import java.util.Optional;

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
     * @param sentence the same as a sentence, with the values of the case
     * @param remedy what to do about it
     */
    public record Verdict(Cause cause, String sentence, String remedy) {}

    /** What can be in the way. */
    public enum Cause {
        /** This machine is on no network. */
        NO_NETWORK,
        /** A firewall, here or at the server. */
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
        /** No server was found or named. */
        NO_SERVER,
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
