package org.wirephoto.media;

/** Says why an image gets no rendering, in one sentence that a person may read. */
final class NoPreviewException extends Exception {
    private static final long serialVersionUID = 1L;

    static final String TYPE = "This server can't draw images of this type.";
    static final String DAMAGED = "The image is damaged, or of a kind that this server can't draw.";
    static final String TOO_LARGE = "Drawing this image takes more memory than this server has for it.";
    static final String TOO_SLOW = "Drawing this image took too long.";
    static final String BUSY = "The server was too busy to draw this image.";

    NoPreviewException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
