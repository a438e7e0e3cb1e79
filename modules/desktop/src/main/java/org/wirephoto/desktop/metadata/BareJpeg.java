package org.wirephoto.desktop.metadata;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG file segment by segment. Of the application segments only JFIF, colour profiles, Adobe's note on the
 * colours and the orientation stay; comments go, and so does what follows the picture's end, where cameras put more
 * pictures.
 */
final class BareJpeg {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = prefix("Exif\0\0");
    private static final byte[] JFIF = prefix("JFIF\0");
    private static final byte[] PROFILE = prefix("ICC_PROFILE\0");
    private static final byte[] ADOBE = prefix("Adobe");
    /** What a JFIF segment has before the small picture that may be in it, with that picture's two measures. */
    private static final int JFIF_BYTES = 14;

    private static final int JFIF_PICTURE = 12;

    private final DataInputStream in;
    private final OutputStream out;
    private boolean turned;

    BareJpeg(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copy() throws IOException {
        if (in.readUnsignedShort() != (MARK << 8 | START)) {
            throw new DamagedImageException("The picture is not a JPEG.");
        }
        writeMarker(START);
        int marker = nextMarker();
        while (marker != END) {
            marker = segment(marker);
        }
        writeMarker(END);
    }

    /** Copies or drops a segment, and gives the marker of the next one. */
    private int segment(int marker) throws IOException {
        if (marker == TEMPORARY || isRestart(marker)) {
            writeMarker(marker);
            return nextMarker();
        }
        int length = in.readUnsignedShort() - 2;
        if (length < 0 || marker == START) {
            throw new DamagedImageException("The picture is damaged: a part of it has no length.");
        }
        byte[] data = in.readNBytes(length);
        if (data.length < length) {
            throw new DamagedImageException("The picture is damaged: it ends too early.");
        }
        keep(marker, data);
        return marker == SCAN ? scan() : nextMarker();
    }

    private void keep(int marker, byte[] data) throws IOException {
        if (marker == APP1) {
            turn(data);
        } else if (marker == APP0 && startsWith(data, JFIF) && data.length >= JFIF_BYTES) {
            byte[] withoutPicture = Arrays.copyOf(data, JFIF_BYTES);
            Arrays.fill(withoutPicture, JFIF_PICTURE, JFIF_BYTES, (byte) 0);
            writeSegment(marker, withoutPicture);
        } else if (!isTold(marker) || isNeeded(marker, data)) {
            writeSegment(marker, data);
        }
    }

    /** Puts in place of the first EXIF data what of them the picture needs. */
    private void turn(byte[] data) throws IOException {
        if (turned || !startsWith(data, EXIF)) {
            return;
        }
        turned = true;
        ExifOrientation orientation = ExifOrientation.read(Arrays.copyOfRange(data, EXIF.length, data.length));
        if (!orientation.isUpright()) {
            byte[] bare = orientation.bare();
            byte[] segment = Arrays.copyOf(EXIF, EXIF.length + bare.length);
            System.arraycopy(bare, 0, segment, EXIF.length, bare.length);
            writeSegment(APP1, segment);
        }
    }

    private static boolean isTold(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
    }

    private static boolean isNeeded(int marker, byte[] data) {
        return (marker == APP2 && startsWith(data, PROFILE)) || (marker == APP14 && startsWith(data, ADOBE));
    }

    /** Copies coded pixels, and gives the marker behind them. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != MARK) {
                out.write(next);
                continue;
            }
            int code = in.readUnsignedByte();
            while (code == MARK) {
                code = in.readUnsignedByte();
            }
            if (code != 0 && !isRestart(code)) {
                return code;
            }
            writeMarker(code);
        }
    }

    /** What stands between segments is nobody's, and is left out. */
    private int nextMarker() throws IOException {
        int before = 0;
        while (true) {
            int next = in.readUnsignedByte();
            if (before == MARK && next != MARK && next != 0) {
                return next;
            }
            before = next;
        }
    }

    private void writeSegment(int marker, byte[] data) throws IOException {
        writeMarker(marker);
        int length = data.length + 2;
        out.write(length >> 8);
        out.write(length);
        out.write(data);
    }

    private void writeMarker(int marker) throws IOException {
        out.write(MARK);
        out.write(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private static boolean startsWith(byte[] data, byte[] prefix) {
        return data.length >= prefix.length && Arrays.equals(data, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] prefix(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
