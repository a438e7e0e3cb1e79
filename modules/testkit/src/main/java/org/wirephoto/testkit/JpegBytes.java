package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;

/** JPEG files, and segments put into them. */
final class JpegBytes {
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

    private JpegBytes() {}

    static byte[] baseline(BufferedImage image) {
        return ImageIoBytes.write("jpeg", image);
    }

    static byte[] progressive(BufferedImage image) {
        return ImageIoBytes.write("jpeg", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    /** Four inks, inverted as Adobe's programs store them. */
    static byte[] cmyk(BufferedImage image) {
        return fourComponents(image, 0);
    }

    /** The same four inks, the first three turned into luminance and chrominance. */
    static byte[] ycck(BufferedImage image) {
        return fourComponents(image, 2);
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        return withSegment(jpeg, APP1, "Exif\0\0", exif);
    }

    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        return withSegment(jpeg, APP2, "ICC_PROFILE\0\u0001\u0001", profile);
    }

    static byte[] withSegment(byte[] jpeg, int marker, String head, byte[] data) {
        byte[] name = head.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + data.length);
        segment.put((byte) 0xFF).put((byte) marker).putShort((short) (2 + name.length + data.length));
        segment.put(name).put(data);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] fourComponents(BufferedImage image, int transform) {
        int width = image.getWidth();
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                inks.setPixel(x, y, components(image.getRGB(x, y), transform));
            }
        }
        byte[] jpeg = ImageIoBytes.write("jpeg", new IIOImage(inks, null, null), param -> {});
        return withSegment(jpeg, APP14, "Adobe\0d\0\0\0\0", new byte[] {(byte) transform});
    }

    private static int[] components(int rgb, int transform) {
        int red = (rgb >> 16) & 255;
        int green = (rgb >> 8) & 255;
        int blue = rgb & 255;
        return transform == 0 ? new int[] {red, green, blue, 255} : luminanceOf(255 - red, 255 - green, 255 - blue);
    }

    /** Readers take the complement of these three again, by the definition of YCCK. */
    private static int[] luminanceOf(int cyan, int magenta, int yellow) {
        double luminance = 0.299 * cyan + 0.587 * magenta + 0.114 * yellow;
        int toYellow = byteOf(128 + (yellow - luminance) / 1.772);
        int toCyan = byteOf(128 + (cyan - luminance) / 1.402);
        return new int[] {byteOf(luminance), toYellow, toCyan, 255};
    }

    private static int byteOf(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
