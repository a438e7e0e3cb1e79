package org.wirephoto.testkit;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.wirephoto.protocol.ImageType;

/** An uncompressed image whose pixels are made while they are read. */
final class HugeImage extends InputStream {
    private static final long LEAST = 64L << 10;
    private static final long MOST = 1L << 30;
    private static final int HEADER_ROOM = 16 << 10;
    private static final int NARROW = 1024;
    private static final int WIDE = 16_384;
    private static final long NARROW_BYTES = 16L << 20;
    private static final long THREE_BYTES_A_PIXEL = 768L << 20;
    private static final int ROWS_A_STRIP = 16;

    private final SplittableRandom random;
    private byte[] block;
    private int used;
    private long left;

    HugeImage(ImageType type, long bytes, long seed) {
        if (bytes < LEAST || bytes > MOST) {
            throw new IllegalArgumentException("bytes out of range: " + bytes);
        }
        random = new SplittableRandom(seed);
        int width = bytes < NARROW_BYTES ? NARROW : WIDE;
        int each = bytes < THREE_BYTES_A_PIXEL ? 3 : 4;
        int rows = (int) ((bytes - HEADER_ROOM) / ((long) width * each));
        int pixelsAt = (int) (bytes - (long) width * each * rows);
        block = switch (type) {
            case BMP -> bmp(pixelsAt, width, rows, each);
            case TIFF -> tiff(pixelsAt, width, rows, each);
            case PNG, JPEG, GIF, WEBP, AVIF, HEIC, HEIF -> throw new IllegalArgumentException("not for " + type);
        };
        left = bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        if (used == block.length) {
            block = new byte[HEADER_ROOM];
            random.nextBytes(block);
            used = 0;
        }
        int count = (int) Math.min(Math.min(length, block.length - used), left);
        System.arraycopy(block, used, target, offset, count);
        used += count;
        left -= count;
        return count;
    }

    private static byte[] bmp(int pixelsAt, int width, int rows, int each) {
        ByteBuffer head = ByteBuffer.allocate(pixelsAt).order(ByteOrder.LITTLE_ENDIAN);
        BmpBytes.header(head, pixelsAt, width, rows, 8 * each);
        return head.array();
    }

    private static byte[] tiff(int pixelsAt, int width, int rows, int each) {
        int strips = Math.ceilDiv(rows, ROWS_A_STRIP);
        int[] offsets = new int[strips];
        int[] lengths = new int[strips];
        for (int strip = 0; strip < strips; strip++) {
            offsets[strip] = pixelsAt + strip * ROWS_A_STRIP * width * each;
            lengths[strip] = Math.min(ROWS_A_STRIP, rows - strip * ROWS_A_STRIP) * width * each;
        }
        TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN);
        TiffBytes.Tag bits = each == 3 ? tiff.ofShorts(258, 8, 8, 8) : tiff.ofShorts(258, 8, 8, 8, 8);
        List<TiffBytes.Tag> tags = new ArrayList<>(List.of(
                tiff.ofLongs(256, width),
                tiff.ofLongs(257, rows),
                bits,
                tiff.ofShorts(259, 1),
                tiff.ofShorts(262, 2),
                tiff.ofLongs(273, offsets),
                tiff.ofShorts(277, each),
                tiff.ofLongs(278, ROWS_A_STRIP),
                tiff.ofLongs(279, lengths)));
        if (each == 4) {
            tags.add(tiff.ofShorts(338, 0));
        }
        return Arrays.copyOf(tiff.finish(tiff.directory(tags)), pixelsAt);
    }
}
