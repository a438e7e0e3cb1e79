package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.storage.Catalogue;

/** One run of {@link Maintenance#importFrom}. */
final class Import {
    private static final Logger LOG = LogManager.getLogger(Import.class);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Catalogue catalogue;
    private final Saving saving;
    private final Caller caller;
    private final Path source;
    private final Tally tally;
    private final Copying copying = new Copying();

    Import(Catalogue catalogue, Saving saving, Caller caller, Path source, Tally tally) {
        this.catalogue = catalogue;
        this.saving = saving;
        this.caller = caller;
        this.source = source;
        this.tally = tally;
    }

    /**
     * Imports all files of the source.
     *
     * @param own the library's own folder, which is no source
     */
    MaintenanceReport run(Path own) throws IOException, InterruptedException {
        return tally.<IOException>report(() -> {
            Walk walk = new Walk(own);
            Files.walkFileTree(source, walk);
            if (walk.interrupted) {
                throw new InterruptedException();
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

    private void importFile(Path file, BasicFileAttributes attributes) throws IOException, InterruptedException {
        String subject = source.relativize(file).toString();
        if (!attributes.isRegularFile()) {
            tally.found("not-a-file", subject, "It is a link or something else that is no ordinary file.");
            return;
        }
        try (FileChannel channel = FileChannel.open(file, READ)) {
            Optional<Digest> digest = read(channel, subject);
            if (digest.isPresent()) {
                save(file.getFileName().toString(), channel, digest.get());
            }
        } catch (RefusedException e) {
            tally.found(new Finding(
                    e.code().wire(), subject, e.sentence(), e.suggestion().map(ImageName::text)));
        } catch (NoSuchFileException | AccessDeniedException e) {
            unreadable(subject, e);
        }
    }

    private Optional<Digest> read(FileChannel channel, String subject) throws IOException, InterruptedException {
        try {
            return Optional.of(copying.read(channel, part -> tally.progress(part.remaining(), subject)));
        } catch (Tally.StoppedException e) {
            throw e;
        } catch (IOException e) {
            unreadable(subject, e);
            return Optional.empty();
        }
    }

    private void unreadable(String subject, IOException e) {
        LOG.info("can't read {}", subject, e);
        tally.found("not-readable", subject, "It can't be read.");
    }

    private void save(String name, FileChannel channel, Digest digest)
            throws RefusedException, IOException, InterruptedException {
        long size = channel.size();
        if (isThere(name, digest)) {
            tally.unchanged();
            return;
        }
        Command.Save save = new Command.Save(name, OptionalLong.of(size), Optional.of(digest), false, Optional.empty());
        SaveStep step = FullDisk.refuse(() -> saving.begin(caller, save));
        if (step instanceof SaveStep.Receiving(Incoming incoming)) {
            try (incoming) {
                channel.position(incoming.offset());
                copying.read(channel, incoming::write);
                incoming.finish();
            }
        }
        tally.done(size);
    }

    private boolean isThere(String name, Digest digest) throws IOException {
        return ImageName.check(name) instanceof NameCheck.Accepted(ImageName valid)
                && catalogue
                        .find(valid)
                        .map(image -> image.attributes().digest().equals(digest))
                        .orElse(false);
    }

    /** Walks over all files, and ends where the work is stopped. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path own;
        private boolean interrupted;

        Walk(Path own) {
            this.own = own;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(own) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            try {
                importFile(file, attributes);
                return FileVisitResult.CONTINUE;
            } catch (InterruptedException e) {
                interrupted = true; // a visitor can't throw it: the run does, as soon as the walk has ended
                return FileVisitResult.TERMINATE;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable(source.relativize(file).toString(), e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                unreadable(source.relativize(folder).toString(), e);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
