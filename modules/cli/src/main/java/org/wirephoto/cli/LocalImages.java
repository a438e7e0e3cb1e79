package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.wirephoto.protocol.ImageType;

/** Finds the files that the arguments of {@code send} stand for: files, folders and patterns. */
final class LocalImages {
    private static final int DEEPEST = 64;

    private final Path start;
    private final boolean recursive;
    private final List<LocalImage> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> denied = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    /**
     * Nothing found yet.
     *
     * @param start where relative paths start
     * @param recursive whether folders in folders count
     */
    LocalImages(Path start, boolean recursive) {
        this.start = start;
        this.recursive = recursive;
    }

    /** The files, in the order of the arguments and by name within one. */
    List<LocalImage> found() {
        return List.copyOf(found);
    }

    /** What was left out, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The folders and files in folders that this account may not read. */
    List<String> denied() {
        return List.copyOf(denied);
    }

    /** The folders in which nothing is called like an image. */
    List<String> empty() {
        return List.copyOf(empty);
    }

    /**
     * Looks for what an argument stands for.
     *
     * @throws IOException if there is no such file or folder, or nothing that matches, or it can't be looked at
     */
    void add(String argument) throws IOException {
        Path path;
        try {
            path = start.resolve(argument);
        } catch (InvalidPathException e) {
            addMatches(argument); // Windows takes no * in a path
            return;
        }
        if (Files.isDirectory(path)) {
            addFolder(argument, path);
        } else if (isThere(argument, path)) {
            addFile(argument, path);
        } else {
            addMatches(argument);
        }
    }

    /** Tells what is not there from what this account may not look at. */
    private static boolean isThere(String argument, Path path) throws AccessDeniedException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(argument, null, e.getReason());
        } catch (IOException e) {
            return false;
        }
    }

    private void addFile(String label, Path file) throws IOException {
        found.add(new LocalImage(label, file, Files.size(file)));
    }

    private void addFolder(String label, Path folder) throws IOException {
        FolderVisitor visitor = new FolderVisitor(label, folder);
        Files.walkFileTree(folder, Set.of(), recursive ? DEEPEST : 1, visitor);
        visitor.files.sort(null);
        for (Path file : visitor.files) {
            addFile(visitor.label(file), file);
        }
        String shown = Wording.safe(shown(label, folder));
        if (visitor.leftOut > 0) {
            notes.add("Left out " + Wording.count(visitor.leftOut, "file") + " of " + shown
                    + " whose names do not end like those of images.");
        }
        if (visitor.folders > 0) {
            notes.add("Left out " + Wording.count(visitor.folders, "folder") + " of " + shown
                    + ". Add --recursive to send what is in folders of folders.");
        }
        if (visitor.files.isEmpty() && visitor.readable) {
            empty.add(shown);
        }
    }

    /** The folder as a sentence can name it: dots alone would read as the sentence's end. */
    private static String shown(String label, Path folder) {
        String last = String.valueOf(folder.getFileName());
        return last.equals(".") || last.equals("..") || label.isEmpty()
                ? folder.toAbsolutePath().normalize().toString()
                : label;
    }

    /** Takes what matches a pattern that no shell replaced: only the last part of a path may be one. */
    private void addMatches(String argument) throws IOException {
        int cut = 1
                + Math.max(
                        argument.lastIndexOf('/'),
                        argument.lastIndexOf(start.getFileSystem().getSeparator()));
        String last = argument.substring(cut);
        Path folder = folder(argument, argument.substring(0, cut));
        if (!NamePattern.isPattern(last) || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(argument);
        }
        NamePattern pattern = new NamePattern(last);
        List<Path> matches = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)
                        && !Files.isHidden(entry)
                        && pattern.matches(entry.getFileName().toString())) {
                    matches.add(entry);
                }
            }
        }
        if (matches.isEmpty()) {
            throw new NoSuchFileException(argument);
        }
        matches.sort(null);
        for (Path match : matches) {
            addFile(argument.substring(0, cut) + match.getFileName(), match);
        }
    }

    private Path folder(String argument, String text) throws NoSuchFileException {
        try {
            return start.resolve(text);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(argument, null, e.getReason());
        }
    }

    private static boolean endsLikeAnImage(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(ImageType.values()).anyMatch(type -> type.takes(extension));
    }

    /** Gathers a folder's images; hidden files and folders, and links to folders, are passed over in silence. */
    private final class FolderVisitor extends SimpleFileVisitor<Path> {
        private final String name;
        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private int leftOut;
        private int folders;
        private boolean readable = true;

        FolderVisitor(String name, Path root) {
            this.name = name;
            this.root = root;
        }

        private String label(Path file) {
            String slash =
                    name.endsWith("/") || name.endsWith(start.getFileSystem().getSeparator()) ? "" : "/";
            return name + slash + root.relativize(file);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isDirectory()) {
                folders++;
            } else if (!Files.isRegularFile(file)) {
                return FileVisitResult.CONTINUE;
            } else if (endsLikeAnImage(file)) {
                files.add(file);
            } else {
                leftOut++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return folder.equals(root) || !Files.isHidden(folder)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof AccessDeniedException) {
                denied.add(file.equals(root) ? name : label(file));
                readable = false;
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }
    }
}
