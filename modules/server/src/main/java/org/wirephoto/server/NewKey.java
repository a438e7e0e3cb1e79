package org.wirephoto.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Role;

/**
 * A key that was just made: the one moment in which the server knows it.
 *
 * @param key the secret, to be handed on and forgotten
 * @param entry what is kept of it
 */
record NewKey(AccessKey key, KeyEntry entry) {

    private static NewKey make(Role role, KeyLabel label, OptionalLong quota) {
        AccessKey key = AccessKey.generate(new SecureRandom());
        return new NewKey(key, KeyEntry.of(key, role, label, quota, Instant.now()));
    }

    private KeyFile.Changed<NewKey> behind(KeyList list) {
        return new KeyFile.Changed<>(list.with(entry), this);
    }

    /**
     * Adds a key to the file.
     *
     * @return empty where the label is taken; then nothing was changed
     */
    static Optional<NewKey> add(KeyFile file, Role role, KeyLabel label, OptionalLong quota)
            throws FailureException, IOException {
        return file.change(list -> {
            if (!list.labelled(label).isEmpty()) {
                return new KeyFile.Changed<>(list, Optional.empty());
            }
            NewKey made = make(role, label, quota);
            return new KeyFile.Changed<>(list.with(made.entry()), Optional.of(made));
        });
    }

    /** Adds a key of that label, or of that label and a number where it is taken. */
    static NewKey addNumbered(KeyFile file, Role role, KeyLabel label) throws FailureException, IOException {
        return file.change(list -> {
            KeyLabel free = label;
            for (int number = 2; !list.labelled(free).isEmpty(); number++) {
                free = label.numbered(number);
            }
            return make(role, free, OptionalLong.empty()).behind(list);
        });
    }

    /** Adds a key in the place of all that have its label. */
    static NewKey replace(KeyFile file, Role role, KeyLabel label) throws FailureException, IOException {
        return file.change(list -> make(role, label, OptionalLong.empty())
                .behind(list.without(entry -> entry.label().isSame(label))));
    }
}
