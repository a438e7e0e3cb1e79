package org.wirephoto.storage;

import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;

/**
 * An image as the catalogue knows it.
 *
 * @param name the name in its stored spelling
 * @param attributes what a peer is told of it; {@link ImageAttributes#id} names this row for good
 * @param owner the id of the key that saved it, or the empty text where there was none
 */
public record StoredImage(ImageName name, ImageAttributes attributes, String owner) {
    /** The same image under another name. */
    public StoredImage named(ImageName other) {
        return new StoredImage(other, attributes, owner);
    }
}
