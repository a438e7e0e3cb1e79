package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageWriteParam;

/** PNG files, and chunks put into them. */
final class PngBytes {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int AFTER_HEADER = 8 + 25;

    private PngBytes() {}

    static byte[] plain(BufferedImage image) {
        return ImageIoBytes.write("png", image);
    }

    static byte[] interlaced(BufferedImage image) {
        return ImageIoBytes.write("png", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    static byte[] withExif(byte[] png, byte[] exif) {
        return insert(png, chunk("eXIf", exif));
    }

    static byte[] withProfile(byte[] png, byte[] profile) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("profile\0\0".getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(deflate(profile));
        return insert(png, chunk("iCCP", data.toByteArray()));
    }

    /** An animated PNG of one frame: the same pixels, with the chunks of an animation around them. */
    static byte[] animated(BufferedImage image) {
        ByteBuffer frame =
                ByteBuffer.allocate(26).putInt(0).putInt(image.getWidth()).putInt(image.getHeight());
        frame.position(20);
        frame.putShort((short) 1).putShort((short) 10);
        byte[] control =
                chunk("acTL", ByteBuffer.allocate(8).putInt(1).putInt(0).array());
        return insert(insert(plain(image), chunk("fcTL", frame.array())), control);
    }

    /** A header that claims this size, and nothing that goes with it. */
    static byte[] claiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(chunk("IDAT", deflate(new byte[64])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] insert(byte[] png, byte[] chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, AFTER_HEADER);
        out.writeBytes(chunk);
        out.write(png, AFTER_HEADER, png.length - AFTER_HEADER);
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) check.getValue()).array();
    }

    private static byte[] deflate(byte[] data) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            byte[] room = new byte[data.length + 64];
            int length = deflater.deflate(room);
            return Arrays.copyOf(room, length);
        }
    }
}
