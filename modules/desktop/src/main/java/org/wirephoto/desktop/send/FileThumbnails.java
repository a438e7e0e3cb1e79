package org.wirephoto.desktop.send;

import java.io.IOException;
import java.nio.file.Path;
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

    private final Work work;
    private final Map<Path, Optional<Image>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Optional<Image>> eldest) {
            return size() > MOST;
        }
    };

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
        return work.start(
                () -> draw(file),
                image -> {
                    known.put(file, Optional.of(image));
                    target.accept(Optional.of(image));
                },
                _ -> {
                    known.put(file, Optional.empty());
                    target.accept(Optional.empty());
                });
    }

    private static boolean isDrawn(SendItem item) {
        return item.type()
                .filter(type -> switch (type) {
                    case PNG, JPEG, GIF, BMP -> true;
                    case WEBP, TIFF, AVIF, HEIC, HEIF -> false;
                })
                .isPresent();
    }

    private static Image draw(Path file) throws IOException {
        Image image = new Image(file.toUri().toString(), SIDE * 2.0, SIDE * 2.0, true, true, false);
        if (image.isError()) {
            throw new IOException("The picture can't be drawn.", image.getException());
        }
        return image;
    }
}
