package org.wirephoto.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** HEIF files by hand: their boxes around a JPEG picture, which is one of the codings that HEIF allows. */
final class HeifBytes {
    private final byte[] jpeg;
    private final int width;
    private final int height;
    private String brands = "mif1mif1jpeg";
    private int turns;
    private byte[] exif = new byte[0];

    HeifBytes(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg.clone();
        this.width = width;
        this.height = height;
    }

    /** The major brand, then the compatible ones, four letters each. */
    HeifBytes brands(String fourLettersEach) {
        brands = fourLettersEach;
        return this;
    }

    /** To be turned by this many quarters, anticlockwise, when shown. */
    HeifBytes turns(int quarters) {
        turns = quarters;
        return this;
    }

    HeifBytes exif(byte[] data) {
        exif = data.clone();
        return this;
    }

    byte[] build() {
        byte[] type = box("ftyp", ascii(brands.substring(0, 4)), new byte[4], ascii(brands.substring(4)));
        int pictureAt = type.length + meta(0).length + 8;
        byte[] head = exif.length == 0 ? exif : concat(new byte[4], exif);
        return concat(type, meta(pictureAt), box("mdat", jpeg, head));
    }

    /** Adds what readers skip, so that a file differs from another in its bytes alone. */
    static byte[] withFreeBox(byte[] file, byte[] data) {
        return concat(file, box("free", data));
    }

    private byte[] meta(int pictureAt) {
        return box("meta", new byte[4], handler(), primary(), locations(pictureAt), items(), properties());
    }

    private static byte[] handler() {
        return box("hdlr", new byte[8], ascii("pict"), new byte[13]);
    }

    private static byte[] primary() {
        return box("pitm", new byte[4], shorts(1));
    }

    private byte[] locations(int pictureAt) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(new byte[4]);
        parts.add(shorts(0x4400, exif.length == 0 ? 1 : 2));
        parts.add(location(1, pictureAt, jpeg.length));
        if (exif.length > 0) {
            parts.add(location(2, pictureAt + jpeg.length, exif.length + 4));
        }
        return box("iloc", parts.toArray(byte[][]::new));
    }

    private static byte[] location(int item, int offset, int length) {
        return concat(shorts(item, 0, 1), longs(offset, length));
    }

    private byte[] items() {
        byte[] picture = box("infe", longs(0x02000000), shorts(1, 0), ascii("jpeg\0"));
        byte[] extra = exif.length == 0 ? exif : box("infe", longs(0x02000000), shorts(2, 0), ascii("Exif\0"));
        return box("iinf", new byte[4], shorts(exif.length == 0 ? 1 : 2), picture, extra);
    }

    private byte[] properties() {
        byte[] size = box("ispe", longs(0, width, height));
        byte[] turn = box("irot", new byte[] {(byte) turns});
        byte[] decoy = box("ispe", longs(0, 1, 1));
        byte[] uses = {0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 2, (byte) 0x83};
        return box("iprp", box("ipco", decoy, size, turn), box("ipma", uses));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = concat(parts);
        return concat(longs(8 + content.length), ascii(type), content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static byte[] longs(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
