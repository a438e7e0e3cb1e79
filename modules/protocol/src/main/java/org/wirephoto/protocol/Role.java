package org.wirephoto.protocol;

import java.util.Locale;
import java.util.Optional;

/** What a key lets its holder do; each role may do all that those before it may. */
public enum Role {
    /** May list, fetch, look at and watch. */
    VIEWER,
    /** May also save, and change what its own key saved. */
    CONTRIBUTOR,
    /** May do everything. */
    CURATOR;

    /** Whether this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The word that stands for this role on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a word on the wire stands for, or empty where there is none such. */
    public static Optional<Role> of(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
