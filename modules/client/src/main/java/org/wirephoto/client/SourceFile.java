package org.wirephoto.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.PeerText;

/** A local file as it was when it was first looked at. */
final class SourceFile {
    private static final int LONGEST_LABEL = 255;

    private final Path path;
    private final long size;
    private final FileTime modified;

    private SourceFile(Path path, long size, FileTime modified) {
        this.path = path;
        this.size = size;
        this.modified = modified;
    }

    static SourceFile of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, "is not a file");
        }
        return new SourceFile(path, attributes.size(), attributes.lastModifiedTime());
    }

    long size() {
        return size;
    }

    /** Reads the whole file for its digest. */
    Digest digest(Cancellation cancellation) throws IOException {
        Sha256 sha256 = new Sha256();
        byte[] piece = new byte[BodyTransfer.PIECE_BYTES];
        try (SeekableByteChannel channel = open(0)) {
            long left = size;
            while (left > 0) {
                cancellation.check();
                int count = read(channel, piece, (int) Math.min(piece.length, left));
                sha256.add(piece, count);
                left -= count;
            }
        }
        return sha256.finish();
    }

    SeekableByteChannel open(long offset) throws IOException {
        return Files.newByteChannel(path).position(offset);
    }

    /** Reads bytes that have to be there, from one to {@code most}. */
    int read(SeekableByteChannel channel, byte[] target, int most) throws IOException {
        int count = channel.read(ByteBuffer.wrap(target, 0, most));
        if (count <= 0) {
            throw changedMeanwhile();
        }
        return count;
    }

    /** Whether somebody wrote to the file since it was first looked at. */
    boolean hasChanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return now.size() != size || !now.lastModifiedTime().equals(modified);
    }

    FileChangedException changedMeanwhile() {
        return new FileChangedException(PeerText.safe(String.valueOf(path.getFileName()), LONGEST_LABEL)
                + " was changed while it was sent; nothing was saved. Send it again.");
    }
}
