package org.wirephoto.desktop.gallery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.ImageName;

/**
 * Which images are selected, as in a file manager: one is the anchor that ranges start from, one is where the keyboard
 * is. Follows images by name while the list changes. Confined to the UI thread.
 */
public final class Selection {
    private final ImageList list;
    private final Map<ImageName, RemoteImage> selected = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable ImageName anchor;
    private @Nullable ImageName lead;

    Selection(ImageList list) {
        this.list = list;
    }

    /** Grows with every change. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The selected images, in the order in which they were selected. */
    public List<RemoteImage> images() {
        return List.copyOf(selected.values());
    }

    /** How many images are selected. */
    public int size() {
        return selected.size();
    }

    /** Whether an image is selected. */
    public boolean contains(RemoteImage image) {
        return selected.containsKey(image.name());
    }

    /** Where the keyboard is; empty before it was anywhere. */
    public Optional<RemoteImage> lead() {
        return Optional.ofNullable(lead).flatMap(list::find);
    }

    /** The one to show details of: where the keyboard is if that is selected, else any that is selected. */
    public Optional<RemoteImage> shown() {
        return lead().filter(this::contains).or(() -> selected.values().stream().reduce((_, last) -> last));
    }

    /** Selects one image and no other: a click. */
    public void only(RemoteImage image) {
        selected.clear();
        selected.put(image.name(), image);
        anchor = image.name();
        lead = image.name();
        changed();
    }

    /** Selects one image more or less: a click with ctrl. */
    public void toggle(RemoteImage image) {
        if (selected.remove(image.name()) == null) {
            selected.put(image.name(), image);
        }
        anchor = image.name();
        lead = image.name();
        changed();
    }

    /**
     * Selects from the anchor to an image: a click with shift.
     *
     * @param keep whether what was selected before stays so: with ctrl as well
     */
    public void upTo(RemoteImage image, boolean keep) {
        int to = list.indexOf(image.name());
        int from = anchor == null ? -1 : list.indexOf(anchor);
        if (to < 0) {
            return;
        }
        if (!keep) {
            selected.clear();
        }
        int start = from < 0 ? 0 : from;
        for (RemoteImage each : list.images().subList(Math.min(start, to), Math.max(start, to) + 1)) {
            selected.put(each.name(), each);
        }
        if (from < 0) {
            anchor = list.images().getFirst().name();
        }
        lead = image.name();
        changed();
    }

    /** Selects these and no others, or these more: a rubber band. */
    public void replace(Collection<RemoteImage> images, boolean keep) {
        if (!keep) {
            selected.clear();
        }
        images.forEach(image -> selected.put(image.name(), image));
        changed();
    }

    /** Selects all that are listed. */
    public void all() {
        list.images().forEach(image -> selected.put(image.name(), image));
        changed();
    }

    /** Selects nothing; the keyboard stays where it is. */
    public void none() {
        if (!selected.isEmpty()) {
            selected.clear();
            changed();
        }
    }

    /** How the keyboard's move changes what is selected. */
    public enum Move {
        /** Selects where it goes. */
        SELECT,
        /** Selects all on the way: with shift. */
        EXTEND,
        /** Goes there alone: with ctrl. */
        GO
    }

    /**
     * Moves the keyboard by so many images, no further than to an end of the list.
     *
     * @return where it is now; -1 where there is no image
     */
    public int move(int by, Move move) {
        ObservableList<RemoteImage> images = list.images();
        if (images.isEmpty()) {
            return -1;
        }
        int from = lead == null ? -1 : list.indexOf(lead);
        // Where it was nowhere, it begins at the first image, unless it is to go to the end.
        int to = from < 0 && by < images.size() ? 0 : Math.clamp((long) from + by, 0, images.size() - 1);
        RemoteImage image = images.get(to);
        switch (move) {
            case SELECT -> only(image);
            case EXTEND -> upTo(image, false);
            case GO -> {
                lead = image.name();
                changed();
            }
        }
        return to;
    }

    /** Follows a list that has changed: what is gone is not selected any more, what was replaced is the new one. */
    void follow() {
        boolean touched = selected.keySet().removeIf(name -> list.find(name).isEmpty());
        for (Map.Entry<ImageName, RemoteImage> entry : selected.entrySet()) {
            RemoteImage now = list.find(entry.getKey()).orElseThrow();
            touched |= !now.equals(entry.getValue());
            entry.setValue(now);
        }
        if (touched) {
            changed();
        }
    }

    /** Follows an image to its new name. */
    void renamed(ImageName from, RemoteImage image) {
        boolean was = selected.remove(from) != null;
        if (was) {
            selected.put(image.name(), image);
        }
        if (anchor != null && anchor.equals(from)) {
            anchor = image.name();
        }
        if (lead != null && lead.equals(from)) {
            lead = image.name();
        }
        if (was) {
            changed();
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
