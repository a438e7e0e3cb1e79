package org.wirephoto.desktop.send;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes pixels as a PNG, so that what was in the clipboard can be sent. Needs memory for a few rows alone. */
final class PixelFile {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PIECE = 64 * 1024;
    private static final byte EIGHT_BITS = 8;
    private static final byte RGB = 2;
    private static final byte RGBA = 6;
    /** Each byte is written as its difference from the one above. */
    private static final int FILTER_UP = 2;

    private PixelFile() {}

    /** Pixels, asked for row by row, from the top. */
    interface Pixels {
        int width();

        int height();

        /** Fills {@code argb} with a row, alpha not multiplied into the colours. */
        void row(int y, int[] argb);
    }

    /** Writes into a file that is there. */
    static void write(Pixels pixels, Path file) throws IOException {
        boolean alpha = hasAlpha(pixels);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), PIECE)) {
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
            ByteBuffer head = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
            head.put(EIGHT_BITS).put(alpha ? RGBA : RGB);
            chunk(out, "IHDR", head.array(), head.capacity());
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (OutputStream rows = new DeflaterOutputStream(new Pieces(out), deflater, PIECE)) {
                write(pixels, alpha ? 4 : 3, rows);
            } finally {
                deflater.end();
            }
            chunk(out, "IEND", new byte[0], 0);
        }
    }

    private static boolean hasAlpha(Pixels pixels) {
        int[] argb = new int[pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.row(y, argb);
            for (int pixel : argb) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void write(Pixels pixels, int channels, OutputStream out) throws IOException {
        int[] argb = new int[pixels.width()];
        byte[] above = new byte[pixels.width() * channels];
        byte[] row = new byte[above.length];
        byte[] filtered = new byte[above.length];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.row(y, argb);
            fill(row, argb, channels);
            for (int i = 0; i < row.length; i++) {
                filtered[i] = (byte) (row[i] - above[i]);
            }
            out.write(FILTER_UP);
            out.write(filtered);
            byte[] free = above;
            above = row;
            row = free;
        }
    }

    private static void fill(byte[] row, int[] argb, int channels) {
        for (int x = 0; x < argb.length; x++) {
            int at = x * channels;
            row[at] = (byte) (argb[x] >> 16);
            row[at + 1] = (byte) (argb[x] >> 8);
            row[at + 2] = (byte) argb[x];
            if (channels == 4) {
                row[at + 3] = (byte) (argb[x] >> 24);
            }
        }
    }

    private static void chunk(OutputStream out, String name, byte[] data, int length) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(data, 0, length);
        out.write(ByteBuffer.allocate(Long.BYTES).putInt(length).put(type).array());
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) check.getValue())
                .array());
    }

    /** Makes a chunk of whatever is written at once: a deflater writes its buffer, which is full but for the last. */
    private static final class Pieces extends OutputStream {
        private final OutputStream out;

        Pieces(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] piece = new byte[length];
            System.arraycopy(bytes, offset, piece, 0, length);
            chunk(out, "IDAT", piece, length);
        }
    }
}
