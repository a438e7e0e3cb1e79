package org.wirephoto.library;

/** Is told how a piece of maintenance goes on, by one thread at a time but not always the same, and can stop it. */
@FunctionalInterface
public interface MaintenanceListener {
    /**
     * Some of the work is done.
     *
     * @param progress how far it is
     * @return whether to go on; false ends the work soon, with a report that is not complete
     */
    boolean progressed(Progress progress);

    /** The work met something worth telling, and goes on. */
    default void found(Finding finding) {}

    /**
     * How far a piece of maintenance is.
     *
     * @param done how many bytes are done
     * @param total how many there are in all, as far as is known; grows where more is found
     * @param item what is worked at now: an image's name or a file's, which may hold any character
     */
    record Progress(long done, long total, String item) {}
}
