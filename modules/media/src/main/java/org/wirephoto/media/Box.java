package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One box of an ISO media file: its four letters and what is in it. */
record Box(String type, Bytes content) {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int MOST = 32_768;

    /** The boxes that lie one after another from a place on; what lies behind a damaged one is out of reach. */
    static List<Box> in(Bytes bytes, long from) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        try {
            while (boxes.size() < MOST && at < bytes.length()) {
                long size = size(bytes, at);
                boolean isLong = bytes.u32(at, BIG_ENDIAN) == 1;
                int header = isLong ? LONG_HEADER : HEADER;
                if (size < header) {
                    return boxes;
                }
                boxes.add(new Box(bytes.text(at + 4, 4), bytes.part(at + header, size - header)));
                at += Math.min(size, bytes.length() - at);
            }
        } catch (DamagedException e) {
            // What was read before the end is all there is.
        }
        return boxes;
    }

    /** The first box of a type. */
    static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** The first box of a type, without which the image has no size. */
    static Bytes needed(List<Box> boxes, String type) throws DamagedException {
        return first(boxes, type)
                .orElseThrow(() -> new DamagedException("The file has no box that says what its main image is."))
                .content();
    }

    private static long size(Bytes bytes, long at) throws IOException, DamagedException {
        long size = bytes.u32(at, BIG_ENDIAN);
        if (size == 0) {
            return bytes.length() - at;
        }
        return size == 1 ? bytes.s64(at + HEADER, BIG_ENDIAN) : size;
    }
}
