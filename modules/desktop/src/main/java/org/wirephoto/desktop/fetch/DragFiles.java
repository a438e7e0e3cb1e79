package org.wirephoto.desktop.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Work;

/**
 * The files of what is selected, fetched beforehand: a drag has to have them when it begins. What is selected no more
 * is not fetched any further. Confined to the UI thread.
 */
final class DragFiles {
    /** A selection that is passed over on the way to another is not meant to be dragged. */
    static final Duration REST = Duration.ofMillis(400);

    /** The session has other things to fetch, too. */
    private static final int AT_ONCE = 2;

    private final Copying copying;
    private final Work work;
    private final Set<RemoteImage> left = new LinkedHashSet<>();
    private final Map<RemoteImage, Job> running = new HashMap<>();
    private final Map<RemoteImage, Path> ready = new HashMap<>();
    private Job rest = Job.none();
    private boolean resting;

    DragFiles(Copying copying, Work work) {
        this.copying = copying;
        this.work = work;
    }

    /** Fetches these, and no others, once the selection has rested. */
    void want(List<RemoteImage> images) {
        rest.cancel();
        left.clear();
        left.addAll(images);
        running.entrySet().removeIf(entry -> {
            boolean unwanted = !left.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().cancel();
            }
            return unwanted;
        });
        left.removeAll(running.keySet());
        ready.clear();
        resting = true;
        rest = work.after(REST, this::hurry);
    }

    /** Rests no longer. */
    void hurry() {
        rest.cancel();
        resting = false;
        next();
    }

    private void next() {
        while (!resting && running.size() < AT_ONCE && !left.isEmpty()) {
            RemoteImage image = left.iterator().next();
            left.remove(image);
            running.put(
                    image,
                    copying.copy(
                            image,
                            file -> {
                                ready.put(image, file);
                                ended(image);
                            },
                            _ -> ended(image)));
        }
    }

    private void ended(RemoteImage image) {
        running.remove(image);
        next();
    }

    /** The files of all these, if all are there. */
    Optional<List<Path>> of(List<RemoteImage> images) {
        List<Path> files =
                images.stream().map(ready::get).filter(Objects::nonNull).toList();
        return files.size() == images.size() && !files.isEmpty() ? Optional.of(files) : Optional.empty();
    }
}
