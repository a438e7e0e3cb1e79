package org.wirephoto.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times as people write them. */
final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,18})\\s*([A-Za-z]*)");
    private static final long KIB = 1024;
    private static final long KB = 1000;
    private static final Map<String, Long> SIZES = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", KIB),
            Map.entry("kib", KIB),
            Map.entry("kb", KB),
            Map.entry("m", KIB * KIB),
            Map.entry("mib", KIB * KIB),
            Map.entry("mb", KB * KB),
            Map.entry("g", KIB * KIB * KIB),
            Map.entry("gib", KIB * KIB * KIB),
            Map.entry("gb", KB * KB * KB),
            Map.entry("t", KIB * KIB * KIB * KIB),
            Map.entry("tib", KIB * KIB * KIB * KIB),
            Map.entry("tb", KB * KB * KB * KB));
    private static final Map<String, Duration> TIMES = Map.ofEntries(
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)));

    private Quantities() {}

    /**
     * A count of bytes such as {@code 600M}, {@code 1 GiB} or {@code 5000000}: K, M, G and T are powers of 1024, as are
     * KiB, MiB, GiB and TiB; kB, MB, GB and TB are powers of 1000.
     *
     * @return empty where {@code text} is none, or more than a long holds
     */
    static OptionalLong size(String text) {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        Long unit = SIZES.get(matcher.group(2).toLowerCase(Locale.ROOT));
        long number = Long.parseLong(matcher.group(1));
        return unit == null || number > Long.MAX_VALUE / unit ? OptionalLong.empty() : OptionalLong.of(number * unit);
    }

    /** A length of time such as {@code 90 s}, {@code 5 min}, {@code 24 h} or {@code 30 days}; empty for other texts. */
    static Optional<Duration> time(String text) {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration unit = TIMES.get(matcher.group(2).toLowerCase(Locale.ROOT));
        long number = Long.parseLong(matcher.group(1));
        return unit == null || number > Long.MAX_VALUE / unit.toNanos()
                ? Optional.empty()
                : Optional.of(unit.multipliedBy(number));
    }

    /** A count of bytes as {@link #size} reads it, without a blank in it, such as {@code 2GiB}. */
    static String exact(long bytes) {
        long value = bytes;
        int unit = -1;
        while (value != 0 && value % KIB == 0 && unit < "KMGT".length() - 1) {
            value /= KIB;
            unit++;
        }
        return unit < 0 ? Long.toString(value) : value + "" + "KMGT".charAt(unit) + "iB";
    }

    /** A count of bytes for a person, such as {@code 12.3 MiB}. */
    static String show(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        double value = bytes;
        int unit = -1;
        while (value >= KIB && unit < "KMGTPE".length() - 1) {
            value /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %ciB", value, "KMGTPE".charAt(unit));
    }
}
