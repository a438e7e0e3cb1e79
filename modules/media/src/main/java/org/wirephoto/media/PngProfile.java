package org.wirephoto.media;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads the colour profile of a PNG file, which the JDK's reader leaves aside. */
final class PngProfile {
    private static final int MOST_PACKED = 1 << 20;
    private static final int MOST = 4 << 20;
    private static final int NAME_LENGTH = 80;

    private PngProfile() {}

    static Optional<ICC_Profile> read(Bytes file) throws IOException {
        Optional<Bytes> chunk = PngHeader.chunk(file, "iCCP");
        if (chunk.isEmpty() || chunk.get().length() > MOST_PACKED) {
            return Optional.empty();
        }
        try {
            byte[] data = chunk.get().copy(0, (int) chunk.get().length());
            int name = 0;
            while (name < NAME_LENGTH && name < data.length && data[name] != 0) {
                name++;
            }
            return Optional.of(ICC_Profile.getInstance(unpacked(data, name + 2)));
        } catch (DamagedException | ZipException | EOFException | IllegalArgumentException e) {
            // A broken profile is no broken image.
            return Optional.empty();
        }
    }

    private static byte[] unpacked(byte[] data, int from) throws IOException {
        int start = Math.min(from, data.length);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data, start, data.length - start))) {
            return in.readNBytes(MOST);
        }
    }
}
