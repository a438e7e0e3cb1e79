package org.wirephoto.cli;

import org.wirephoto.client.KnownServer;

/** What servers may be called here. */
final class KnownNames {
    private KnownNames() {}

    /**
     * Checks a name that a person wishes for.
     *
     * @throws UsageException if no server can be called so
     */
    static void check(String name) {
        if (!KnownServer.isName(name)) {
            throw new UsageException(
                    "A server's name has 1 to 100 characters that can be seen, and no blanks around them.");
        }
    }

    /** A server's name as it can be typed on a command line. */
    static String typed(String name) {
        String safe = Wording.safe(name);
        return safe.matches("[\\p{L}\\p{N}._:\\[\\]%+-]+") ? safe : "'" + safe.replace("'", "'\\''") + "'";
    }
}
