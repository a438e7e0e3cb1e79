package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Role;

/**
 * What an operator does with a whole library, while it is in use or not: verify, back up, export, import.
 *
 * <p>Each takes a bounded amount of memory, however many images there are. A thread that is interrupted ends its work
 * with {@link InterruptedException}. They read and write files for long, so give them a platform thread.
 */
public final class Maintenance {
    private static final Logger LOG = LogManager.getLogger(Maintenance.class);
    private static final String DAMAGED = "damaged";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?>[] OWNER_ALONE = {PosixFilePermissions.asFileAttribute(OWNER)};

    private final Store store;
    private final Sweeper sweeper;
    private final Saving saving;

    Maintenance(Store store, Sweeper sweeper, Saving saving) {
        this.store = store;
        this.sweeper = sweeper;
        this.saving = saving;
    }

    /**
     * Reads every image's bytes again and compares them with its digest and size, looks for entries without bytes and
     * bytes without entry, and lets the catalogue check itself. Changes nothing unless it is to repair.
     *
     * <p>Findings: {@code image-missing}, {@code image-damaged}, {@code catalogue-damaged}.
     *
     * @param repair whether to remove files that no entry names, and entries whose bytes are gone or damaged, so that
     *     their images can be sent again; damaged bytes are moved aside, never deleted
     */
    public MaintenanceReport verify(boolean repair, MaintenanceListener listener)
            throws IOException, InterruptedException {
        Path aside = store.folder().resolve(DAMAGED);
        return new Verification(store.catalogue(), store.blobs(), aside, sweeper, repair, listener).run();
    }

    /**
     * Writes a consistent copy of bytes and catalogue, which a server can be started on. On the same disk the bytes
     * are linked, not copied: then the backup takes next to no room, and shares the disk's fate.
     *
     * <p>Findings: {@code image-missing}, {@code image-damaged}.
     *
     * @param target a folder that is empty, or not there yet
     * @throws RefusedException where the folder is not empty, can't be made or written to, or lies within the library's
     *     own
     */
    public MaintenanceReport backupTo(Path target, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException {
        Path folder = prepare(target);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new RefusedException(ErrorCode.ALREADY_EXISTS, "The folder for the backup is not empty.");
            }
        }
        if (hasPermissions(folder)) {
            Files.setPosixFilePermissions(folder, OWNER); // as the data folder is, from the first copy on
        }
        return new Backup(store, sweeper, folder, listener).run();
    }

    /**
     * Writes every live image as a plain file under its name, with the time that it was saved. Writes new files only
     * and follows no links; a file that is there already with the same bytes counts as unchanged.
     *
     * <p>Findings: {@code file-exists}, {@code image-missing}, {@code image-damaged}, {@code not-written}.
     *
     * @param target a folder; made where it is not there yet
     * @throws RefusedException where it lies within the library's own folder, or can't be made or written to
     */
    public MaintenanceReport exportTo(Path target, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException {
        return new Export(store.catalogue(), store.blobs(), prepare(target), listener).run();
    }

    /**
     * Saves every file of a folder and of those below it under its normalised name. Follows no links, and leaves the
     * library's own folder out; an image that is there already with the same name and bytes counts as unchanged.
     *
     * <p>Findings: the refusal's code on the wire, {@code not-a-file}, {@code not-readable}.
     *
     * @param caller on whose behalf
     * @param source the folder
     * @throws RefusedException where the caller may not save, or {@code source} is no folder that can be read
     */
    public MaintenanceReport importFrom(Caller caller, Path source, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.CONTRIBUTOR);
        if (!Files.isDirectory(source) || !Files.isReadable(source)) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "There is no folder " + source + " that can be read.");
        }
        Path folder = source.toRealPath();
        Path own = store.folder();
        Tally tally = new Tally(listener, Import.bytesOf(folder, own));
        FileImport files = new FileImport(store.catalogue(), saving, caller, folder, tally);
        return new Import(folder, own, files, tally).run();
    }

    private Path prepare(Path target) throws RefusedException, IOException {
        Path near = target.toAbsolutePath().normalize();
        requireOutside(near);
        if (!Files.isDirectory(near)) {
            make(near);
        }
        Path folder = near.toRealPath();
        requireOutside(folder);
        if (!Files.isWritable(folder)) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, "The folder " + near + " can't be written to.");
        }
        return folder;
    }

    private static void make(Path folder) throws RefusedException {
        try {
            Files.createDirectories(folder, hasPermissions(folder) ? OWNER_ALONE : new FileAttribute<?>[0]);
        } catch (IOException e) {
            LOG.info("can't make {}: {}", folder, e.toString());
            Path near = folder;
            while (!Files.exists(near)) {
                near = Optional.ofNullable(near.getParent()).orElseThrow();
            }
            throw new RefusedException(
                    ErrorCode.NOT_ALLOWED,
                    "The folder " + folder + " can't be made: " + near + " is no folder that can be written to.");
        }
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void requireOutside(Path target) throws RefusedException {
        if (target.startsWith(store.folder())) {
            throw new RefusedException(
                    ErrorCode.NOT_ALLOWED, "The folder lies within the data folder: name one outside of it.");
        }
    }
}
