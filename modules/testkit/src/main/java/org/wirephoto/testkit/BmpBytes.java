package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageWriteParam;

/** Windows bitmaps. */
final class BmpBytes {
    static final int HEADER = 14 + 40;

    private BmpBytes() {}

    static byte[] plain(BufferedImage image) {
        return ImageIoBytes.write("bmp", image);
    }

    static byte[] runLengths(BufferedImage indexed) {
        return ImageIoBytes.write("bmp", indexed, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("BI_RLE8");
        });
    }

    /** 32 bits a pixel, the first row on top. */
    static byte[] topDown(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        ByteBuffer file = ByteBuffer.allocate(HEADER + 4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        header(file, HEADER, width, -height, 32);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                file.putInt(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return file.array();
    }

    /** 24 bits a pixel under the 12 byte header of OS/2. */
    static byte[] core(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        ByteBuffer file = ByteBuffer.allocate(26 + 3 * width * height).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("BM")).putInt(file.capacity()).putInt(0).putInt(26);
        file.putInt(12).putShort((short) width).putShort((short) height);
        file.putShort((short) 1).putShort((short) 24);
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                int rgb = image.getRGB(x, y);
                file.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
            }
        }
        return file.array();
    }

    /** The two headers of an uncompressed bitmap whose rows begin at an offset. */
    static void header(ByteBuffer file, int pixelsAt, int width, int height, int bits) {
        int pixels = Math.abs(height) * width * (bits / 8);
        file.put(ascii("BM")).putInt(pixelsAt + pixels).putInt(0).putInt(pixelsAt);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        file.putInt(0).putInt(pixels).putInt(2835).putInt(2835).putInt(0).putInt(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
