package org.wirephoto.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The percent-encoding of names and values. */
final class LineEscapes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private LineEscapes() {}

    /** Encodes what would not survive: the percent sign, the comma, control characters, a space at either end. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c == '%' || c == ',' || Character.isISOControl(c) || (c == ' ' && (i == 0 || i == last))) {
                encodeCharacter(c, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void encodeCharacter(char c, StringBuilder out) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.toHexDigits(b));
        }
    }

    /** Undoes the encoding once, or gives empty for a bad escape or for bytes that are not UTF-8 afterwards. */
    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
            } else if (i + 2 < in.length && HexFormat.isHexDigit(in[i + 1]) && HexFormat.isHexDigit(in[i + 2])) {
                out.put((byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2])));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return Utf8.decode(out.flip());
    }
}
