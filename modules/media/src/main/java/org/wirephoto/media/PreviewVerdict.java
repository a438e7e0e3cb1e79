package org.wirephoto.media;

import org.wirephoto.protocol.ImageType;

/** How an attempt to make a smaller rendering ended. */
public sealed interface PreviewVerdict {

    /**
     * The rendering was written.
     *
     * @param type {@link ImageType#JPEG}, or {@link ImageType#PNG} where the image has transparency
     */
    record Made(ImageType type) implements PreviewVerdict {}

    /**
     * There is no rendering, and the target holds nothing of use.
     *
     * @param reason one sentence for a person; never text that came out of the file
     */
    record NotPossible(String reason) implements PreviewVerdict {}
}
