package org.wirephoto.client;

import java.util.Optional;

/**
 * What is brought back from the trash, and as what.
 *
 * @param id the one image that is meant; empty for the one of the name that was deleted last
 * @param to the name that it shall have; empty for the one that it had
 */
public record RestoreOptions(Optional<String> id, Optional<String> to) {
    /** The one that was deleted last, under the name that it had. */
    public static RestoreOptions newest() {
        return new RestoreOptions(Optional.empty(), Optional.empty());
    }

    /** The same for one image alone. */
    public RestoreOptions withId(String wanted) {
        return new RestoreOptions(Optional.of(wanted), to);
    }

    /** The same under another name. */
    public RestoreOptions withName(String other) {
        return new RestoreOptions(id, Optional.of(other));
    }
}
