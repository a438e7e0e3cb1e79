package org.wirephoto.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Role;

/** What a line of {@code access-keys} says. */
sealed interface KeyLine {
    /**
     * It is a key.
     *
     * @param entry what it tells of it
     */
    record Key(KeyEntry entry) implements KeyLine {}

    /** It is blank, or a comment. */
    record Remark() implements KeyLine {}

    /**
     * It is neither.
     *
     * @param reason what is wrong with it: the end of a sentence, fit for a log
     */
    record Bad(String reason) implements KeyLine {}

    /** Reads a line. */
    static KeyLine parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return new Remark();
        }
        try {
            return new Key(new Reader(text).entry());
        } catch (Reader.BadLineException e) {
            return new Bad(e.reason());
        }
    }

    /** The line that says this. */
    static String format(KeyEntry entry) {
        StringBuilder line = new StringBuilder();
        line.append("id=").append(entry.id());
        line.append(" role=").append(entry.role().wire());
        line.append(" sha256=").append(entry.digest().hex());
        line.append(" made=").append(entry.made());
        entry.quota().ifPresent(quota -> line.append(" quota=").append(Quantities.exact(quota)));
        return line.append(" label=").append(entry.label()).toString();
    }

    /** Reads one line, so that each fault can end the reading at once. */
    final class Reader {
        private static final Set<String> KEYS = Set.of("id", "role", "sha256", "made", "quota", "label");
        private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
        private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
        private final Map<String, String> values = new HashMap<>();

        /** Takes the line apart: the label comes last, as it may have blanks in it. */
        private Reader(String line) throws BadLineException {
            String rest = line;
            while (!rest.isEmpty()) {
                int equals = rest.indexOf('=');
                String key = equals < 0 ? rest : rest.substring(0, equals);
                if (equals < 0 || !KEYS.contains(key)) {
                    throw new BadLineException(
                            "a part of it is none of id, role, sha256, made, quota and label"); // no echo: it may be a
                    // key
                }
                String[] parts = BLANKS.split(rest.substring(equals + 1), key.equals("label") ? 1 : 2);
                if (values.put(key, parts[0]) != null) {
                    throw new BadLineException(key + " stands in it twice");
                }
                rest = parts.length > 1 ? parts[1] : "";
            }
        }

        private KeyEntry entry() throws BadLineException {
            String id = value("id");
            if (!ID.matcher(id).matches()) {
                throw new BadLineException("id is not 32 lower-case hexadecimal digits");
            }
            return new KeyEntry(id, role(), digest(), label(), made(), quota());
        }

        private String value(String key) throws BadLineException {
            return Optional.ofNullable(values.get(key)).orElseThrow(() -> new BadLineException(key + " is missing"));
        }

        private Role role() throws BadLineException {
            return Role.of(value("role"))
                    .orElseThrow(() -> new BadLineException("role is not viewer, contributor or curator"));
        }

        private Digest digest() throws BadLineException {
            return Digest.parse(value("sha256"))
                    .orElseThrow(() -> new BadLineException("sha256 is not 64 hexadecimal digits"));
        }

        private KeyLabel label() throws BadLineException {
            return KeyLabel.of(value("label"))
                    .orElseThrow(() -> new BadLineException(
                            "label is empty, too long, or has characters that can't be" + " shown"));
        }

        private Instant made() throws BadLineException {
            try {
                return Instant.parse(value("made"));
            } catch (DateTimeException _) { // its message says less
                throw new BadLineException("made is not a time such as 2026-11-22T16:20:00Z");
            }
        }

        private OptionalLong quota() throws BadLineException {
            if (!values.containsKey("quota")) {
                return OptionalLong.empty();
            }
            OptionalLong size = Quantities.size(value("quota"));
            if (size.isEmpty() || size.getAsLong() == 0) {
                throw new BadLineException("quota is not a size such as 500M or 2GiB");
            }
            return size;
        }

        /** Ends the reading of one line; never leaves this file. */
        private static final class BadLineException extends Exception {
            private static final long serialVersionUID = 1L;

            BadLineException(String reason) {
                super(reason, null, false, false);
            }

            String reason() {
                return String.valueOf(getMessage());
            }
        }
    }
}
