package org.wirephoto.desktop.gallery;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Set<ImageName> inBand = new HashSet<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable List<RemoteImage> images;
    private @Nullable ImageName anchor;
    private @Nullable ImageName lead;
    /** How far the range goes that began at the anchor, as long as nothing else is selected. */
    private @Nullable ImageName reach;

    private long bytes;

    Selection(ImageList list) {
        this.list = list;
    }

    /** Grows with every change. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The selected images, in the order in which they were selected. */
    public List<RemoteImage> images() {
        List<RemoteImage> known = images;
        if (known == null) {
            known = List.copyOf(selected.values());
            images = known;
        }
        return known;
    }

    /** How many images are selected. */
    public int size() {
        return selected.size();
    }

    /** How many bytes the selected images have together. */
    public long bytes() {
        return bytes;
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
        return lead().filter(this::contains).or(() -> selected.values().stream().findFirst());
    }

    /** Selects one image and no other: a click. */
    public void only(RemoteImage image) {
        clear();
        add(image);
        goTo(image);
        changed();
    }

    /** Selects one image more or less: a click with ctrl. */
    public void toggle(RemoteImage image) {
        if (!drop(image.name())) {
            add(image);
        }
        goTo(image);
        changed();
    }

    private void goTo(RemoteImage image) {
        anchor = image.name();
        lead = image.name();
        reach = null;
    }

    /**
     * Selects from the anchor to an image: a click with shift.
     *
     * @param keep whether what was selected before stays so: with ctrl as well
     */
    public void upTo(RemoteImage image, boolean keep) {
        int to = list.indexOf(image.name());
        if (to < 0) {
            return;
        }
        int from = anchor == null ? -1 : list.indexOf(anchor);
        if (from < 0) {
            from = 0;
            anchor = list.images().getFirst().name();
        }
        int before = reach == null ? -1 : list.indexOf(reach);
        if (keep || before < 0) {
            if (!keep) {
                clear();
            }
            addRange(Math.min(from, to), Math.max(from, to));
        } else {
            changeRange(Math.min(from, before), Math.max(from, before), Math.min(from, to), Math.max(from, to));
        }
        reach = keep ? null : image.name();
        lead = image.name();
        changed();
    }

    /** Selects what one range has and the other had not, and the other way round: a step further is one image more. */
    private void changeRange(int fromBefore, int toBefore, int from, int to) {
        dropRange(fromBefore, Math.min(toBefore, from - 1));
        dropRange(Math.max(fromBefore, to + 1), toBefore);
        addRange(from, Math.min(to, fromBefore - 1));
        addRange(Math.max(from, toBefore + 1), to);
    }

    private void addRange(int from, int to) {
        for (int i = from; i <= to; i++) {
            add(list.images().get(i));
        }
    }

    private void dropRange(int from, int to) {
        for (int i = from; i <= to; i++) {
            drop(list.images().get(i).name());
        }
    }

    /** Begins a rubber band; with ctrl held, what is selected stays so. */
    void beginBand(boolean keep) {
        inBand.clear();
        reach = null;
        if (!keep) {
            none();
        }
    }

    /** Selects what the rubber band is over now, beside what was selected before it began. */
    void band(Collection<RemoteImage> under) {
        Set<ImageName> names = under.stream().map(RemoteImage::name).collect(Collectors.toSet());
        boolean touched = false;
        for (ImageName left : List.copyOf(inBand)) {
            if (!names.contains(left)) {
                inBand.remove(left);
                touched |= drop(left);
            }
        }
        for (RemoteImage image : under) {
            if (!contains(image)) {
                inBand.add(image.name());
                add(image);
                lead = image.name();
                touched = true;
            }
        }
        if (touched) {
            anchor = under.stream().findFirst().map(RemoteImage::name).orElse(anchor);
            changed();
        }
    }

    /** Selects all that are listed. */
    public void all() {
        addRange(0, list.images().size() - 1);
        reach = null;
        changed();
    }

    /** Selects nothing; the keyboard stays where it is. */
    public void none() {
        reach = null;
        if (!selected.isEmpty()) {
            clear();
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
        ObservableList<RemoteImage> all = list.images();
        if (all.isEmpty()) {
            return -1;
        }
        int from = lead == null ? -1 : list.indexOf(lead);
        // Where it was nowhere, it begins at the first image, unless it is to go to the end.
        int to = from < 0 && by < all.size() ? 0 : Math.clamp((long) from + by, 0, all.size() - 1);
        RemoteImage image = all.get(to);
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

    /** Follows a list that is another one now: what is gone is not selected any more, what was replaced is the new one. */
    void follow() {
        reach = null;
        boolean touched = false;
        for (RemoteImage image : images()) {
            RemoteImage now = list.find(image.name()).orElse(null);
            if (now == null) {
                touched |= drop(image.name());
            } else if (!now.equals(image)) {
                touched |= add(now);
            }
        }
        if (touched) {
            changed();
        }
    }

    /** Follows what happened to the images of some names; costs no more than these, however many are selected. */
    void follow(Collection<ImageName> names) {
        reach = null;
        boolean touched = false;
        for (ImageName name : names) {
            if (selected.containsKey(name)) {
                touched |= list.find(name).map(this::add).orElseGet(() -> drop(name));
            }
        }
        if (touched) {
            changed();
        }
    }

    /** Follows an image to its new name. */
    void renamed(ImageName from, RemoteImage image) {
        if (anchor != null && anchor.equals(from)) {
            anchor = image.name();
        }
        if (lead != null && lead.equals(from)) {
            lead = image.name();
        }
        if (drop(from)) {
            add(image);
            changed();
        }
    }

    private boolean add(RemoteImage image) {
        images = null;
        RemoteImage before = selected.put(image.name(), image);
        bytes += image.attributes().filesize()
                - (before == null ? 0 : before.attributes().filesize());
        return before == null || !before.equals(image);
    }

    private boolean drop(ImageName name) {
        RemoteImage before = selected.remove(name);
        if (before == null) {
            return false;
        }
        images = null;
        bytes -= before.attributes().filesize();
        return true;
    }

    private void clear() {
        selected.clear();
        images = null;
        bytes = 0;
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
