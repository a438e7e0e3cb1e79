package org.wirephoto.desktop.metadata;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies a PNG file chunk by chunk: those that every reader has to know, and those that say how the pixels look. All
 * others go, known or not.
 */
final class BarePng {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final String EXIF = "eXIf";
    private static final String END = "IEND";
    private static final Set<String> LOOKS = Set.of(
            "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "mDCv", "cLLI", "cLLi", "sBIT", "bKGD", "hIST",
            "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
    private static final int HEAD = 8;
    private static final int CHECK = 4;
    /** The orientation lies in the first directory, at the front of the data. */
    private static final int EXIF_LOOKED_AT = 64 * 1024;

    private static final int BUFFER = 8 * 1024;

    private final DataInputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private boolean turned;

    BarePng(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copy() throws IOException {
        if (in.readLong() != SIGNATURE) {
            throw new DamagedImageException("The picture is not a PNG.");
        }
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
        String name;
        do {
            name = chunk();
        } while (!name.equals(END));
    }

    /** Copies or drops a chunk, and gives its name. */
    private String chunk() throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(head).getInt();
        String name = new String(head, Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw new DamagedImageException("The picture is damaged: a part of it has no length.");
        }
        if (name.equals(EXIF)) {
            turn(length);
        } else if (isCritical(name) || LOOKS.contains(name)) {
            out.write(head);
            pass((long) length + CHECK);
        } else {
            in.skipNBytes((long) length + CHECK);
        }
        return name;
    }

    private void turn(int length) throws IOException {
        byte[] exif = in.readNBytes(Math.min(length, EXIF_LOOKED_AT));
        in.skipNBytes((long) length - exif.length + CHECK);
        ExifOrientation orientation = ExifOrientation.read(exif);
        if (!turned && !orientation.isUpright()) {
            turned = true;
            byte[] bare = orientation.bare();
            ByteBuffer chunk = ByteBuffer.allocate(HEAD + bare.length + CHECK);
            chunk.putInt(bare.length)
                    .put(EXIF.getBytes(StandardCharsets.ISO_8859_1))
                    .put(bare);
            CRC32 check = new CRC32();
            check.update(chunk.array(), Integer.BYTES, Integer.BYTES + bare.length);
            out.write(chunk.putInt((int) check.getValue()).array());
        }
    }

    private void pass(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** A capital first letter marks what no reader may skip. */
    private static boolean isCritical(String name) {
        return name.charAt(0) >= 'A' && name.charAt(0) <= 'Z';
    }
}
