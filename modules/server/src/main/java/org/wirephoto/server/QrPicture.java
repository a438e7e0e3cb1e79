package org.wirephoto.server;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text as a QR code (ISO/IEC 18004) on a terminal: two rows of it on a line, by characters of half a block. With
 * colours it is black on white wherever it is shown; without, its light parts are drawn, which is right on a dark
 * terminal, and most readers take the other kind too.
 */
final class QrPicture {
    private static final int QUIET_ZONE = 4;
    private static final char BOTH = '\u2588';
    private static final char UPPER = '\u2580';
    private static final char LOWER = '\u2584';
    /** The black and the white of the colour cube, which themes leave alone. */
    private static final String BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";

    private static final String RESET = "\u001B[0m";

    private QrPicture() {}

    /** The lines of the picture, without their ends. */
    static List<String> lines(String text, boolean colour) {
        BitMatrix matrix = matrix(text);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < matrix.getHeight(); y += 2) {
            StringBuilder line = new StringBuilder(colour ? BLACK_ON_WHITE : "");
            for (int x = 0; x < matrix.getWidth(); x++) {
                line.append(half(isDrawn(matrix, x, y, colour), isDrawn(matrix, x, y + 1, colour)));
            }
            lines.add(line.append(colour ? RESET : "").toString());
        }
        return lines;
    }

    private static BitMatrix matrix(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("longer than a QR code can be: " + text.length(), e);
        }
    }

    /** The row below the last is part of the light zone around. */
    private static boolean isDrawn(BitMatrix matrix, int x, int y, boolean dark) {
        boolean set = y < matrix.getHeight() && matrix.get(x, y);
        return set == dark;
    }

    private static char half(boolean upper, boolean lower) {
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : ' ';
    }
}
