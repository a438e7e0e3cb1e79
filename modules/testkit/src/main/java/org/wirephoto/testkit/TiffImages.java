package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageWriteParam;

/** TIFF images that are written by hand, camera raw among them. */
final class TiffImages {
    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int MAKE = 271;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_ROWS = 278;
    private static final int STRIP_BYTES = 279;
    private static final int SUB_DIRECTORIES = 330;
    private static final int DNG_VERSION = 50706;
    private static final int RGB = 2;
    private static final int CMYK = 5;
    private static final int COLOUR_FILTER_ARRAY = 32803;

    private TiffImages() {}

    static byte[] compressed(BufferedImage image, String compression) {
        return ImageIoBytes.write("tiff", image, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        });
    }

    static byte[] rgb(BufferedImage image, ByteOrder order, int orientation) {
        TiffBytes tiff = new TiffBytes(order);
        List<TiffBytes.Tag> tags = tags(tiff, image, RGB, samples(image, false));
        tags.add(tiff.ofShorts(ExifBytes.ORIENTATION, orientation));
        return tiff.finish(tiff.directory(tags));
    }

    static byte[] cmyk(BufferedImage image) {
        TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN);
        return tiff.finish(tiff.directory(tags(tiff, image, CMYK, samples(image, true))));
    }

    /** A camera's picture as Photoshop hands it on: developed, but with the camera's make. */
    static byte[] developed(BufferedImage image, String make) {
        TiffBytes tiff = new TiffBytes(ByteOrder.BIG_ENDIAN);
        List<TiffBytes.Tag> tags = tags(tiff, image, RGB, samples(image, false));
        tags.add(tiff.ofText(MAKE, make));
        tags.add(tiff.ofLongs(SUBFILE, 0));
        return tiff.finish(tiff.directory(tags));
    }

    /** A small preview in front, the sensor's data in a directory below it. */
    static byte[] raw(BufferedImage preview, String make, boolean dng) {
        TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN);
        BufferedImage sensorData = preview.getSubimage(0, 0, 16, 16);
        List<TiffBytes.Tag> sensor = tags(tiff, sensorData, COLOUR_FILTER_ARRAY, samples(sensorData, false));
        int sensorAt = tiff.directory(sensor);
        List<TiffBytes.Tag> tags = tags(tiff, preview, RGB, samples(preview, false));
        tags.add(tiff.ofText(MAKE, make));
        tags.add(tiff.ofLongs(SUBFILE, 1));
        tags.add(tiff.ofLongs(SUB_DIRECTORIES, sensorAt));
        if (dng) {
            tags.add(tiff.ofBytes(DNG_VERSION, 1, 4, 0, 0));
        }
        return tiff.finish(tiff.directory(tags));
    }

    /** Offsets of 64 bits, as files beyond 4 GiB have them. */
    static byte[] big(BufferedImage image) {
        byte[] pixels = samples(image, false);
        int[][] tags = {
            {WIDTH, TiffBytes.SHORT, image.getWidth()},
            {HEIGHT, TiffBytes.SHORT, image.getHeight()},
            {BITS, TiffBytes.SHORT, 8},
            {COMPRESSION, TiffBytes.SHORT, 1},
            {PHOTOMETRIC, TiffBytes.SHORT, RGB},
            {STRIP_OFFSETS, TiffBytes.LONG, 16},
            {SAMPLES, TiffBytes.SHORT, 3},
            {STRIP_ROWS, TiffBytes.SHORT, image.getHeight()},
            {STRIP_BYTES, TiffBytes.LONG, pixels.length},
        };
        ByteBuffer file = ByteBuffer.allocate(16 + pixels.length + 8 + 20 * tags.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 43).putShort((short) 8);
        file.putShort((short) 0).putLong(16L + pixels.length).put(pixels).putLong(tags.length);
        for (int[] tag : tags) {
            boolean bits = tag[0] == BITS;
            file.putShort((short) tag[0]).putShort((short) tag[1]).putLong(bits ? 3 : 1);
            file.putLong(bits ? 0x0008_0008_0008L : tag[2]);
        }
        return file.array();
    }

    private static List<TiffBytes.Tag> tags(TiffBytes tiff, BufferedImage image, int photometric, byte[] pixels) {
        int each = pixels.length / (image.getWidth() * image.getHeight());
        int[] bits = new int[each];
        Arrays.fill(bits, 8);
        List<TiffBytes.Tag> tags = new ArrayList<>();
        tags.add(tiff.ofLongs(WIDTH, image.getWidth()));
        tags.add(tiff.ofLongs(HEIGHT, image.getHeight()));
        tags.add(tiff.ofShorts(BITS, bits));
        tags.add(tiff.ofShorts(COMPRESSION, 1));
        tags.add(tiff.ofShorts(PHOTOMETRIC, photometric));
        tags.add(tiff.ofLongs(STRIP_OFFSETS, tiff.data(pixels)));
        tags.add(tiff.ofShorts(SAMPLES, each));
        tags.add(tiff.ofLongs(STRIP_ROWS, image.getHeight()));
        tags.add(tiff.ofLongs(STRIP_BYTES, pixels.length));
        return tags;
    }

    private static byte[] samples(BufferedImage image, boolean inks) {
        int each = inks ? 4 : 3;
        ByteBuffer samples = ByteBuffer.allocate(each * image.getWidth() * image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = inks ? ~image.getRGB(x, y) : image.getRGB(x, y);
                samples.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
                if (inks) {
                    samples.put((byte) 0);
                }
            }
        }
        return samples.array();
    }
}
