package org.wirephoto.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Standard output, which knows a reader that has read enough from a disk that is full. Both show as an error of the
 * stream.
 */
final class StandardOutput extends PrintStream {
    private final PipeWatcher watcher;

    StandardOutput(OutputStream to, Charset charset) {
        this(new PipeWatcher(to), charset);
    }

    private StandardOutput(PipeWatcher watcher, Charset charset) {
        super(watcher, false, charset);
        this.watcher = watcher;
    }

    /** Whether writing failed because whoever read has closed the other end, as {@code head} does. */
    boolean readerGone() {
        return checkError() && watcher.brokenPipe;
    }

    private static final class PipeWatcher extends FilterOutputStream {
        private volatile boolean brokenPipe;

        PipeWatcher(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                // "Broken pipe", and on Windows "The pipe is being closed"
                brokenPipe |=
                        String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
                throw e;
            }
        }
    }
}
