package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** One run of {@link Maintenance#importFrom}: several files at once, since each waits for the disk most of its time. */
final class Import {
    private static final int LANES = 8;

    private final Path source;
    private final Path own;
    private final FileImport files;
    private final Tally tally;

    /**
     * Makes a run.
     *
     * @param own the library's own folder, which is no source
     */
    Import(Path source, Path own, FileImport files, Tally tally) {
        this.source = source;
        this.own = own;
        this.files = files;
        this.tally = tally;
    }

    MaintenanceReport run() throws IOException, InterruptedException {
        return tally.<IOException>report(() -> {
            try (Lanes lanes = new Lanes("import-", LANES)) {
                Walk walk = new Walk(lanes);
                Files.walkFileTree(source, walk);
                if (walk.interrupted) {
                    throw new InterruptedException();
                }
                lanes.finish();
            }
        });
    }

    /** How many bytes all files of a folder have. */
    static long bytesOf(Path source, Path own) throws IOException {
        long[] sum = new long[1];
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // the import itself reports it
            }
        });
        return sum[0];
    }

    /** Walks over all files, and ends where the work is stopped. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Lanes lanes;
        private boolean interrupted;

        Walk(Lanes lanes) {
            this.lanes = lanes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()) {
                String subject = source.relativize(file).toString();
                tally.found("not-a-file", subject, "It is a link or something else that is no ordinary file.");
                return FileVisitResult.CONTINUE;
            }
            try {
                lanes.add(() -> files.run(file));
                return FileVisitResult.CONTINUE;
            } catch (InterruptedException e) {
                interrupted = true; // a visitor can't throw it: the run does, as soon as the walk has ended
                return FileVisitResult.TERMINATE;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.unreadable(source.relativize(file).toString(), e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                files.unreadable(source.relativize(folder).toString(), e);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
