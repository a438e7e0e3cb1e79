package org.wirephoto.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, of which one page at a time is in memory. For one thread. */
final class FileBytes implements Bytes, AutoCloseable {
    private static final int PAGE = 8192;

    private final FileChannel file;
    private final long length;
    private final ByteBuffer page = ByteBuffer.allocate(PAGE);
    private long pageAt;

    private FileBytes(FileChannel file, long length) {
        this.file = file;
        this.length = length;
        page.limit(0);
    }

    static FileBytes open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new FileBytes(file, file.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int u8(long at) throws IOException, DamagedException {
        if (at < pageAt || at >= pageAt + page.limit()) {
            turnTo(at);
        }
        return page.get((int) (at - pageAt)) & 0xFF;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void turnTo(long at) throws IOException, DamagedException {
        if (at < 0 || at >= length) {
            throw new DamagedException(CUT_SHORT);
        }
        pageAt = at - at % PAGE;
        page.clear();
        while (page.hasRemaining() && file.read(page, pageAt + page.position()) >= 0) {
            // One read of a file may bring less than was asked for.
        }
        page.flip();
        if (at >= pageAt + page.limit()) {
            throw new DamagedException(CUT_SHORT);
        }
    }
}
