package org.wirephoto.desktop.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Copies a WebP file chunk by chunk, in two rounds: the head has to say how long the rest is, and whether it has EXIF
 * data, before they come.
 */
final class BareWebp {
    private static final int HEAD = 8;
    private static final int FILE_HEAD = 12;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final int EXTENDED_BYTES = 10;
    private static final int EXIF_LOOKED_AT = 64 * 1024;
    private static final String EXTENDED = "VP8X";
    private static final String EXIF = "EXIF";
    private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", EXTENDED, "ANIM", "ANMF", "ALPH", "ICCP");

    private final FileChannel channel;

    BareWebp(FileChannel channel) {
        this.channel = channel;
    }

    /** A chunk of the file: where it begins, and how long its data are. */
    private record Chunk(String name, long at, long length) {
        long whole() {
            return HEAD + length + length % 2;
        }
    }

    /** What the first round finds. */
    private record Survey(long kept, boolean extended, ExifOrientation orientation) {}

    @FunctionalInterface
    private interface Visitor {
        void visit(Chunk chunk) throws IOException;
    }

    void copy(OutputStream out) throws IOException {
        Survey survey = survey();
        boolean turn = survey.extended() && !survey.orientation().isUpright();
        byte[] exif = turn ? exifChunk(survey.orientation()) : new byte[0];
        ByteBuffer head = ByteBuffer.allocate(FILE_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RIFF"))
                .putInt((int) (Integer.BYTES + survey.kept() + exif.length))
                .put(ascii("WEBP"));
        out.write(head.array());
        forEach(chunk -> {
            if (chunk.name().equals(EXTENDED)) {
                out.write(extended(chunk, turn));
            } else if (PICTURE.contains(chunk.name())) {
                pass(chunk, out);
            }
        });
        out.write(exif);
    }

    private Survey survey() throws IOException {
        long[] kept = {0};
        boolean[] extended = {false};
        ExifOrientation[] orientation = {ExifOrientation.UPRIGHT};
        forEach(chunk -> {
            extended[0] |= chunk.name().equals(EXTENDED);
            if (PICTURE.contains(chunk.name())) {
                kept[0] += chunk.whole();
            } else if (chunk.name().equals(EXIF) && orientation[0].isUpright()) {
                orientation[0] = orientation(chunk);
            }
        });
        if (kept[0] == 0) {
            throw new DamagedImageException("The picture is damaged: there is nothing in it.");
        }
        return new Survey(kept[0], extended[0], orientation[0]);
    }

    private void forEach(Visitor visitor) throws IOException {
        ByteBuffer head = read(0, FILE_HEAD);
        long end = HEAD + Integer.toUnsignedLong(head.getInt(4));
        if (!text(head, 0).equals("RIFF") || !text(head, HEAD).equals("WEBP")) {
            throw new DamagedImageException("The picture is not a WebP.");
        }
        long at = FILE_HEAD;
        while (at + HEAD <= end) {
            ByteBuffer start = read(at, HEAD);
            Chunk chunk = new Chunk(text(start, 0), at, Integer.toUnsignedLong(start.getInt(4)));
            if (at + HEAD + chunk.length() > channel.size()) {
                throw new EOFException();
            }
            visitor.visit(chunk);
            at += chunk.whole();
        }
    }

    private ExifOrientation orientation(Chunk chunk) throws IOException {
        byte[] exif = read(chunk.at() + HEAD, (int) Math.min(chunk.length(), EXIF_LOOKED_AT))
                .array();
        String prefix = new String(exif, 0, Math.min(6, exif.length), StandardCharsets.ISO_8859_1);
        if (!prefix.equals("Exif\0\0")) {
            return ExifOrientation.read(exif);
        }
        // Some writers put the prefix of JPEG in front.
        return ExifOrientation.read(Arrays.copyOfRange(exif, prefix.length(), exif.length));
    }

    private byte[] extended(Chunk chunk, boolean turn) throws IOException {
        if (chunk.length() != EXTENDED_BYTES) {
            throw new DamagedImageException("The picture is damaged: its head has the wrong length.");
        }
        byte[] bytes = read(chunk.at(), HEAD + EXTENDED_BYTES).array();
        int flags = bytes[HEAD] & ~(EXIF_FLAG | XMP_FLAG);
        bytes[HEAD] = (byte) (turn ? flags | EXIF_FLAG : flags);
        return bytes;
    }

    /** The byte that makes a length even is written here: at the very end of a file, some writers forget it. */
    private void pass(Chunk chunk, OutputStream out) throws IOException {
        long at = chunk.at();
        long end = at + HEAD + chunk.length();
        var target = Channels.newChannel(out);
        while (at < end) {
            long count = channel.transferTo(at, Math.min(end - at, EXIF_LOOKED_AT), target);
            if (count <= 0) {
                throw new EOFException();
            }
            at += count;
        }
        if (chunk.length() % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] exifChunk(ExifOrientation orientation) {
        byte[] bare = orientation.bare();
        ByteBuffer chunk = ByteBuffer.allocate(HEAD + bare.length).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(ascii(EXIF)).putInt(bare.length).put(bare).array();
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] name = new byte[Integer.BYTES];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
