package org.wirephoto.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** The testkit's images by name, and small changes to their bytes. */
final class Samples {
    private static final int PNG_TRAILER = 12;

    private Samples() {}

    static TestImage image(String name) {
        return Stream.concat(TestImages.accepted().stream(), TestImages.refused().stream())
                .filter(image -> image.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    static byte[] bytes(String name) {
        return image(name).bytes();
    }

    /** A file of boxes that holds its brands, the major one first, and nothing else. */
    static byte[] fileType(String brands) {
        String[] all = brands.split(" (?=\\S)");
        ByteBuffer box = ByteBuffer.allocate(12 + 4 * all.length);
        box.putInt(box.capacity()).put(ascii("ftyp")).put(fourLetters(all[0])).putInt(0);
        Arrays.stream(all).skip(1).forEach(brand -> box.put(fourLetters(brand)));
        return box.array();
    }

    static byte[] replace(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("not there: " + from);
        }
        return text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] moveChunkToTheEnd(byte[] png, String name) {
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf(name) - 4;
        int end = at + 12 + ByteBuffer.wrap(png).getInt(at);
        ByteArrayOutputStream moved = new ByteArrayOutputStream();
        moved.write(png, 0, at);
        moved.write(png, end, png.length - PNG_TRAILER - end);
        moved.write(png, at, end - at);
        moved.write(png, png.length - PNG_TRAILER, PNG_TRAILER);
        return moved.toByteArray();
    }

    /** The same with a few bytes changed, other ones for every seed. */
    static byte[] damaged(byte[] bytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] damaged = bytes.clone();
        for (int i = 0; i < 4; i++) {
            // Headers are where damage does most.
            int reach = i < 3 ? Math.min(bytes.length, 400) : bytes.length;
            damaged[random.nextInt(12, reach)] = (byte) random.nextInt();
        }
        return damaged;
    }

    /** The same progressive JPEG with its last scan said again and again. */
    static byte[] withRepeatedScans(byte[] jpeg, int times) {
        int last = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        int end = jpeg.length - 2;
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.write(jpeg, 0, last);
        for (int i = 0; i < times; i++) {
            repeated.write(jpeg, last, end - last);
        }
        repeated.write(jpeg, end, 2);
        return repeated.toByteArray();
    }

    /** The first bytes of a lossless WebP file of this size. */
    static byte[] webpClaiming(int width, int height) {
        byte[] webp = bytes("lossless.webp");
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(21, (width - 1) | ((height - 1) << 14));
        return webp;
    }

    private static byte[] fourLetters(String brand) {
        return ascii((brand + "    ").substring(0, 4));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
