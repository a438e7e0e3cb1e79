package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.storage.StoredImage;

/** Tells which live image has a name: what is committed, or what a change sees. */
@FunctionalInterface
interface NameLookUp {
    Optional<StoredImage> find(ImageName name) throws IOException;
}
