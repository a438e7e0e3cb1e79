package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * A server that a person uses again and again, and all that is needed for that.
 *
 * @param name what the person calls it: 1 to 100 characters, no control characters, no white space at its ends
 * @param address where it was last
 * @param trust whom to trust there
 * @param key what lets this person in, where one is needed
 */
public record KnownServer(String name, ServerAddress address, Trust trust, Optional<AccessKey> key) {
    private static final int LONGEST_NAME = 100;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not one that a server can have here
     */
    public KnownServer {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name for a server");
        }
    }

    /** Whether {@code text} may be the name of a known server. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** A name that is fit for a server and as much like {@code wish} as may be, with {@code ending} at its end. */
    static String nameLike(String wish, String ending) {
        String fit = wish.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .limit(LONGEST_NAME / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String begin = fit.isEmpty() ? "server" : fit;
        int end = Math.min(begin.length(), LONGEST_NAME - ending.length());
        return begin.substring(0, end).strip() + ending;
    }

    /** The server that an invite is for. */
    public static KnownServer of(String name, Invite invite) {
        return new KnownServer(
                name, invite.address(), new Trust.Pinned(invite.fingerprint()), Optional.of(invite.key()));
    }

    /** The same server at another address. */
    public KnownServer withAddress(ServerAddress other) {
        return new KnownServer(name, other, trust, key);
    }

    /** The same server under another name. */
    public KnownServer withName(String other) {
        return new KnownServer(other, address, trust, key);
    }

    /** Standard settings for connecting to it. */
    public ConnectionSettings settings() {
        ConnectionSettings settings = ConnectionSettings.of(trust);
        return key.map(settings::withKey).orElse(settings);
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "KnownServer[" + name + ", " + address + ", " + trust + "]";
    }
}
