package org.wirephoto.desktop.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.Cancellation;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.picture.Picture;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/**
 * One image of a gallery in a window of its own size: the preview first, then the original where that shows more. Goes
 * on to the next one when the image is deleted. Needs no toolkit. Confined to the UI thread.
 *
 * @param <P> what a decoded picture is
 */
public final class ViewerModel<P> {
    /** How long one has to look at an image before its original is fetched. */
    static final Duration REST = Duration.ofMillis(350);

    private final Session session;
    private final PictureStore<P> pictures;
    private final OriginalDecoder<P> decoder;
    private final Work work;
    private final ObservableList<RemoteImage> images;
    private final ToIntFunction<ImageName> indexOf;
    private final ReadOnlyObjectWrapper<Optional<RemoteImage>> image = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ViewerState<P>> state =
            new ReadOnlyObjectWrapper<>(new ViewerState.Loading<>());
    private final ListChangeListener<RemoteImage> follower = _ -> follow();
    private Job preview = Job.none();
    private Job original = Job.none();
    private Job ahead = Job.none();
    private @Nullable Cancellation transfer;
    private int index = -1;

    /**
     * A viewer that shows nothing yet.
     *
     * @param images of the gallery
     * @param indexOf where the image of a name stands among them, or -1
     */
    public ViewerModel(
            Session session,
            PictureStore<P> pictures,
            OriginalDecoder<P> decoder,
            Work work,
            ObservableList<RemoteImage> images,
            ToIntFunction<ImageName> indexOf) {
        this.session = session;
        this.pictures = pictures;
        this.decoder = decoder;
        this.work = work;
        this.images = images;
        this.indexOf = indexOf;
        images.addListener(new WeakListChangeListener<>(follower));
    }

    /** The image that is shown; empty while the viewer is closed. */
    public ReadOnlyObjectProperty<Optional<RemoteImage>> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** How far it is shown. */
    public ReadOnlyObjectProperty<ViewerState<P>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where the image stands in the gallery, from 0. */
    public int index() {
        return index;
    }

    /** How many images the gallery has. */
    public int size() {
        return images.size();
    }

    /** Shows an image of the gallery. */
    public void show(RemoteImage wanted) {
        int found = indexOf.applyAsInt(wanted.name());
        if (found >= 0) {
            showAt(found);
        }
    }

    /** Goes so many images on or back, no further than to an end. */
    public void move(int by) {
        if (image.get().isPresent() && !images.isEmpty()) {
            int to = Math.clamp((long) index + by, 0, images.size() - 1);
            if (to != index) {
                showAt(to);
            }
        }
    }

    /** Shows nothing any more. */
    public void close() {
        stop();
        index = -1;
        image.set(Optional.empty());
    }

    private void showAt(int at) {
        stop();
        index = at;
        RemoteImage next = images.get(at);
        state.set(new ViewerState.Loading<>());
        image.set(Optional.of(next));
        Optional<Picture<P>> small = pictures.known(next, Variant.THUMBNAIL);
        if (small.isPresent() && small.get() instanceof Picture.Ready<P> ready) {
            state.set(new ViewerState.Shown<>(ready.pixels(), ViewerState.Sharpness.THUMBNAIL));
        }
        preview = pictures.request(next, Variant.PREVIEW, picture -> previewed(next, picture));
        lookAhead();
    }

    /** Most people go forward; the next preview is fetched while this one is looked at. */
    private void lookAhead() {
        if (index + 1 < images.size()) {
            ahead = pictures.request(images.get(index + 1), Variant.PREVIEW, _ -> {});
        }
    }

    private void previewed(RemoteImage shown, Picture<P> picture) {
        switch (picture) {
            case Picture.Ready<P> ready ->
                state.set(new ViewerState.Shown<>(ready.pixels(), ViewerState.Sharpness.PREVIEW));
            case Picture.None<P> _ -> {
                if (!decoder.takes(shown.attributes())) {
                    state.set(new ViewerState.NoPicture<>());
                }
            }
            case Picture.Failed<P> failed -> state.set(new ViewerState.Failed<>(failed.trouble()));
        }
        boolean more = shown.attributes().width() > Variant.PREVIEW.side()
                || shown.attributes().height() > Variant.PREVIEW.side()
                || shown.attributes().type() == ImageType.GIF
                || picture instanceof Picture.None<P>;
        if (more && decoder.takes(shown.attributes()) && !(picture instanceof Picture.Failed<P>)) {
            original = work.after(REST, () -> fetchOriginal(shown));
        }
    }

    private void fetchOriginal(RemoteImage shown) {
        Cancellation cancellation = new Cancellation();
        transfer = cancellation;
        original = work.start(
                () -> load(shown, cancellation),
                pixels -> state.set(new ViewerState.Shown<>(pixels, ViewerState.Sharpness.ORIGINAL)),
                this::originalFailed);
    }

    /** On a thread of {@link Work}. */
    private P load(RemoteImage shown, Cancellation cancellation) throws IOException {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream((int) shown.attributes().filesize());
        session.fetch(shown.name(), bytes, new TransferControl((done, total) -> {}, cancellation));
        return decoder.decode(bytes.toByteArray(), shown.attributes());
    }

    /** A preview that is shown already is better than a sentence about its original. */
    private void originalFailed(Trouble trouble) {
        if (!(state.get() instanceof ViewerState.Shown<P>)) {
            state.set(new ViewerState.Failed<>(trouble));
        }
    }

    private void stop() {
        preview.cancel();
        original.cancel();
        ahead.cancel();
        if (transfer != null) {
            transfer.cancel();
            transfer = null;
        }
    }

    private void follow() {
        Optional<RemoteImage> shown = image.get();
        if (shown.isEmpty()) {
            return;
        }
        int now = indexOf.applyAsInt(shown.get().name());
        if (now >= 0 && images.get(now).equals(shown.get())) {
            index = now;
        } else if (now >= 0) {
            showAt(now);
        } else if (images.isEmpty()) {
            close();
        } else {
            gone(shown.get());
        }
    }

    /** The image itself may be there under another name. */
    private void gone(RemoteImage shown) {
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).attributes().id().equals(shown.attributes().id())) {
                showAt(i);
                return;
            }
        }
        showAt(Math.clamp(index, 0, images.size() - 1));
    }
}
