package org.wirephoto.library;

/** What comes next after a save was begun. */
public sealed interface SaveStep {
    /**
     * Nothing: the image is stored already, and no byte is wanted.
     *
     * @param image the image as it is stored
     */
    record Done(Image image) implements SaveStep {}

    /**
     * The image's bytes.
     *
     * @param incoming takes them; the receiver owns it and closes it
     */
    record Receiving(Incoming incoming) implements SaveStep {}
}
