package org.wirephoto.library;

import org.wirephoto.protocol.ImageName;

/**
 * An image that was deleted.
 *
 * @param name the name that it had, as it was stored
 * @param id what {@code restore} finds this one image by, while it is in the trash
 */
public record Deleted(ImageName name, String id) {}
