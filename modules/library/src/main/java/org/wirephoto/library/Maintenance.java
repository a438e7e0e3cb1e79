package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What an operator does with a whole library, while it is in use or not: verify, back up, export, import.
 *
 * <p>Each takes a bounded amount of memory, however many images there are. A thread that is interrupted ends its work
 * with {@link InterruptedException}.
 */
public final class Maintenance {
    Maintenance() {}

    /**
     * Reads every image's bytes again and compares them with its digest and size, looks for entries without bytes and
     * bytes without entry, and lets the catalogue check itself.
     *
     * <p>Findings: {@code image-missing}, {@code image-damaged}, {@code orphan}, {@code catalogue-damaged}.
     */
    public MaintenanceReport verify(VerifyOptions options, MaintenanceListener listener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes a consistent copy of bytes and catalogue, which a server can be started on.
     *
     * <p>Findings: {@code image-missing}.
     *
     * @param target a folder that is empty, or not there yet
     * @throws RefusedException where the folder is not empty, or lies within the library's own
     */
    public MaintenanceReport backupTo(Path target, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes every live image as a plain file under its name, with the time that it was saved. Writes new files only
     * and follows no links.
     *
     * <p>Findings: {@code file-exists}, {@code image-missing}, {@code image-damaged}, {@code not-written}.
     *
     * @param target a folder; made where it is not there yet
     * @throws RefusedException where it lies within the library's own folder
     */
    public MaintenanceReport exportTo(Path target, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves every file of a folder and of those below it under its normalised name. Follows no links.
     *
     * <p>Findings: the refusal's code on the wire, {@code not-readable}.
     *
     * @param caller on whose behalf
     * @param source the folder
     */
    public MaintenanceReport importFrom(Caller caller, Path source, MaintenanceListener listener)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
