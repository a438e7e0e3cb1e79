package org.wirephoto.desktop.fetch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.transfers.FetchTask;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.transfers.Transfers;

/** Brings images from a server to this machine: into folders, and to other programs. Confined to the UI thread. */
public final class Fetching {
    /** So much is fetched beforehand when somebody may be about to drag images out of the window. */
    private static final long MOST_BYTES_TO_DRAG = 64L * 1024 * 1024;

    private static final int MOST_IMAGES_TO_DRAG = 30;

    private final Session session;
    private final Work work;
    private final Transfers transfers;
    private final Copying copying;
    private final DragFiles dragFiles;
    private final ObjectProperty<Path> folder;

    /**
     * Fetches through transfers, and into temporary files what other programs want to see.
     *
     * @param folder where images go until another is chosen
     */
    public Fetching(Session session, Work work, Transfers transfers, TemporaryFiles files, Path folder) {
        this.session = session;
        this.work = work;
        this.transfers = transfers;
        this.copying = new Copying(new Copies(session, files), work);
        this.dragFiles = new DragFiles(copying, work);
        this.folder = new SimpleObjectProperty<>(folder);
    }

    /** Where images go. */
    public ObjectProperty<Path> folderProperty() {
        return folder;
    }

    /**
     * Saves images into the folder.
     *
     * @return how many were taken on
     */
    public int save(List<RemoteImage> images) {
        Path where = folder.get();
        return transfers.add(
                images.stream().map(image -> FetchTask.of(image, where)).toList());
    }

    /** Saves the image of a name that somebody typed. Exactly one of the two hears whether there is one. */
    public void get(String typed, Consumer<RemoteImage> done, Consumer<Trouble> failed) {
        work.start(
                () -> session.stat(typed),
                image -> {
                    if (save(List.of(image)) == 1) {
                        done.accept(image);
                    } else {
                        failed.accept(Trouble.tooMuch());
                    }
                },
                failed);
    }

    /** Makes a copy for another program. Exactly one of the two hears of it. */
    public void copy(RemoteImage image, Consumer<Path> done, Consumer<Trouble> failed) {
        copying.copy(image, done, failed);
    }

    /** Whether so many images can be dragged out of the window. */
    public static boolean canDrag(List<RemoteImage> images) {
        return !images.isEmpty()
                && images.size() <= MOST_IMAGES_TO_DRAG
                && images.stream()
                                .mapToLong(image -> image.attributes().filesize())
                                .sum()
                        <= MOST_BYTES_TO_DRAG;
    }

    /**
     * Fetches beforehand what may be about to be dragged, as soon as the selection has rested for a moment: a drag has
     * to have its files when it begins. What was selected before is fetched no further.
     */
    public void prepareDrag(List<RemoteImage> images) {
        dragFiles.want(canDrag(images) ? images : List.of());
    }

    /** A drag may begin at once. */
    public void hurryDrag() {
        dragFiles.hurry();
    }

    /** The files to drag, if all that {@link #prepareDrag} was told of are there. */
    public Optional<List<Path>> dragged(List<RemoteImage> images) {
        return dragFiles.of(images);
    }
}
