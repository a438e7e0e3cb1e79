package org.wirephoto.server;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.wirephoto.protocol.Limits;

/**
 * What people call a key, such as the name of who has it: one line that can be shown as it is. Labels are the same
 * where they differ in case alone.
 *
 * @param text 1 to {@link Limits#LABEL_BYTES} bytes of UTF-8, without blanks at its ends
 */
record KeyLabel(String text) {
    private static final int NUMBER_BYTES = 20;

    /** Reads what somebody wrote; empty where it can't be a label. */
    static Optional<KeyLabel> of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        boolean fits = bytes(text) <= Limits.LABEL_BYTES && !text.isEmpty();
        return fits && text.codePoints().noneMatch(KeyLabel::isUnfit)
                ? Optional.of(new KeyLabel(text))
                : Optional.empty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What could not be seen, would turn the direction of writing, or would end the line. */
    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether both are the same label. */
    boolean isSame(KeyLabel other) {
        return text.toLowerCase(Locale.ROOT).equals(other.text.toLowerCase(Locale.ROOT));
    }

    /** This label with a number behind it, the beginning of it where it would become too long. */
    KeyLabel numbered(int number) {
        String start = text;
        while (bytes(start) > Limits.LABEL_BYTES - NUMBER_BYTES) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return new KeyLabel(start.strip() + " " + number);
    }

    @Override
    public String toString() {
        return text;
    }
}
