package org.wirephoto.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file for an image reader, which is stopped here when its time is over. Nothing goes into a temporary file. */
final class DecoderInput extends ImageInputStreamImpl {
    private static final int PAGE = 64 << 10;

    private final FileChannel file;
    private final long length;
    private final Stop stop;
    private final ByteBuffer page = ByteBuffer.allocate(PAGE).limit(0);
    private long pageAt;
    private Optional<IOException> fault = Optional.empty();

    DecoderInput(Path path, Stop stop) throws IOException {
        this.stop = stop;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.length = file.size();
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!isAtHand()) {
            return -1;
        }
        return page.get((int) (streamPos++ - pageAt)) & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int copied = 0;
        // To the last byte: the JDK's PNG reader takes a short read for the end.
        while (copied < count && isAtHand()) {
            int from = (int) (streamPos - pageAt);
            int part = Math.min(count - copied, page.limit() - from);
            page.get(from, target, offset + copied, part);
            streamPos += part;
            copied += part;
        }
        return copied == 0 ? -1 : copied;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            file.close();
        }
    }

    /** The fault of the file itself that ended a read, which a reader can't tell from what it finds in the file. */
    Optional<IOException> fault() {
        return fault;
    }

    private int fill() throws IOException {
        try {
            return file.read(page, pageAt);
        } catch (IOException e) {
            fault = Optional.of(e);
            throw e;
        }
    }

    private boolean isAtHand() throws IOException {
        checkClosed();
        if (streamPos >= pageAt && streamPos < pageAt + page.limit()) {
            return true;
        }
        if (stop.isDue()) {
            throw new StoppedException();
        }
        page.clear();
        pageAt = streamPos;
        int got = fill();
        page.limit(Math.max(0, got));
        return got > 0;
    }
}
