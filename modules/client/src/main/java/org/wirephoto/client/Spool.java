package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirephoto.protocol.ErrorCode;

/** What a stream had, in a temporary file that its owner alone can read and that goes when this is closed. */
final class Spool implements AutoCloseable {
    private final Path file;

    private Spool(Path file) {
        this.file = file;
    }

    /** Reads the stream to its end, or until it has more than the server takes. */
    static Spool fill(InputStream in, long most, Cancellation cancellation) throws IOException, RefusedException {
        // createTempFile gives it to the owner alone wherever there are such permissions.
        Spool spool = new Spool(Files.createTempFile("wirephoto-", ".part"));
        boolean filled = false;
        try {
            spool.copy(in, most, cancellation);
            filled = true;
            return spool;
        } finally {
            if (!filled) {
                spool.close();
            }
        }
    }

    private void copy(InputStream in, long most, Cancellation cancellation) throws IOException, RefusedException {
        byte[] piece = new byte[BodyTransfer.PIECE_BYTES];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            int count = in.read(piece);
            while (count >= 0) {
                cancellation.check();
                size += count;
                if (size > most) {
                    throw tooLarge(most);
                }
                out.write(piece, 0, count);
                count = in.read(piece);
            }
        }
    }

    static RefusedException tooLarge(long most) {
        return new RefusedException(
                ErrorCode.TOO_LARGE, "The image is larger than " + most + " bytes, the most that this server takes.");
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
