package org.wirephoto.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
    private static final int MOST_BYTES = 4096;

    /**
     * Reads a file of at most 4 KiB.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if the file can't be read or holds no key; the message says what to do and never what was
     *     in the file
     */
    public static KeyFile read(Path file) throws IOException {
        String text = new String(OwnerOnly.read(file, MOST_BYTES), StandardCharsets.UTF_8);
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.size() == 1) {
            Optional<Invite> invite = Invite.parse(lines.getFirst());
            Optional<AccessKey> key = invite.map(Invite::key).or(() -> AccessKey.parse(lines.getFirst()));
            if (key.isPresent()) {
                return new KeyFile(key.get(), invite, OwnerOnly.warning(file));
            }
        }
        throw new IOException(OwnerOnly.shown(file)
                + " holds no key. Put the key, or the invite that begins with wirephoto://, on a line of its own.");
    }
}
