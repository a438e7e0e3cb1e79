package org.wirephoto.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.wirephoto.protocol.Digest;

/** Reads files through a digest, a part at a time, and tells of each part. */
final class Copying {
    private static final int PART = 1 << 18;

    private final ByteBuffer part = ByteBuffer.allocate(PART);

    /** Reads to the end, hands every part on, and gives the digest of all. */
    <X extends Exception> Digest read(ReadableByteChannel source, Taker<X> taker)
            throws X, IOException, InterruptedException {
        MessageDigest digest = sha256();
        part.clear();
        while (source.read(part) >= 0) {
            part.flip();
            digest.update(part.duplicate());
            taker.take(part);
            part.clear();
        }
        return Digest.of(digest.digest());
    }

    /** Writes all that a buffer has. */
    static void writeAll(WritableByteChannel target, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the parts of a file in their order. */
    @FunctionalInterface
    interface Taker<X extends Exception> {
        void take(ByteBuffer bytes) throws X, IOException, InterruptedException;
    }
}
