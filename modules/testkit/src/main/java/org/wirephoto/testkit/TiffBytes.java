package org.wirephoto.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Lays down the bytes of a TIFF file, or of the EXIF data that has its form. */
final class TiffBytes {
    static final int SHORT = 3;
    static final int LONG = 4;
    private static final int ASCII = 2;
    private static final int BYTE = 1;
    private static final int UNDEFINED = 7;

    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** One entry of a directory. */
    static final class Tag {
        private final int id;
        private final int type;
        private final int count;
        private final byte[] data;

        private Tag(int id, int type, int count, byte[] data) {
            this.id = id;
            this.type = type;
            this.count = count;
            this.data = data;
        }
    }

    TiffBytes(ByteOrder order) {
        this.order = order;
        boolean little = order == ByteOrder.LITTLE_ENDIAN;
        out.writeBytes(ascii(little ? "II" : "MM"));
        out.writeBytes(shorts(42));
        out.writeBytes(longs(0));
    }

    Tag ofShorts(int id, int... values) {
        return new Tag(id, SHORT, values.length, shorts(values));
    }

    Tag ofLongs(int id, int... values) {
        return new Tag(id, LONG, values.length, longs(values));
    }

    Tag ofText(int id, String text) {
        byte[] data = ascii(text + "\0");
        return new Tag(id, ASCII, data.length, data);
    }

    Tag ofBytes(int id, int... values) {
        byte[] data = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            data[i] = (byte) values[i];
        }
        return new Tag(id, BYTE, data.length, data);
    }

    Tag ofData(int id, byte[] data) {
        return new Tag(id, UNDEFINED, data.length, data);
    }

    /** Adds data and says at which offset it lies. */
    int data(byte[] data) {
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        int offset = out.size();
        out.writeBytes(data);
        return offset;
    }

    /** Adds a directory, the last of its chain, and says at which offset it lies. */
    int directory(List<Tag> tags) {
        List<Tag> sorted =
                tags.stream().sorted(Comparator.comparingInt(tag -> tag.id)).toList();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(shorts(sorted.size()));
        for (Tag tag : sorted) {
            table.writeBytes(shorts(tag.id, tag.type));
            table.writeBytes(longs(tag.count));
            byte[] value = tag.data.length <= 4 ? tag.data : longs(data(tag.data));
            table.writeBytes(value);
            table.writeBytes(new byte[4 - value.length]);
        }
        table.writeBytes(longs(0));
        return data(table.toByteArray());
    }

    /** The whole, with this directory as the first. */
    byte[] finish(int firstDirectory) {
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).order(order).putInt(4, firstDirectory);
        return bytes;
    }

    private byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 2).order(order);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private byte[] longs(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(order);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
