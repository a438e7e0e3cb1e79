package org.wirephoto.library;

import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.storage.StoredImage;

/**
 * An image of the library.
 *
 * @param name its name, as it is stored
 * @param attributes what it is
 */
public record Image(ImageName name, ImageAttributes attributes) {
    static Image of(StoredImage stored) {
        return new Image(stored.name(), stored.attributes());
    }
}
