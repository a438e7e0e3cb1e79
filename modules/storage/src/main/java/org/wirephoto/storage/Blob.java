package org.wirephoto.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of one image, open for reading. Its opener closes it. */
public interface Blob extends AutoCloseable {
    /** How many bytes there are. */
    long size();

    /** The bytes; this blob's alone, at position 0 when it was opened, closed with it. */
    FileChannel channel();

    /** Where the bytes lie, for readers that need a path; never to be written to. */
    Path file();

    /** Closes the channel. */
    @Override
    void close() throws IOException;
}
