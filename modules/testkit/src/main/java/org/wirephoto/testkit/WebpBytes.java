package org.wirephoto.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** WebP files put together from coded pictures that lie beside this class. */
final class WebpBytes {
    private static final int FILE_HEADER = 12;
    private static final int HAS_PROFILE = 0x20;
    private static final int HAS_EXIF = 0x08;

    private WebpBytes() {}

    /** The same file with one more chunk, which readers skip. */
    static byte[] withChunk(byte[] webp, String name, byte[] data) {
        return file(Arrays.copyOfRange(webp, FILE_HEADER, webp.length), chunk(name, data));
    }

    /** A picture of one chunk, put into an extended file with EXIF data. */
    static byte[] withExif(byte[] webp, byte[] exif) {
        byte[] picture = Arrays.copyOfRange(webp, FILE_HEADER, webp.length);
        return file(extended(HAS_EXIF), picture, chunk("EXIF", exif));
    }

    /** A picture of one chunk, put into an extended file with a colour profile. */
    static byte[] withProfile(byte[] webp, byte[] profile) {
        byte[] picture = Arrays.copyOfRange(webp, FILE_HEADER, webp.length);
        return file(extended(HAS_PROFILE), chunk("ICCP", profile), picture);
    }

    private static byte[] extended(int flags) {
        ByteBuffer data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
        data.put((byte) (Scene.WIDTH - 1)).putShort((short) 0);
        data.put((byte) (Scene.HEIGHT - 1)).putShort((short) 0);
        return chunk("VP8X", data.array());
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            body.writeBytes(chunk);
        }
        return chunk("RIFF", body.toByteArray());
    }

    private static byte[] chunk(String name, byte[] data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + data.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }
}
