package org.wirephoto.desktop.send;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.ImageType;

/**
 * The files that a person chose, those in chosen folders included. In a folder only what is an image counts: nobody
 * chose the rest one by one. What is hidden there is left alone, and no link is followed but those that were chosen.
 *
 * @param files what was found, by their paths
 * @param more whether there is more than was taken
 * @param imageless the chosen folders in which no image was found
 */
record ChosenFiles(List<Chosen> files, boolean more, List<Path> imageless) {
    private static final int DEEPEST = 16;
    /** So many files are looked at in folders, images or not. */
    private static final int MOST_LOOKED_AT = 100_000;

    /** Looks at files and into folders. Blocks. */
    static ChosenFiles look(List<Path> chosen, int most) throws IOException {
        Walk walk = new Walk(most);
        List<Path> imageless = new ArrayList<>();
        for (Path path : chosen) {
            if (!Files.isDirectory(path)) {
                walk.add(describe(path));
            } else if (!walk.into(path) && !walk.more) {
                imageless.add(path);
            }
        }
        walk.found.sort(Comparator.comparing(Chosen::file));
        return new ChosenFiles(List.copyOf(walk.found), walk.more, imageless);
    }

    private static Chosen describe(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                // A link that leads nowhere can't be read.
                return new Chosen(file, 0, Optional.empty(), Files.exists(file));
            }
            return new Chosen(file, Files.size(file), FirstBytes.typeOf(file), true);
        } catch (IOException e) {
            LogManager.getLogger(ChosenFiles.class).debug("{} can't be read", file, e);
            return new Chosen(file, 0, Optional.<ImageType>empty(), false);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final List<Chosen> found = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();
        private final int most;
        private int lookedAt;
        private boolean more;
        private boolean any;
        private @Nullable Path start;

        Walk(int most) {
            this.most = most;
        }

        /** Whether there is any image in a folder that was chosen, be it hidden or a link. */
        boolean into(Path folder) throws IOException {
            any = false;
            // A walk that follows no link does not follow its first one either.
            Path real = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            start = real;
            Files.walkFileTree(real, EnumSet.noneOf(FileVisitOption.class), DEEPEST, this);
            return any;
        }

        boolean add(Chosen file) {
            if (found.size() >= most) {
                more = true;
                return false;
            }
            if (seen.add(file.file().toAbsolutePath().normalize())) {
                found.add(file);
            }
            return true;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("Stopped.");
            }
            return isHidden(folder) && !folder.equals(start) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++lookedAt > MOST_LOOKED_AT) {
                more = true;
                return FileVisitResult.TERMINATE;
            }
            if (!attributes.isRegularFile() || isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            Chosen described = describe(file);
            any |= described.type().isPresent();
            return described.type().isEmpty() || add(described) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        /** What can't be looked into is as if it were not there. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            LogManager.getLogger(ChosenFiles.class).debug("{} is left out", file, e);
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return Optional.ofNullable(path.getFileName())
                    .filter(name -> name.toString().startsWith("."))
                    .isPresent();
        }
    }
}
