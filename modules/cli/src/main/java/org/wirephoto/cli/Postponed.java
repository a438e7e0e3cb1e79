package org.wirephoto.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.wirephoto.client.RemoteImage;

/** The images whose fetch failed for want of a server, in the order in which they are tried again. Used by one thread. */
final class Postponed {
    /** One that always breaks the connection must not be fetched for ever. */
    private static final int MOST_TRIES = 10;

    private final int most;
    private final Deque<Item> items = new ArrayDeque<>();

    /**
     * One of these images.
     *
     * @param image the image
     * @param tries how often its fetch failed
     */
    record Item(RemoteImage image, int tries) {
        Item triedOnceMore() {
            return new Item(image, tries + 1);
        }
    }

    /**
     * None yet.
     *
     * @param most the most images to hold
     */
    Postponed(int most) {
        this.most = most;
    }

    /** Puts an image behind the others; false where there is no room for it, or it failed too often. */
    boolean add(Item item) {
        return items.size() < most && item.tries() < MOST_TRIES && items.add(item);
    }

    /** Takes the image that waits longest. */
    Optional<Item> poll() {
        return Optional.ofNullable(items.poll());
    }

    int size() {
        return items.size();
    }
}
