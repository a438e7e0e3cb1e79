package org.wirephoto.desktop.gallery;

import java.util.ArrayList;
import java.util.List;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.ImageName;

/**
 * What happened at a server within a moment.
 *
 * @param saved the images that were saved, each as often as it was
 * @param deleted the names that are gone
 * @param renamed the images under their new names
 */
public record Happened(List<RemoteImage> saved, List<ImageName> deleted, List<RemoteImage> renamed) {
    /** Nothing yet. */
    Happened() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isNothing() {
        return saved.isEmpty() && deleted.isEmpty() && renamed.isEmpty();
    }
}
