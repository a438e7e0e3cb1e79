package org.wirephoto.desktop.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.wirephoto.protocol.ImageType;

/** Pictures that tell more than they should: with a place in EXIF data, and a word wherever their type has room. */
public final class Marked {
    /** Stands in every piece of metadata; no copy may have it. */
    static final String SECRET = "Lighthouse-52.1234N";

    private static final int LITTLE_DIRECTORY = 8;

    private Marked() {}

    /** EXIF data with an orientation and, behind a pointer, a directory of GPS tags and the secret. */
    static byte[] exif(int orientation, ByteOrder order) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tags = ByteBuffer.allocate(256).order(order);
        tags.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        tags.putShort((short) 42).putInt(LITTLE_DIRECTORY);
        tags.putShort((short) 3);
        entry(tags, 0x010E, 2, secret.length, 100);
        entry(tags, 0x0112, 3, 1, 0);
        tags.putShort(tags.position() - 4, (short) orientation);
        entry(tags, 0x8825, 4, 1, 60);
        tags.putInt(0);
        tags.position(60);
        tags.putShort((short) 1);
        entry(tags, 0x0002, 5, 3, 180);
        tags.position(100);
        tags.put(secret);
        return tags.array();
    }

    private static void entry(ByteBuffer tags, int tag, int type, int count, int value) {
        tags.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    public static byte[] marked(ImageType type, byte[] plain, int orientation) {
        return switch (type) {
            case JPEG -> jpeg(plain, orientation);
            case PNG -> png(plain, orientation);
            case WEBP -> webp(plain, orientation);
            case GIF, BMP, TIFF, AVIF, HEIC, HEIF -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static byte[] jpeg(byte[] plain, int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xE1, "Exif\0\0", exif(orientation, ByteOrder.LITTLE_ENDIAN)));
        out.writeBytes(segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", secret()));
        out.writeBytes(segment(0xE2, "MPF\0", secret()));
        out.writeBytes(segment(0xED, "Photoshop 3.0\0", secret()));
        out.writeBytes(segment(0xE0, "JFXX\0", secret()));
        out.writeBytes(segment(0xFE, "", secret()));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(plain);
        out.writeBytes(secret());
        return out.toByteArray();
    }

    private static byte[] segment(int marker, String head, byte[] data) {
        byte[] name = head.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + data.length);
        segment.put((byte) 0xFF).put((byte) marker).putShort((short) (2 + name.length + data.length));
        return segment.put(name).put(data).array();
    }

    private static byte[] png(byte[] plain, int orientation) {
        int afterHeader = 33;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, afterHeader);
        for (String name : new String[] {"tEXt", "zTXt", "iTXt", "tIME", "caBX", "prVt"}) {
            out.writeBytes(chunk(name, secret()));
        }
        out.writeBytes(chunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN)));
        out.write(plain, afterHeader, plain.length - afterHeader);
        out.writeBytes(secret());
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) check.getValue()).array();
    }

    private static byte[] webp(byte[] plain, int orientation) {
        byte[] picture = Arrays.copyOfRange(plain, 12, plain.length);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        if (!new String(picture, 0, 4, StandardCharsets.US_ASCII).equals("VP8X")) {
            body.writeBytes(riff("VP8X", new byte[] {0x0C, 0, 0, 0, 63, 0, 0, 47, 0, 0}));
        } else {
            picture[8] |= 0x0C;
        }
        body.writeBytes(picture);
        body.writeBytes(riff("EXIF", exif(orientation, ByteOrder.LITTLE_ENDIAN)));
        body.writeBytes(riff("XMP ", secret()));
        body.writeBytes(riff("note", secret()));
        return riff("RIFF", body.toByteArray());
    }

    private static byte[] riff(String name, byte[] data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + data.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] secret() {
        return SECRET.getBytes(StandardCharsets.US_ASCII);
    }
}
