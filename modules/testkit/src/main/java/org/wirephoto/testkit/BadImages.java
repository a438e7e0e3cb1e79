package org.wirephoto.testkit;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.wirephoto.protocol.ErrorCode;

/** What people send by mistake, and what they should not send. */
final class BadImages {
    private final List<TestImage> all = new ArrayList<>();
    private final BufferedImage rgb = Scene.small(TYPE_3BYTE_BGR);

    static List<TestImage> all() {
        BadImages images = new BadImages();
        images.notImages();
        images.imagesOfOtherTypes();
        images.cutShort();
        images.add("empty.png", ErrorCode.SIZE_MISSING, new byte[0]);
        images.add("png-called.jpg", ErrorCode.EXTENSION_MISMATCH, PngBytes.plain(images.rgb));
        images.add("jpeg-called.png", ErrorCode.EXTENSION_MISMATCH, JpegBytes.baseline(images.rgb));
        images.add("too-many-pixels.png", ErrorCode.IMAGE_TOO_LARGE, PngBytes.claiming(20_000, 20_000));
        images.add("no-width.png", ErrorCode.IMAGE_UNREADABLE, PngBytes.claiming(0, 20));
        return List.copyOf(images.all);
    }

    private void notImages() {
        unsupported("text-called.png", text("This is a letter, not an image.\n"));
        unsupported("page-called.jpg", text("<!DOCTYPE html><html><body>beach</body></html>"));
        unsupported("zip-called.jpg", zip());
        unsupported("document-called.png", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"));
        unsupported("program-called.gif", HexFormat.of().parseHex("7f454c4602010100" + "00".repeat(56)));
        unsupported("zeros-called.bmp", new byte[512]);
        unsupported("movie-called.heic", fileType("isomisommp42avc1"));
        unsupported("movie-called.avif", fileType("qt  qt  "));
    }

    private void imagesOfOtherTypes() {
        byte[] svg = text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"/>");
        unsupported("drawing-called.png", svg);
        unsupported("digital-negative-called.tif", TiffImages.raw(rgb, "Wirephoto", true));
        unsupported("nikon-called.tif", TiffImages.raw(rgb, "NIKON CORPORATION", false));
        byte[] canon = TiffImages.rgb(rgb, ByteOrder.LITTLE_ENDIAN, 1);
        System.arraycopy(text("CR\2\0"), 0, canon, 8, 4);
        unsupported("canon-called.tif", canon);
        unsupported("canon-called.heic", fileType("crx crx isom"));
        unsupported("sequence-called.avif", Resources.bytes("sequence.avif"));
        unsupported("sequence-called.heic", fileType("hevchevcmsf1"));
        unsupported("icon-called.png", HexFormat.of().parseHex("0000010001001010000001002000" + "00".repeat(40)));
    }

    private void cutShort() {
        cut("cut-short.png", PngBytes.plain(rgb), 20);
        cut("cut-short.jpg", JpegBytes.baseline(rgb), 40);
        cut("cut-short.gif", GifBytes.plain(Scene.small(TYPE_BYTE_INDEXED)), 8);
        cut("cut-short.webp", Resources.bytes("lossy.webp"), 22);
        cut("cut-short.tif", TiffImages.rgb(rgb, ByteOrder.LITTLE_ENDIAN, 1), 200);
        cut("cut-short.avif", Resources.bytes("still.avif"), 60);
        cut("cut-short.heic", Resources.bytes("still.heic"), 60);
        cut("cut-short.heif", new HeifBytes(new byte[0], 8, 8).build(), 80);
    }

    private void cut(String name, byte[] bytes, int length) {
        add(name, ErrorCode.IMAGE_UNREADABLE, Arrays.copyOf(bytes, length));
    }

    private void unsupported(String name, byte[] bytes) {
        add(name, ErrorCode.TYPE_UNSUPPORTED, bytes);
    }

    private void add(String name, ErrorCode refusal, byte[] bytes) {
        all.add(TestImage.bad(name, refusal, bytes));
    }

    /** A file of boxes with these brands, the major one first, and nothing of use behind them. */
    private static byte[] fileType(String brands) {
        return new HeifBytes(new byte[16], 8, 8).brands(brands).build();
    }

    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("beach.jpg"));
            zip.write(JpegBytes.baseline(Scene.small(TYPE_3BYTE_BGR)));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
