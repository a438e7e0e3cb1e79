package org.wirephoto.cli;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.client.RemoteImage;

/**
 * Which images a follower still has to fetch. Holds a bounded number of them: where more were missed it keeps the
 * oldest, and the list is to be gone through again after those. Used by one thread.
 */
final class Backlog {
    private final int most;
    private final Deque<RemoteImage> missed = new ArrayDeque<>();
    private boolean cut;
    /** When the newest image was saved that need not be fetched any more. */
    private Instant seen = Instant.MIN;
    /** The images of that one millisecond that need not be fetched: others of it may still come to light. */
    private final Set<String> seenThen = new HashSet<>();

    /**
     * A backlog with nothing in it.
     *
     * @param most the most images to hold at once
     * @param there what need not be fetched, in any order
     */
    Backlog(int most, Collection<RemoteImage> there) {
        this.most = most;
        there.forEach(this::done);
    }

    /** Looks at an image of a list that begins with the newest, and says whether older ones are of interest too. */
    boolean look(RemoteImage image) {
        Instant saved = image.attributes().saved();
        if (saved.isBefore(seen)) {
            return false;
        }
        if (lacks(image)) {
            if (missed.size() == most) {
                missed.removeFirst();
                cut = true;
            }
            missed.addLast(image);
        }
        return true;
    }

    /** Whether the image is one that a look at the list would bring. */
    boolean lacks(RemoteImage image) {
        Instant saved = image.attributes().saved();
        return saved.isAfter(seen)
                || (saved.equals(seen) && !seenThen.contains(image.attributes().id()));
    }

    /** Forgets what was looked at and not taken: the list is gone through again. */
    void clear() {
        missed.clear();
        cut = false;
    }

    /** Takes the oldest image that was missed. */
    Optional<RemoteImage> poll() {
        return Optional.ofNullable(missed.pollLast());
    }

    /** Whether there was more than could be held since this was asked last. */
    boolean wasCut() {
        boolean was = cut;
        cut = false;
        return was;
    }

    /** The image need not be fetched any more. */
    void done(RemoteImage image) {
        Instant saved = image.attributes().saved();
        if (saved.isAfter(seen)) {
            seen = saved;
            seenThen.clear();
        }
        if (saved.equals(seen)) {
            seenThen.add(image.attributes().id());
        }
    }
}
