package org.wirephoto.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A blob in a file; an open channel keeps its bytes readable even when the file is removed. */
final class FileBlob implements Blob {
    private final Path file;
    private final FileChannel channel;
    private final long size;

    private FileBlob(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static FileBlob open(Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ);
        try {
            return new FileBlob(file, channel, channel.size());
        } catch (IOException e) {
            Closing.after(e, channel::close);
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public FileChannel channel() {
        return channel;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
