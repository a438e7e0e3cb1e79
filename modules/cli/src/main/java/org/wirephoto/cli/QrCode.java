package org.wirephoto.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text as a QR code of characters, two rows of squares to a line. */
final class QrCode {
    /** The white around it, without which cameras do not find it, in squares. */
    private static final int MARGIN = 2;

    /** White on black, whatever the terminal's colours are. */
    private static final String COLOURS = "\u001b[97;40m";

    private static final String PLAIN = "\u001b[0m";

    private QrCode() {}

    /** The lines of the code, or none where the terminal is too narrow for it; without colours, for a dark one. */
    static List<String> lines(String text, Terminal terminal) {
        BitMatrix squares = squares(text);
        if (squares.getWidth() > terminal.columns()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < squares.getHeight(); y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < squares.getWidth(); x++) {
                line.append(character(light(squares, x, y), light(squares, x, y + 1)));
            }
            lines.add(terminal.colour() ? COLOURS + line + PLAIN : line.toString());
        }
        return lines;
    }

    private static BitMatrix squares(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
        } catch (WriterException e) {
            throw new IllegalArgumentException("longer than a QR code can hold", e);
        }
    }

    private static boolean light(BitMatrix squares, int x, int y) {
        return y < squares.getHeight() && !squares.get(x, y);
    }

    private static char character(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }
}
