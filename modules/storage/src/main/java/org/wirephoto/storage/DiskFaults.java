package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells a full disk from the other faults that writing to it can have: Java gives no code, only a text. */
final class DiskFaults {
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");
    private static final long NEXT_TO_NOTHING = 1 << 16;

    private DiskFaults() {}

    /**
     * The same fault, as {@link NoSpaceException} where it comes from a full disk.
     *
     * @param path something on the disk that was written to
     */
    static IOException of(IOException fault, Path path) {
        return of(fault, Room.at(path));
    }

    static IOException of(IOException fault, Room room) {
        if (fault instanceof NoSpaceException || fault instanceof LeaseLostException || !isFull(fault, room)) {
            return fault;
        }
        return new NoSpaceException("no space left: " + fault.getMessage(), fault);
    }

    /** The same fault, as a sentence about the data folder where the disk is full. */
    static IOException atOpening(IOException fault, Path folder, Room room) {
        IOException told = of(fault, room);
        return told instanceof NoSpaceException
                ? new NoSpaceException(
                        "The disk of " + folder + " is full. Free a few megabytes on it, then start again.", told)
                : told;
    }

    private static boolean isFull(IOException fault, Room room) {
        String message = String.valueOf(fault.getMessage());
        if (FULL.stream().anyMatch(message::contains)) {
            return true;
        }
        try { // the text is in the language of the system
            return room.usable() < NEXT_TO_NOTHING;
        } catch (IOException e) {
            fault.addSuppressed(e);
            return false;
        }
    }
}
