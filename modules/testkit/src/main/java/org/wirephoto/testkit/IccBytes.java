package org.wirephoto.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A colour profile of our own with the primaries and the gamma of Adobe RGB (1998). */
final class IccBytes {
    private static final int TAGS = 9;
    private static final int TAG_DATA = 128 + 4 + 12 * TAGS;
    private static final int ROOM = 64;

    private final ByteBuffer profile = ByteBuffer.allocate(TAG_DATA + TAGS * ROOM);
    private int tags;

    private IccBytes() {}

    static byte[] adobeRgb() {
        return new IccBytes().build();
    }

    private byte[] build() {
        profile.putInt(0, profile.capacity()).putInt(8, 0x02400000);
        put(12, "mntrRGB XYZ ");
        put(36, "acsp");
        profile.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
        profile.putInt(128, TAGS);
        tag("desc", description());
        tag("cprt", text("No rights reserved"));
        tag("wtpt", xyz(0.9505, 1.0, 1.0891));
        tag("rXYZ", xyz(0.60974, 0.31111, 0.01947));
        tag("gXYZ", xyz(0.20528, 0.62567, 0.06087));
        tag("bXYZ", xyz(0.14919, 0.06322, 0.74457));
        tag("rTRC", gamma());
        tag("gTRC", gamma());
        tag("bTRC", gamma());
        return profile.array();
    }

    private void tag(String name, byte[] data) {
        int at = TAG_DATA + tags * ROOM;
        int entry = 132 + 12 * tags++;
        put(entry, name);
        profile.putInt(entry + 4, at).putInt(entry + 8, data.length);
        profile.put(at, data);
    }

    private static byte[] description() {
        return ByteBuffer.allocate(ROOM)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(5)
                .put(ascii("Wide\0"))
                .array();
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(8 + text.length() + 1)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(text))
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static byte[] gamma() {
        return ByteBuffer.allocate(14)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) 563)
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private void put(int at, String text) {
        profile.put(at, ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
