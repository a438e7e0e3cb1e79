package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the boxes of a HEIF or AVIF file: the size of its main image, with the cropping and turning that go with it.
 */
final class HeifHeader {
    private static final int FULL_BOX = 4;
    private static final int PIXEL = 4;

    private HeifHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        List<Box> meta = Box.in(Box.needed(Box.in(file, 0), "meta"), FULL_BOX);
        Bytes primary = Box.needed(meta, "pitm");
        long item = primary.u8(0) == 0 ? primary.u16(FULL_BOX, BIG_ENDIAN) : primary.u32(FULL_BOX, BIG_ENDIAN);
        List<Box> properties = Box.in(Box.needed(meta, "iprp"), 0);
        List<Box> all = Box.in(Box.needed(properties, "ipco"), 0);
        List<Box> own = new ArrayList<>();
        for (int index : uses(Box.needed(properties, "ipma"), item)) {
            if (index >= 1 && index <= all.size()) {
                own.add(all.get(index - 1));
            }
        }
        return shown(own, HeifExif.of(file, meta).withoutOrientation());
    }

    /** The properties of an item, by their places from 1 on. */
    private static List<Integer> uses(Bytes table, long item) throws IOException, DamagedException {
        boolean wideItems = table.u8(0) > 0;
        boolean wideIndexes = (table.u8(3) & 1) == 1;
        long count = table.u32(FULL_BOX, BIG_ENDIAN);
        long at = FULL_BOX + 4;
        List<Integer> uses = new ArrayList<>();
        for (long entry = 0; entry < count; entry++) {
            long id = wideItems ? table.u32(at, BIG_ENDIAN) : table.u16(at, BIG_ENDIAN);
            at += wideItems ? 4 : 2;
            int properties = table.u8(at++);
            for (int i = 0; i < properties; i++) {
                int use = wideIndexes ? table.u16(at, BIG_ENDIAN) & 0x7FFF : table.u8(at) & 0x7F;
                at += wideIndexes ? 2 : 1;
                if (id == item) {
                    uses.add(use);
                }
            }
            if (id == item) {
                return uses;
            }
        }
        return uses;
    }

    private static Header shown(List<Box> properties, Exif exif) throws IOException, DamagedException {
        Bytes size = Box.needed(properties, "ispe");
        long width = size.u32(FULL_BOX, BIG_ENDIAN);
        long height = size.u32(FULL_BOX + 4L, BIG_ENDIAN);
        for (Box property : properties) {
            Bytes content = property.content();
            if (property.type().equals("clap")) {
                width = cropped(content, 0, width);
                height = cropped(content, 8, height);
            }
            if (property.type().equals("irot") && content.u8(0) % 2 == 1) {
                long side = width;
                width = height;
                height = side;
            }
        }
        return new Header(width, height, exif, PIXEL);
    }

    /** A side after cropping, which is given as a fraction; one that makes no sense leaves the side as it is. */
    private static long cropped(Bytes aperture, long at, long side) throws IOException, DamagedException {
        long numerator = aperture.u32(at, BIG_ENDIAN);
        long denominator = aperture.u32(at + 4, BIG_ENDIAN);
        long cropped = denominator == 0 ? 0 : (numerator + denominator / 2) / denominator;
        return cropped >= 1 && cropped <= side ? cropped : side;
    }
}
