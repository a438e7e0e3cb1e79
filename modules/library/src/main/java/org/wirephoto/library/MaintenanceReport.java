package org.wirephoto.library;

/**
 * How a piece of maintenance ended.
 *
 * @param done how many images were checked (broken ones too), imported, exported or copied
 * @param unchanged how many needed nothing because they were there already
 * @param bytes the size of those done, in bytes
 * @param findings how many findings there were; the {@link MaintenanceListener} was told of each
 * @param leftovers how many files a verification met that no image needs: harmless, left by a crash or just about to
 *     be removed
 * @param complete whether it went through to its end, and was not stopped by its listener
 */
public record MaintenanceReport(
        long done, long unchanged, long bytes, long findings, long leftovers, boolean complete) {}
