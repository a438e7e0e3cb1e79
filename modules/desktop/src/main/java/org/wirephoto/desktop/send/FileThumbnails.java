package org.wirephoto.desktop.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Work;

/** Small pictures of files on this machine, of the last few hundred that were asked for. Confined to the UI thread. */
final class FileThumbnails {
    static final int SIDE = 48;
    private static final int MOST = 300;
    /** Decoding holds all of a picture in memory, so few are decoded at once, and none that is too large. */
    private static final int AT_ONCE = 2;

    static final long MOST_BYTES = 128L * 1024 * 1024;

    private final Work work;
    private final Map<Path, Optional<Image>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<Image>> eldest) {
            return size() > MOST;
        }
    };

    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private int busy;

    private static final class Wanted {
        private final SendItem item;
        private Consumer<Optional<Image>> target;

        Wanted(SendItem item, Consumer<Optional<Image>> target) {
            this.item = item;
            this.target = target;
        }
    }

    FileThumbnails(Work work) {
        this.work = work;
    }

    /** Hands over the picture of a file when it is there; empty where JavaFX can't draw it. */
    Job load(SendItem item, Consumer<Optional<Image>> target) {
        Path file = item.file();
        Optional<Image> there = known.get(file);
        if (there != null) {
            target.accept(there);
            return Job.none();
        }
        if (!isDrawn(item)) {
            target.accept(Optional.empty());
            return Job.none();
        }
        Wanted wanted = new Wanted(item, target);
        waiting.add(wanted);
        next();
        return () -> {
            waiting.remove(wanted);
            wanted.target = _ -> {};
        };
    }

    private void next() {
        while (busy < AT_ONCE && !waiting.isEmpty()) {
            Wanted wanted = waiting.removeFirst();
            busy++;
            work.start(
                    () -> draw(wanted.item),
                    image -> drawn(wanted, Optional.of(image)),
                    _ -> drawn(wanted, Optional.empty()));
        }
    }

    private void drawn(Wanted wanted, Optional<Image> image) {
        busy--;
        known.put(wanted.item.file(), image);
        wanted.target.accept(image);
        next();
    }

    private static boolean isDrawn(SendItem item) {
        return item.type()
                .filter(type -> switch (type) {
                    case PNG, JPEG, GIF, BMP -> true;
                    case WEBP, TIFF, AVIF, HEIC, HEIF -> false;
                })
                .isPresent();
    }

    private static Image draw(SendItem item) throws IOException {
        Path file = item.file();
        if (DecodingCost.of(file, item.type().orElseThrow(), MOST_BYTES) > MOST_BYTES) {
            throw new IOException("The picture takes too much memory.");
        }
        Image image = new Image(file.toUri().toString(), SIDE * 2.0, SIDE * 2.0, true, true, false);
        if (image.isError()) {
            throw new IOException("The picture can't be drawn.", image.getException());
        }
        return image;
    }
}
