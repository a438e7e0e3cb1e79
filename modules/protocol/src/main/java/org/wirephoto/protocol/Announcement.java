package org.wirephoto.protocol;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server says of itself on the network before anyone connects, as the TXT record of DNS-SD (RFC 6763, 6): enough
 * to choose between servers, and nothing to trust, since anyone on the network can say it.
 *
 * @param version the highest version of the protocol that it speaks, 1 or more
 * @param fingerprintPrefix the first 16 digits of its fingerprint; empty where it speaks plain or does not say
 * @param keyNeeded whether it asks for a key
 */
public record Announcement(int version, String fingerprintPrefix, boolean keyNeeded) {
    /** The type of service that servers are announced as. */
    public static final String SERVICE = "_wirephoto._tcp.local.";

    private static final int PREFIX = 16;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{" + PREFIX + "}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String VERSION_KEY = "v";
    private static final String FINGERPRINT_KEY = "fp";
    private static final String KEY_KEY = "key";

    /**
     * Checks the version and the digits.
     *
     * @throws IllegalArgumentException if the version is below 1, or the prefix neither empty nor 16 lower-case
     *     hexadecimal digits
     */
    public Announcement {
        if (version < 1
                || !(fingerprintPrefix.isEmpty()
                        || DIGITS.matcher(fingerprintPrefix).matches())) {
            throw new IllegalArgumentException("version " + version + ", fingerprint prefix " + fingerprintPrefix);
        }
    }

    /**
     * What a server of this version announces.
     *
     * @param fingerprint its fingerprint, or empty where it speaks plain
     */
    public static Announcement of(Optional<Fingerprint> fingerprint, boolean keyNeeded) {
        return new Announcement(1, fingerprint.map(Announcement::prefix).orElse(""), keyNeeded);
    }

    private static String prefix(Fingerprint fingerprint) {
        return fingerprint.hex().substring(0, PREFIX);
    }

    /**
     * Reads what came from the network; what is missing or makes no sense there is taken as not said: version 1, no
     * fingerprint, no key.
     *
     * @param text the pairs of the TXT record
     */
    public static Announcement read(Map<String, String> text) {
        String version = text.getOrDefault(VERSION_KEY, "");
        String fingerprint = text.getOrDefault(FINGERPRINT_KEY, "").toLowerCase(Locale.ROOT);
        return new Announcement(
                VERSION.matcher(version).matches() ? Integer.parseInt(version) : 1,
                DIGITS.matcher(fingerprint).matches() ? fingerprint : "",
                text.getOrDefault(KEY_KEY, "").equalsIgnoreCase("yes"));
    }

    /** The pairs of the TXT record, in their order. */
    public Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put(VERSION_KEY, Integer.toString(version));
        if (!fingerprintPrefix.isEmpty()) {
            text.put(FINGERPRINT_KEY, fingerprintPrefix);
        }
        text.put(KEY_KEY, keyNeeded ? "yes" : "no");
        return text;
    }

    /** Whether a server of this fingerprint would announce this. */
    public boolean fits(Fingerprint fingerprint) {
        return fingerprintPrefix.equals(prefix(fingerprint));
    }
}
