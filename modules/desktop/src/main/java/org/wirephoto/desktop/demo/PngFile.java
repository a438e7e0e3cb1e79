package org.wirephoto.desktop.demo;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a drawing as a PNG of eight bits a channel without transparency. */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int EIGHT_BITS = 8;
    private static final int RGB = 2;
    private static final int CHANNELS = 3;
    private static final int UP = 2;
    private static final int PIECE = 64 * 1024;

    private PngFile() {}

    /** Draws row by row into a new file. */
    static void write(Path file, Drawing drawing) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, PIECE))) {
            data.write(SIGNATURE);
            chunk(data, "IHDR", header(drawing));
            chunk(data, "IDAT", rows(drawing));
            chunk(data, "IEND", new byte[0]);
        }
    }

    private static byte[] header(Drawing drawing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(drawing.width());
        data.writeInt(drawing.height());
        data.write(new byte[] {EIGHT_BITS, RGB, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] rows(Drawing drawing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, PIECE)) {
            byte[] above = new byte[drawing.width() * CHANNELS];
            byte[] filtered = new byte[above.length];
            for (int y = 0; y < drawing.height(); y++) {
                byte[] row = row(drawing, y);
                for (int i = 0; i < row.length; i++) {
                    filtered[i] = (byte) (row[i] - above[i]);
                }
                out.write(UP);
                out.write(filtered);
                above = row;
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] row(Drawing drawing, int y) {
        byte[] row = new byte[drawing.width() * CHANNELS];
        for (int x = 0; x < drawing.width(); x++) {
            int rgb = drawing.rgb(x, y);
            row[x * CHANNELS] = (byte) (rgb >> 16);
            row[x * CHANNELS + 1] = (byte) (rgb >> 8);
            row[x * CHANNELS + 2] = (byte) rgb;
        }
        return row;
    }

    private static void chunk(DataOutputStream data, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) check.getValue());
    }
}
