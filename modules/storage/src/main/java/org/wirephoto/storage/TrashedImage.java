package org.wirephoto.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An image that was deleted or replaced and can still be brought back.
 *
 * @param image the image with the name that it had
 * @param deleted when it went to the trash, cut to milliseconds
 */
public record TrashedImage(StoredImage image, Instant deleted) {
    /** Cuts the time to what the catalogue keeps of it. */
    public TrashedImage {
        deleted = deleted.truncatedTo(ChronoUnit.MILLIS);
    }
}
