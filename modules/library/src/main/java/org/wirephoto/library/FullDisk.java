package org.wirephoto.library;

import java.io.IOException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.storage.NoSpaceException;

/** Makes a refusal of a disk that turns out to be full. */
final class FullDisk {
    private static final Logger LOG = LogManager.getLogger(FullDisk.class);

    private FullDisk() {}

    static <T> T refuse(Work<T> work) throws RefusedException, IOException, InterruptedException {
        try {
            return work.run();
        } catch (NoSpaceException e) {
            throw refusal(e);
        }
    }

    /** What the caller is told, while the log has where it happened. */
    static RefusedException refusal(NoSpaceException e) {
        LOG.warn("the disk is full", e);
        return new RefusedException(ErrorCode.STORAGE_FULL);
    }

    /** Something that needs room on the disk. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws RefusedException, IOException, InterruptedException;
    }
}
