package org.wirephoto.desktop.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.ImageName;

/**
 * The images of a gallery in their order: pages are put behind one another as they come, and what happens at the
 * server is worked in. Each name is here once. Confined to the UI thread.
 */
final class ImageList {
    private final ObservableList<RemoteImage> images = FXCollections.observableArrayList();
    private final ObservableList<RemoteImage> view = FXCollections.unmodifiableObservableList(images);
    private final Map<ImageName, RemoteImage> byName = new HashMap<>();
    private Comparator<RemoteImage> order;
    private boolean complete;

    ImageList(Comparator<RemoteImage> order) {
        this.order = order;
    }

    /** The images, for looking at. */
    ObservableList<RemoteImage> images() {
        return view;
    }

    Optional<RemoteImage> find(ImageName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where an image stands, or -1. */
    int indexOf(ImageName name) {
        RemoteImage image = byName.get(name);
        return image == null ? -1 : indexOf(image);
    }

    private int indexOf(RemoteImage image) {
        int found = Collections.binarySearch(images, image, order);
        // Where the server orders something otherwise than this, looking one by one still finds it.
        return found >= 0 && images.get(found).equals(image) ? found : images.indexOf(image);
    }

    /** Begins afresh. */
    void clear(Comparator<RemoteImage> otherOrder) {
        order = otherOrder;
        complete = false;
        byName.clear();
        images.clear();
    }

    /**
     * Puts a page behind those before.
     *
     * @param last whether no other page follows
     */
    void append(List<RemoteImage> page, boolean last) {
        List<RemoteImage> fresh = new ArrayList<>(page.size());
        for (RemoteImage image : page) {
            RemoteImage before = byName.putIfAbsent(image.name(), image);
            if (before == null) {
                fresh.add(image);
            }
        }
        complete = last;
        images.addAll(fresh);
    }

    /** Works in an image that was saved or renamed. */
    void put(RemoteImage image) {
        RemoteImage before = byName.get(image.name());
        int from = before == null ? -1 : indexOf(before);
        if (from >= 0 && staysAt(from, image)) {
            byName.put(image.name(), image);
            images.set(from, image);
            return;
        }
        remove(image.name());
        int found = Collections.binarySearch(images, image, order);
        int at = found < 0 ? -found - 1 : found;
        // Behind the last one while pages are still to come, it will come with them.
        if (at < images.size() || complete) {
            byName.put(image.name(), image);
            images.add(at, image);
        }
    }

    private boolean staysAt(int index, RemoteImage image) {
        return (index == 0 || order.compare(images.get(index - 1), image) < 0)
                && (index == images.size() - 1 || order.compare(image, images.get(index + 1)) < 0);
    }

    /** Takes an image out, if it is here. */
    void remove(ImageName name) {
        @Nullable RemoteImage image = byName.get(name);
        if (image != null) {
            int index = indexOf(image);
            byName.remove(name);
            if (index >= 0) {
                images.remove(index);
            }
        }
    }
}
