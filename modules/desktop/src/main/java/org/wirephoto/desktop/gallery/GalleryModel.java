package org.wirephoto.desktop.gallery;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.Sort;

/**
 * What the gallery of one server shows: its images in an order, narrowed by a search, kept up to date by what happens
 * there. Needs no toolkit. Confined to the UI thread.
 */
public final class GalleryModel implements AutoCloseable {
    /** How long typing has to rest before the server is asked. */
    static final Duration REST = Duration.ofMillis(250);

    /** The most images that are held; who has more narrows them by a search. */
    static final int MOST = 500_000;

    private static final int FIRST_PAGE = 200;

    /** When more than this has changed while pages were on their way, they are asked for again. */
    private static final int MOST_MEANWHILE = 20_000;

    private final Session session;
    private final Work work;
    private final GalleryListener listener;
    private final LiveEvents live;
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.NEWEST);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<GalleryState> state =
            new ReadOnlyObjectWrapper<>(new GalleryState.Loading(0, Optional.empty()));
    private final ReadOnlyObjectWrapper<Optional<String>> offline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ImageList list = new ImageList(ImageOrder.of(Sort.NEWEST));
    private final Selection selection = new Selection(list);
    private Job loading = Job.none();
    private Job typing = Job.none();
    private String asked = "";
    private Optional<ListRequest> shown = Optional.empty();
    private long listing;
    private boolean closed;

    /** A gallery that shows nothing before {@link #open}. */
    public GalleryModel(Session session, Work work, UiThread ui, GalleryListener listener) {
        this.session = session;
        this.work = work;
        this.listener = listener;
        this.live = new LiveEvents(session, work, ui, this::happened, this::watchEnded);
        sort.subscribe((before, now) -> reload());
        search.subscribe((before, now) -> {
            typing.cancel();
            typing = work.after(REST, this::searchNow);
        });
    }

    /** The images that are shown, in their order. */
    public ObservableList<RemoteImage> images() {
        return list.images();
    }

    /** What is selected. */
    public Selection selection() {
        return selection;
    }

    /** The order; setting it lists afresh. */
    public ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    /** What names have to contain; the server is asked once typing rests. */
    public StringProperty searchProperty() {
        return search;
    }

    /** How far listing is. */
    public ReadOnlyObjectProperty<GalleryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the connection is lost, one sentence; empty while it stands. */
    public ReadOnlyObjectProperty<Optional<String>> offlineProperty() {
        return offline.getReadOnlyProperty();
    }

    /** Where an image stands, or -1. */
    public int indexOf(ImageName name) {
        return list.indexOf(name);
    }

    /** Grows when another list begins: in another order, narrowed otherwise, or read from its start again. */
    long listing() {
        return listing;
    }

    /** Lists the images and follows what happens from then on. */
    public void open() {
        reload();
    }

    /** Asks the server at once for what was typed. */
    public void searchNow() {
        typing.cancel();
        if (!asked.equals(text())) {
            reload();
        }
    }

    private String text() {
        return ImageName.normalise(search.get());
    }

    /**
     * Lists afresh. What is shown stays until the first page is here; where the same list is asked for again it stays
     * until all of it is here, and only what differs changes.
     */
    public void reload() {
        if (closed) {
            return;
        }
        loading.cancel();
        asked = text();
        ListRequest request = ListRequest.all().withSort(sort.get()).withLimit(FIRST_PAGE);
        ListRequest narrowed = asked.isEmpty() ? request : request.withMatch(asked);
        state.set(new GalleryState.Loading(0, Optional.empty()));
        if (list.isComplete() && shown.equals(Optional.of(narrowed))) {
            list.beginListing();
            loading =
                    work.start(new WholeList(session, narrowed, List.copyOf(list.images())), this::whole, this::failed);
        } else {
            loading = work.start(() -> session.list(narrowed), page -> first(narrowed, page), this::failed);
        }
    }

    /** The server answers again: what could not be listed without it is listed now. */
    public void reconnected() {
        if (state.get() instanceof GalleryState.Failed) {
            reload();
        }
    }

    private void first(ListRequest request, ImagePage page) {
        shown = Optional.of(request);
        listing++;
        list.change(() -> {
            list.clear(ImageOrder.of(request.sort()));
            follow(page.seq());
            arrived(
                    request,
                    page,
                    page.total().isPresent() ? Optional.of(page.total().getAsLong()) : Optional.empty());
        });
    }

    private void follow(String seq) {
        live.follow(seq);
        offline.set(Optional.empty());
    }

    private void arrived(ListRequest request, ImagePage page, Optional<Long> total) {
        boolean last = page.next().isEmpty();
        list.change(() -> list.append(page.images(), last));
        if (last) {
            settle(false);
        } else if (list.images().size() >= MOST) {
            list.endListing();
            settle(true);
        } else {
            state.set(new GalleryState.Loading(list.images().size(), total));
            ListRequest next =
                    request.withLimit(Limits.PAGE).withAfter(page.next().get());
            loading = work.start(() -> session.list(next), more -> arrived(request, more, total), this::failed);
        }
    }

    private void whole(WholeList.Read read) {
        list.replace(read.fresh());
        follow(read.seq());
        settle(read.more());
    }

    private void settle(boolean more) {
        selection.follow();
        state.set(new GalleryState.Listed(list.images().size(), !asked.isEmpty(), more));
    }

    private void failed(Trouble trouble) {
        list.endListing();
        state.set(new GalleryState.Failed(trouble));
    }

    /** Events come in bunches: a thousand images at once must not be a thousand changes of the screen. */
    private void happened(List<ImageEvent> events) {
        Happened happened = new Happened();
        Set<ImageName> touched = new LinkedHashSet<>();
        list.change(() -> events.forEach(event -> takeUp(event, happened, touched)));
        selection.follow(touched);
        if (events.stream().anyMatch(ImageEvent.Reset.class::isInstance) || list.changesMeanwhile() > MOST_MEANWHILE) {
            reload();
        } else if (state.get() instanceof GalleryState.Listed listed) {
            state.set(new GalleryState.Listed(list.images().size(), listed.narrowed(), listed.more()));
        }
        if (!happened.isNothing()) {
            listener.changed(happened);
        }
    }

    private void takeUp(ImageEvent event, Happened happened, Set<ImageName> touched) {
        switch (event) {
            case ImageEvent.Saved it -> {
                put(it.image());
                touched.add(it.image().name());
                happened.saved().add(it.image());
            }
            case ImageEvent.Deleted it -> {
                list.remove(it.name());
                touched.add(it.name());
                happened.deleted().add(it.name());
            }
            case ImageEvent.Renamed it -> {
                list.remove(it.from());
                put(it.image());
                selection.renamed(it.from(), it.image());
                touched.add(it.from());
                touched.add(it.image().name());
                happened.renamed().add(it.image());
            }
            case ImageEvent.Reset _ -> {
                // All is listed afresh once the others are taken up.
            }
            case ImageEvent.Offline it -> offline.set(Optional.of(it.reason()));
            case ImageEvent.Online _ -> offline.set(Optional.empty());
        }
    }

    private void put(RemoteImage image) {
        if (asked.isEmpty() || image.name().key().contains(ImageName.keyOf(asked))) {
            list.put(image);
        } else {
            list.remove(image.name());
        }
    }

    private void watchEnded(Trouble trouble) {
        offline.set(Optional.of(trouble.sentence()));
        listener.lost(trouble);
    }

    /** Stops listing and following. */
    @Override
    public void close() {
        closed = true;
        loading.cancel();
        typing.cancel();
        live.close();
    }
}
