package org.wirephoto.library;

import java.util.List;

/**
 * How a piece of maintenance ended.
 *
 * @param done how many images were checked, imported, exported or copied
 * @param unchanged how many needed nothing because they were there already
 * @param bytes the size of those done, in bytes
 * @param findings how many findings there were in all
 * @param first the first of them, at most {@link #FINDINGS}
 * @param leftovers how many files a verification met that no image needs: harmless, left by a crash or just about to
 *     be removed
 * @param complete whether it went through to its end, and was not stopped by its listener
 */
public record MaintenanceReport(
        long done, long unchanged, long bytes, long findings, List<Finding> first, long leftovers, boolean complete) {
    /** The most findings that a report holds; a {@link MaintenanceListener} is told of all. */
    public static final int FINDINGS = 1000;

    /** Copies the list. */
    public MaintenanceReport {
        first = List.copyOf(first);
    }
}
