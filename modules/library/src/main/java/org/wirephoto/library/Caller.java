package org.wirephoto.library;

import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Role;

/**
 * On whose behalf a request is made.
 *
 * @param keyId the random id of the caller's key, which images that it saves belong to; empty where there are no keys
 * @param role what the key allows
 * @param label whose key it is, for people; images that the caller saves show it as their sender
 * @param from where the request came from, such as an address, for the audit log
 * @param quota how many bytes the live images of the key together may have; empty where that has no limit of its own
 */
public record Caller(String keyId, Role role, Optional<String> label, String from, OptionalLong quota) {

    /** This caller without a quota of its own. */
    Caller withoutQuota() {
        return new Caller(keyId, role, label, from, OptionalLong.empty());
    }

    /** A caller of a server that asks for no keys: anybody, with the rights of a curator. */
    public static Caller open(String from) {
        return new Caller("", Role.CURATOR, Optional.empty(), from, OptionalLong.empty());
    }
}
