package org.wirephoto.desktop.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.ImageName;

/**
 * The images of a gallery in their order: pages are put behind one another as they come, and what happens at the
 * server is worked in. Each name is here once. What happens while pages are on their way wins over what they say,
 * which may be older. Confined to the UI thread.
 */
final class ImageList {
    private final Items images = new Items();
    private final Map<ImageName, Optional<RemoteImage>> meanwhile = new LinkedHashMap<>();
    private Map<ImageName, RemoteImage> byName = new HashMap<>();
    private Comparator<RemoteImage> order;
    private boolean complete;
    /** Whether pages are on their way. */
    private boolean listing;

    ImageList(Comparator<RemoteImage> order) {
        this.order = order;
    }

    /** The images, for looking at. */
    ObservableList<RemoteImage> images() {
        return images;
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

    /** Whether all pages are here. */
    boolean isComplete() {
        return complete;
    }

    /** Has several changes told to those who look at the images as one. */
    void change(Runnable changes) {
        images.begin();
        try {
            changes.run();
        } finally {
            images.end();
        }
    }

    /** Begins afresh. */
    void clear(Comparator<RemoteImage> otherOrder) {
        order = otherOrder;
        complete = false;
        beginListing();
        byName = new HashMap<>();
        images.replace(new ArrayList<>());
    }

    /**
     * Puts a page behind those before.
     *
     * @param last whether no other page follows
     */
    void append(List<RemoteImage> page, boolean last) {
        List<RemoteImage> fresh = new ArrayList<>(page.size());
        for (RemoteImage image : page) {
            if (!meanwhile.containsKey(image.name()) && byName.putIfAbsent(image.name(), image) == null) {
                fresh.add(image);
            }
        }
        images.append(fresh);
        if (last) {
            complete = true;
            catchUp();
        }
    }

    /** A whole list that was read beside this one, on another thread. */
    record Fresh(List<RemoteImage> images, Map<ImageName, RemoteImage> byName) {}

    /** Pages are on their way; what happens from now on wins over what they say. */
    void beginListing() {
        meanwhile.clear();
        listing = true;
    }

    /** No more pages come, all of them or not. */
    void endListing() {
        meanwhile.clear();
        listing = false;
    }

    /** How much has happened since pages are on their way. */
    int changesMeanwhile() {
        return meanwhile.size();
    }

    /** Puts a whole list, which becomes this one's own, in the place of what is here. */
    void replace(Fresh fresh) {
        change(() -> {
            byName = fresh.byName;
            images.replace(fresh.images);
            catchUp();
        });
    }

    private void catchUp() {
        List<Map.Entry<ImageName, Optional<RemoteImage>>> missed = List.copyOf(meanwhile.entrySet());
        endListing();
        for (Map.Entry<ImageName, Optional<RemoteImage>> entry : missed) {
            entry.getValue().ifPresentOrElse(this::put, () -> remove(entry.getKey()));
        }
    }

    private void note(ImageName name, Optional<RemoteImage> now) {
        if (listing) {
            meanwhile.put(name, now);
        }
    }

    /** Works in an image that was saved or renamed. */
    void put(RemoteImage image) {
        note(image.name(), Optional.of(image));
        RemoteImage before = byName.get(image.name());
        int from = before == null ? -1 : indexOf(before);
        if (from >= 0 && staysAt(from, image)) {
            byName.put(image.name(), image);
            images.put(from, image);
            return;
        }
        takeOut(image.name());
        int found = Collections.binarySearch(images, image, order);
        int at = found < 0 ? -found - 1 : found;
        // Behind the last one while pages are still to come, it waits for the last of them.
        if (at < images.size() || complete) {
            byName.put(image.name(), image);
            images.insert(at, image);
        }
    }

    private boolean staysAt(int index, RemoteImage image) {
        return (index == 0 || order.compare(images.get(index - 1), image) < 0)
                && (index == images.size() - 1 || order.compare(image, images.get(index + 1)) < 0);
    }

    /** Takes an image out, if it is here. */
    void remove(ImageName name) {
        note(name, Optional.empty());
        takeOut(name);
    }

    private void takeOut(ImageName name) {
        @Nullable RemoteImage image = byName.get(name);
        if (image != null) {
            int index = indexOf(image);
            byName.remove(name);
            if (index >= 0) {
                images.take(index);
            }
        }
    }

    /** JavaFX's own lists tell each change alone, and take apart one by one what is replaced as a whole. */
    private static final class Items extends ObservableListBase<RemoteImage> {
        private List<RemoteImage> items = new ArrayList<>();

        @Override
        public RemoteImage get(int index) {
            return items.get(index);
        }

        @Override
        public int size() {
            return items.size();
        }

        void begin() {
            beginChange();
        }

        void end() {
            endChange();
        }

        void append(List<RemoteImage> more) {
            if (more.isEmpty()) {
                return;
            }
            beginChange();
            int from = items.size();
            items.addAll(more);
            nextAdd(from, items.size());
            endChange();
        }

        void insert(int index, RemoteImage item) {
            beginChange();
            items.add(index, item);
            nextAdd(index, index + 1);
            endChange();
        }

        void put(int index, RemoteImage item) {
            beginChange();
            nextSet(index, items.set(index, item));
            endChange();
        }

        void take(int index) {
            beginChange();
            nextRemove(index, items.remove(index));
            endChange();
        }

        void replace(List<RemoteImage> others) {
            beginChange();
            List<RemoteImage> before = items;
            items = others;
            nextReplace(0, others.size(), before);
            endChange();
        }
    }
}
