package org.wirephoto.server;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.PlatformFolders;

/** The folder that holds all that a server keeps. */
final class DataFolder {
    private static final String CATALOGUE = "wirephoto.db";
    /** What the configuration of the log reads to find its folder; without it there is no log file. */
    private static final String LOGS = "wirephoto.logs";

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** The folder that somebody named, or this platform's. */
    static DataFolder of(String named) {
        return new DataFolder(Path.of(named).toAbsolutePath().normalize());
    }

    /** This platform's folder for this user. */
    static DataFolder ofPlatform() {
        return new DataFolder(PlatformFolders.of(System.getenv()).data());
    }

    Path path() {
        return path;
    }

    /** Whether it is the one that programs of this user look for by themselves. */
    boolean isOfPlatform() {
        return path.equals(ofPlatform().path());
    }

    /** What a command of {@code wirephoto-server} has to be told to find it, with a blank before it. */
    String option() {
        return isOfPlatform() ? "" : " --data " + path;
    }

    /** Where the audit log is. */
    Path auditLog() {
        return logs().resolve("audit.log");
    }

    /** Whether a server has kept something here. */
    boolean isInUse() {
        return Files.exists(path.resolve(CATALOGUE));
    }

    /** Makes it, for its owner alone, where it is not there yet. */
    void create() throws FailureException {
        try {
            Files.createDirectories(logs(), ownerOnly());
        } catch (IOException e) {
            throw new FailureException(
                    ExitCode.DATA_FOLDER, "The data folder " + path + " can't be made: " + reason(e) + ".", e);
        }
    }

    /** Opens the library in it for serving; the log goes there too from now on. */
    ImageLibrary open(LibrarySettings settings) throws FailureException {
        return open(settings, ImageLibrary::open);
    }

    /** Opens the library in it for a piece of maintenance; the log goes there too from now on. */
    ImageLibrary openForMaintenance(LibrarySettings settings) throws FailureException {
        return open(settings, ImageLibrary::openForMaintenance);
    }

    /** The log goes there from now on, if nothing was logged before. */
    void log() {
        System.setProperty(LOGS, logs().toString());
    }

    private ImageLibrary open(LibrarySettings settings, Opener opener) throws FailureException {
        log();
        try {
            return opener.open(path, settings, Clock.systemUTC());
        } catch (IOException e) {
            throw new FailureException(ExitCode.DATA_FOLDER, reason(e), e);
        }
    }

    /** One of the ways to open a library. */
    @FunctionalInterface
    private interface Opener {
        ImageLibrary open(Path folder, LibrarySettings settings, Clock clock) throws IOException;
    }

    private Path logs() {
        return path.resolve("logs");
    }

    static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** What a person can make of a fault of the disk: the exception's kind matters where it has no words. */
    static String reason(IOException fault) {
        String kind = fault.getClass().getSimpleName().replace("Exception", "");
        String message = String.valueOf(fault.getMessage());
        return fault.getClass() == IOException.class || message.endsWith(".") ? message : message + " (" + kind + ")";
    }
}
