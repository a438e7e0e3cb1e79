package org.wirephoto.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Invite;

/**
 * A key in a file of its own: alone on a line, or as an invite's link. Empty lines and those that begin with {@code #}
 * are left out.
 *
 * @param key the key
 * @param invite the whole invite, where the file holds one
 * @param warning a sentence where others can read the file too; safe to show
 */
public record KeyFile(AccessKey key, Optional<Invite> invite, Optional<String> warning) {
    /**
     * Reads a file of at most 4 KiB.
     *
     * @throws IOException if the file can't be read or holds no key; the message says what to do and never what was
     *     in the file
     */
    public static KeyFile read(Path file) throws IOException {
        throw new IOException(file + " can't be read yet.");
    }
}
