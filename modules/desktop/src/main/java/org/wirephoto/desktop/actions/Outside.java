package org.wirephoto.desktop.actions;

import java.nio.file.Path;

/** The system's own programs. On the UI thread; returns at once. */
@FunctionalInterface
public interface Outside {
    /** Opens a file, or shows a folder, with the program that the system has for it. */
    void open(Path path);
}
