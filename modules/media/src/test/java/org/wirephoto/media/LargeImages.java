package org.wirephoto.media;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Images of many pixels, written without ever being held. */
final class LargeImages {
    /** A block of pixels that JPEG codes as one, with the colours at half of the resolution. */
    private static final int BLOCK = 16;

    private LargeImages() {}

    /**
     * A baseline JPEG whose rows of blocks all look alike: one of them is coded and said again and again, each time
     * behind a restart marker, at which a decoder forgets what came before.
     */
    static Path jpeg(Path file, int width, int height) throws IOException {
        BufferedImage strip = new BufferedImage(width, BLOCK, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < BLOCK; y++) {
                int red = 255 * x / width;
                strip.setRGB(x, y, (red << 16) | (y * 8 + x % 64));
            }
        }
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        ImageIO.write(strip, "jpeg", coded);
        byte[] one = coded.toByteArray();
        int frame = indexOf(one, 0xC0);
        int scan = indexOf(one, 0xDA);
        int pixels = scan + 2 + ByteBuffer.wrap(one).getShort(scan + 2);
        ByteBuffer.wrap(one).putShort(frame + 5, (short) height);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(one, 0, scan);
            out.writeInt(0xFFDD0004);
            out.writeShort(Math.ceilDiv(width, BLOCK));
            out.write(one, scan, pixels - scan);
            int rows = Math.ceilDiv(height, BLOCK);
            for (int row = 0; row < rows; row++) {
                out.write(one, pixels, one.length - 2 - pixels);
                out.writeShort(row == rows - 1 ? 0xFFD9 : 0xFFD0 + row % 8);
            }
        }
        return file;
    }

    /** An RGB PNG of stripes. */
    static Path png(Path file, int width, int height) throws IOException {
        byte[] row = new byte[1 + 3 * width];
        for (int x = 0; x < width; x++) {
            row[1 + 3 * x] = (byte) (255L * x / width);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, fast)) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        } finally {
            fast.end();
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(0x89504E470D0A1A0AL);
            chunk(out, "IHDR", header.array());
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
        return file;
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        CRC32 check = new CRC32();
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        check.update(type);
        check.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) check.getValue());
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 2; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new IllegalStateException("no marker in " + Arrays.toString(jpeg));
    }
}
