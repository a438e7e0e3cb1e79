package org.wirephoto.client;

/** Hears how a transfer gets on. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Some bytes more were moved.
     *
     * <p>Called on the transfer's own thread, after each piece of at most 128 KiB and once at the end: it has to be
     * quick, and to leave out what it has no use for. After a lost connection {@code done} may be less than it was.
     *
     * @param done how many of the image's bytes are where they belong, those of an earlier attempt included
     * @param total how many there are
     */
    void progress(long done, long total);
}
