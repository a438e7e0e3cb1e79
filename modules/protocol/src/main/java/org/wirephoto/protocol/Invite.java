package org.wirephoto.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that somebody needs to use a server, in one link: where it is, whom to trust, and a key. The link is as secret as
 * the key in it.
 *
 * @param address where the server was when the invite was made
 * @param fingerprint what it is known by, wherever it is
 * @param key lets the holder in
 */
public record Invite(ServerAddress address, Fingerprint fingerprint, AccessKey key) {
    private static final Pattern LINK =
            Pattern.compile("wirephoto://([^/?#]+)/?\\?fp=([0-9a-f]{64})#([0-9a-z-]+)", Pattern.CASE_INSENSITIVE);
    /** Longer than any link; what is longer is not looked at. */
    private static final int LONGEST = 1024;

    /** The link, {@code wirephoto://HOST:PORT/?fp=FINGERPRINT#KEY}. */
    public String link() {
        return "wirephoto://" + address + "/?fp=" + fingerprint.hex() + "#" + key.text();
    }

    /**
     * Reads a link as people paste it, with white space around it and line breaks in it.
     *
     * @return the invite, or empty where {@code text} is none
     */
    public static Optional<Invite> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = LINK.matcher(text.replaceAll("\\s", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return ServerAddress.parse(matcher.group(1))
                .flatMap(address -> Fingerprint.parse(matcher.group(2))
                        .flatMap(fingerprint ->
                                AccessKey.parse(matcher.group(3)).map(key -> new Invite(address, fingerprint, key))));
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "Invite[" + address + ", " + fingerprint + "]";
    }
}
