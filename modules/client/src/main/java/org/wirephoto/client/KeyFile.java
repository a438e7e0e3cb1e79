package org.wirephoto.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * A key in a file of its own: alone on a line, as an invite's link, or on the line behind the address of a server that
 * does not encrypt, as such a server leaves it for its own machine. Empty lines and those that begin with {@code #} are
 * left out.
 *
 * @param key the key
 * @param invite the whole invite, where the file holds one
 * @param plain where a server listens that does not encrypt, if the file says so
 * @param warning a sentence where others can read the file too; safe to show
 */
public record KeyFile(AccessKey key, Optional<Invite> invite, Optional<ServerAddress> plain, Optional<String> warning) {
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
        Optional<Invite> invite = lines.size() == 1 ? Invite.parse(lines.getFirst()) : Optional.empty();
        boolean addressed =
                lines.size() == 2 && AccessKey.parse(lines.getFirst()).isEmpty(); // a key could be a host's name
        Optional<ServerAddress> plain = addressed ? ServerAddress.parse(lines.getFirst()) : Optional.empty();
        if (lines.size() == 1 || plain.isPresent()) {
            Optional<AccessKey> key = invite.map(Invite::key).or(() -> AccessKey.parse(lines.getLast()));
            if (key.isPresent()) {
                return new KeyFile(key.get(), invite, plain, OwnerOnly.warning(file));
            }
        }
        throw new IOException(OwnerOnly.shown(file)
                + " holds no key. Put the key, or the invite that begins with wirephoto://, on a line of its own.");
    }
}
