package org.wirephoto.media;

import java.util.Optional;
import org.wirephoto.protocol.CameraTime;

/** What can be told of a whole image without decoding a pixel. */
public sealed interface FactsVerdict {

    /**
     * The size and the time of an image.
     *
     * @param width pixels from left to right as displayed, with the orientation applied; at least 1
     * @param height pixels from top to bottom as displayed; at least 1
     * @param taken the camera's time, where the image has one
     */
    record Facts(int width, int height, Optional<CameraTime> taken) implements FactsVerdict {}

    /**
     * An image with more pixels than {@link org.wirephoto.protocol.Limits#PIXELS}.
     *
     * @param pixels how many it says that it has
     */
    record TooManyPixels(long pixels) implements FactsVerdict {}

    /**
     * An image whose width and height can't be read.
     *
     * @param reason one sentence for a person; never text that came out of the file
     */
    record Unreadable(String reason) implements FactsVerdict {}
}
