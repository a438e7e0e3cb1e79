package org.wirephoto.testkit;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirephoto.protocol.ImageType;

/** One small image of every accepted type and variant. */
final class GoodImages {
    private static final int ORIENTATIONS = 8;
    private static final String TIME = "2024:07:14 18:30:05";

    private final List<TestImage> all = new ArrayList<>();
    private final BufferedImage rgb = Scene.small(TYPE_3BYTE_BGR);
    private final BufferedImage gray = Scene.small(TYPE_BYTE_GRAY);
    private final BufferedImage palette = Scene.small(TYPE_BYTE_INDEXED);
    private final BufferedImage alpha = Scene.small(TYPE_INT_ARGB);

    static List<TestImage> all() {
        GoodImages images = new GoodImages();
        images.png();
        images.jpeg();
        images.gif();
        images.bmp();
        images.tiff();
        images.webp();
        images.heif();
        return List.copyOf(images.all);
    }

    private void png() {
        byte[] plain = PngBytes.plain(rgb);
        add("rgb.png", ImageType.PNG, plain);
        add("alpha.png", ImageType.PNG, PngBytes.plain(alpha));
        add("gray.png", ImageType.PNG, PngBytes.plain(gray));
        add("gray-16-bit.png", ImageType.PNG, PngBytes.plain(Scene.small(TYPE_USHORT_GRAY)));
        add("palette.png", ImageType.PNG, PngBytes.plain(palette));
        add("black-and-white.png", ImageType.PNG, PngBytes.plain(Scene.small(TYPE_BYTE_BINARY)));
        add("interlaced.png", ImageType.PNG, PngBytes.interlaced(rgb));
        add("animated.png", ImageType.PNG, PngBytes.animated(rgb));
        add("adobe-rgb.png", ImageType.PNG, PngBytes.withProfile(plain, IccBytes.adobeRgb()));
        byte[] turned = PngBytes.plain(Orientations.stored(rgb, 6));
        add("orientation-6.png", ImageType.PNG, PngBytes.withExif(turned, ExifBytes.oriented(6)));
    }

    private void jpeg() {
        byte[] plain = JpegBytes.baseline(rgb);
        add("baseline.jpg", ImageType.JPEG, plain);
        add("progressive.jpg", ImageType.JPEG, JpegBytes.progressive(rgb));
        add("gray.jpeg", ImageType.JPEG, JpegBytes.baseline(gray));
        add("cmyk.jpg", ImageType.JPEG, JpegBytes.cmyk(rgb));
        add("ycck.jpg", ImageType.JPEG, JpegBytes.ycck(rgb));
        add("adobe-rgb.jpg", ImageType.JPEG, JpegBytes.withProfile(plain, IccBytes.adobeRgb()));
        add("taken.jpe", ImageType.JPEG, JpegBytes.withExif(plain, ExifBytes.taken(1, TIME, "25")));
        byte[] zoned = ExifBytes.taken(1, TIME, "", "+02:00");
        add("taken-with-zone.jpg", ImageType.JPEG, JpegBytes.withExif(plain, zoned));
        for (int orientation = 1; orientation <= ORIENTATIONS; orientation++) {
            byte[] stored = JpegBytes.baseline(Orientations.stored(rgb, orientation));
            byte[] exif = ExifBytes.oriented(orientation);
            add("orientation-" + orientation + ".jpg", ImageType.JPEG, JpegBytes.withExif(stored, exif));
        }
    }

    private void gif() {
        byte[] plain = GifBytes.plain(palette);
        BufferedImage second = Scene.photo(TYPE_BYTE_INDEXED, Scene.WIDTH, Scene.HEIGHT, 2);
        add("plain.gif", ImageType.GIF, plain);
        add("interlaced.gif", ImageType.GIF, GifBytes.interlaced(palette));
        add("animated.gif", ImageType.GIF, GifBytes.animated(List.of(palette, second)));
        byte[] placed = GifBytes.onScreen(plain, 100, 80, 20, 10);
        all.add(TestImage.good("placed.gif", ImageType.GIF, 100, 80, placed));
    }

    private void bmp() {
        add("rgb.bmp", ImageType.BMP, BmpBytes.plain(rgb));
        add("palette.bmp", ImageType.BMP, BmpBytes.plain(palette));
        add("run-lengths.bmp", ImageType.BMP, BmpBytes.runLengths(palette));
        add("top-down.bmp", ImageType.BMP, BmpBytes.topDown(rgb));
        add("core.dib", ImageType.BMP, BmpBytes.core(rgb));
    }

    private void tiff() {
        add("little-endian.tif", ImageType.TIFF, TiffImages.rgb(rgb, ByteOrder.LITTLE_ENDIAN, 1));
        add("big-endian.tiff", ImageType.TIFF, TiffImages.rgb(rgb, ByteOrder.BIG_ENDIAN, 1));
        for (String compression : List.of("LZW", "Deflate", "PackBits", "JPEG")) {
            String name = compression.toLowerCase(Locale.ROOT) + ".tif";
            add(name, ImageType.TIFF, TiffImages.compressed(Scene.small(TYPE_INT_RGB), compression));
        }
        BufferedImage lines = Scene.small(TYPE_BYTE_BINARY);
        add("fax.tif", ImageType.TIFF, TiffImages.compressed(lines, "CCITT T.6"));
        BufferedImage deep = Scene.small(TYPE_USHORT_GRAY);
        add("gray-16-bit.tif", ImageType.TIFF, TiffImages.compressed(deep, "LZW"));
        add("cmyk.tif", ImageType.TIFF, TiffImages.cmyk(rgb));
        add("big.tif", ImageType.TIFF, TiffImages.big(rgb));
        add("developed.tif", ImageType.TIFF, TiffImages.developed(rgb, "NIKON CORPORATION"));
        BufferedImage turned = Orientations.stored(rgb, 8);
        add("orientation-8.tif", ImageType.TIFF, TiffImages.rgb(turned, ByteOrder.LITTLE_ENDIAN, 8));
    }

    private void webp() {
        for (String name : List.of("lossy", "lossless", "alpha", "lossless-alpha", "animated")) {
            add(name + ".webp", ImageType.WEBP, Resources.bytes(name + ".webp"));
        }
        byte[] lossy = Resources.bytes("lossy.webp");
        add("adobe-rgb.webp", ImageType.WEBP, WebpBytes.withProfile(lossy, IccBytes.adobeRgb()));
        byte[] turned = WebpBytes.withExif(lossy, ExifBytes.taken(6, TIME, ""));
        addOnItsSide("orientation-6.webp", ImageType.WEBP, turned);
    }

    private void heif() {
        add("still.avif", ImageType.AVIF, Resources.bytes("still.avif"));
        add("alpha.avif", ImageType.AVIF, Resources.bytes("alpha.avif"));
        byte[] rotated = Resources.bytes("rotated.avif");
        addOnItsSide("rotated.avif", ImageType.AVIF, rotated);
        add("still.heic", ImageType.HEIC, Resources.bytes("still.heic"));
        add("alpha.hif", ImageType.HEIC, Resources.bytes("alpha.heic"));
        add("jpeg-coded.heif", ImageType.HEIF, jpegCoded().build());
        byte[] taken = jpegCoded().exif(ExifBytes.taken(6, TIME, "25")).build();
        add("taken.heif", ImageType.HEIF, taken);
        byte[] turned = jpegCoded().turns(3).build();
        addOnItsSide("turned.heif", ImageType.HEIF, turned);
    }

    private HeifBytes jpegCoded() {
        return new HeifBytes(JpegBytes.baseline(rgb), Scene.WIDTH, Scene.HEIGHT);
    }

    private void add(String name, ImageType type, byte[] bytes) {
        all.add(TestImage.good(name, type, Scene.WIDTH, Scene.HEIGHT, bytes));
    }

    private void addOnItsSide(String name, ImageType type, byte[] bytes) {
        int across = Scene.HEIGHT;
        int down = Scene.WIDTH;
        all.add(TestImage.good(name, type, across, down, bytes));
    }
}
