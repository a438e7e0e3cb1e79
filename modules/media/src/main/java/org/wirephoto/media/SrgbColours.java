package org.wirephoto.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Turns the colours of a small image into those of sRGB. */
final class SrgbColours {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int RGB = 3;

    private SrgbColours() {}

    /**
     * The pixels as 0xAARRGGBB.
     *
     * @param colours what the samples mean, where the file has no profile that the reader left aside
     * @param profile that profile
     */
    static int[] pixels(SmallImage image, ColorSpace colours, Optional<ICC_Profile> profile) {
        int bands = image.colourBands();
        if (bands == 1) {
            return grays(image);
        }
        Optional<ICC_Profile> from = profile.filter(own -> own.getNumComponents() == bands);
        if (from.isEmpty() && colours instanceof ICC_ColorSpace icc && !icc.isCS_sRGB()) {
            from = Optional.of(icc.getProfile());
        }
        if (from.isPresent()) {
            Optional<int[]> converted = converted(image, from.get());
            if (converted.isPresent()) {
                return converted.get();
            }
        }
        return bands == RGB ? plain(image) : byHand(image, colours);
    }

    private static int[] grays(SmallImage image) {
        int[] pixels = new int[image.width() * image.height()];
        for (int i = 0; i < pixels.length; i++) {
            int gray = image.sample(i, 0);
            pixels[i] = pixel(image.alpha(i), gray, gray, gray);
        }
        return pixels;
    }

    private static int[] plain(SmallImage image) {
        int[] pixels = new int[image.width() * image.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(image.alpha(i), image.sample(i, 0), image.sample(i, 1), image.sample(i, 2));
        }
        return pixels;
    }

    private static Optional<int[]> converted(SmallImage image, ICC_Profile profile) {
        WritableRaster from = raster(image, image.colourBands());
        int[] samples = new int[image.colourBands()];
        for (int i = 0; i < image.width() * image.height(); i++) {
            for (int band = 0; band < samples.length; band++) {
                samples[band] = image.sample(i, band);
            }
            from.setPixel(i % image.width(), i / image.width(), samples);
        }
        WritableRaster to = raster(image, RGB);
        try {
            new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null).filter(from, to);
        } catch (CMMException | IllegalArgumentException e) {
            // A broken profile is no broken image: its colours are then taken for sRGB's.
            return Optional.empty();
        }
        int[] pixels = new int[image.width() * image.height()];
        int[] rgb = new int[RGB];
        for (int i = 0; i < pixels.length; i++) {
            to.getPixel(i % image.width(), i / image.width(), rgb);
            pixels[i] = pixel(image.alpha(i), rgb[0], rgb[1], rgb[2]);
        }
        return Optional.of(pixels);
    }

    private static int[] byHand(SmallImage image, ColorSpace colours) {
        int[] pixels = new int[image.width() * image.height()];
        float[] samples = new float[image.colourBands()];
        for (int i = 0; i < pixels.length; i++) {
            for (int band = 0; band < samples.length; band++) {
                samples[band] = image.sample(i, band) / 255f;
            }
            float[] rgb = colours.toRGB(samples);
            pixels[i] = pixel(image.alpha(i), byteOf(rgb[0]), byteOf(rgb[1]), byteOf(rgb[2]));
        }
        return pixels;
    }

    private static WritableRaster raster(SmallImage image, int bands) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.width(), image.height(), bands, null);
    }

    private static int byteOf(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }

    private static int pixel(int alpha, int red, int green, int blue) {
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }
}
