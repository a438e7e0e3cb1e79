package org.wirephoto.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Digest;

/** All that {@code access-keys} says, line by line, so that it can be written again with every comment in its place. */
final class KeyList {
    /** Of a file that is not there: nobody is admitted. */
    static final KeyList NONE = new KeyList(List.of());

    private static final String HEAD = """
            # The keys of this Wirephoto server, one a line: their digests, the keys themselves stand nowhere.
            # A running server reads changes by itself. To make, list or revoke keys: wirephoto-server keys --help
            """;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Row> rows;
    private final List<KeyEntry> entries;

    private KeyList(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.entries = rows.stream()
                .map(Row::line)
                .filter(KeyLine.Key.class::isInstance)
                .map(line -> ((KeyLine.Key) line).entry())
                .toList();
    }

    /** Reads the bytes of the file, whatever they are: each line that is bad is a fault of its own. */
    static KeyList parse(byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            boolean end = i == bytes.length;
            if (end ? i > start : bytes[i] == '\n') {
                byte[] line = java.util.Arrays.copyOfRange(bytes, start, i);
                rows.add(new Row(line, once(read(line, start == 0), seen)));
                start = i + 1;
            }
        }
        return new KeyList(rows);
    }

    private static KeyLine read(byte[] line, boolean first) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return KeyLine.parse(first && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException _) {
            return new KeyLine.Bad("it is not UTF-8"); // the decoder says no more than that
        }
    }

    /** Two lines of one key or one id could say different things of it: the first counts. */
    private static KeyLine once(KeyLine line, Set<String> seen) {
        if (line instanceof KeyLine.Key(KeyEntry entry)) {
            if (!seen.add(entry.id())) {
                return new KeyLine.Bad("an earlier line has the same id");
            }
            if (!seen.add(entry.digest().hex())) {
                return new KeyLine.Bad("an earlier line has the same sha256");
            }
        }
        return line;
    }

    /** The keys, in the order of the lines. */
    List<KeyEntry> entries() {
        return entries;
    }

    /** The bad lines. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() instanceof KeyLine.Bad(String reason)) {
                faults.add(new Fault(i + 1, reason));
            }
        }
        return faults;
    }

    /** Whose key this is; takes the same time whichever it is, and however much of it is right. */
    Optional<KeyEntry> find(AccessKey key) {
        byte[] digest = bytes(key.digest());
        Optional<KeyEntry> found = Optional.empty();
        for (KeyEntry entry : entries) {
            if (MessageDigest.isEqual(bytes(entry.digest()), digest)) {
                found = Optional.of(entry);
            }
        }
        return found;
    }

    private static byte[] bytes(Digest digest) {
        return digest.hex().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a key is there still, with all that was told of it. */
    boolean contains(KeyEntry entry) {
        return entries.contains(entry);
    }

    /** The keys of that label: one, where nobody wrote a second one by hand. */
    List<KeyEntry> labelled(KeyLabel label) {
        return entries.stream().filter(entry -> entry.label().isSame(label)).toList();
    }

    /** This list with one more key behind it. */
    KeyList with(KeyEntry entry) {
        List<Row> more = new ArrayList<>(rows);
        if (more.isEmpty()) {
            HEAD.lines().forEach(line -> more.add(Row.of(line)));
        }
        more.add(Row.of(KeyLine.format(entry)));
        return new KeyList(more);
    }

    /** This list without some of its keys; all other lines stay, comments and bad ones too. */
    KeyList without(Predicate<KeyEntry> which) {
        return new KeyList(rows.stream()
                .filter(row -> !(row.line() instanceof KeyLine.Key(KeyEntry entry) && which.test(entry)))
                .toList());
    }

    /** The file that says this. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Row row : rows) {
            bytes.writeBytes(row.bytes());
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /**
     * A bad line.
     *
     * @param number which, from 1
     * @param reason what is wrong with it: the end of a sentence
     */
    record Fault(int number, String reason) {}

    /** A line as it stands in the file, and what it says. */
    private static final class Row {
        private final byte[] bytes;
        private final KeyLine line;

        Row(byte[] bytes, KeyLine line) {
            this.bytes = bytes;
            this.line = line;
        }

        static Row of(String text) {
            return new Row(text.getBytes(StandardCharsets.UTF_8), KeyLine.parse(text));
        }

        byte[] bytes() {
            return bytes;
        }

        KeyLine line() {
            return line;
        }
    }
}
