package org.wirephoto.desktop;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.actions.Around;
import org.wirephoto.desktop.actions.ServerActions;
import org.wirephoto.desktop.gallery.FxPictures;
import org.wirephoto.desktop.gallery.GalleryListener;
import org.wirephoto.desktop.gallery.GalleryModel;
import org.wirephoto.desktop.gallery.GalleryPage;
import org.wirephoto.desktop.gallery.Happened;
import org.wirephoto.desktop.gallery.LiveNotices;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.ClientSession;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.MainWindow;
import org.wirephoto.desktop.shell.ServerBadge;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.viewer.FxOriginals;
import org.wirephoto.desktop.viewer.ViewerModel;
import org.wirephoto.desktop.viewer.ViewerPane;

/** Puts together what belongs to one session: its gallery, its viewer, and what is told of it. */
final class GalleryScene implements AutoCloseable {
    private static final long PICTURE_MEMORY = 128L * 1024 * 1024;
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DETAILS = new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);

    private final Session session;
    private final MainWindow window;
    private final Texts texts;
    private final GalleryModel model;
    private final GalleryPage page;
    private final PictureStore<Image> pictures;
    private final ViewerModel<Image> viewer;
    private final ServerActions actions;
    private final UiThread ui;
    private Subscription focus = Subscription.EMPTY;

    /** What all sessions share. */
    record Surroundings(
            Work work,
            UiThread ui,
            MainWindow window,
            Texts texts,
            Settings settings,
            PictureFiles pictures,
            Around around) {}

    GalleryScene(Session session, Surroundings surroundings, Runnable leave) {
        this.session = session;
        this.window = surroundings.window;
        this.texts = surroundings.texts;
        this.ui = surroundings.ui;
        Wording wording = new Wording(texts, ZoneId.systemDefault());
        pictures = new PictureStore<>(
                session,
                surroundings.pictures,
                new FxPictures(),
                surroundings.work,
                ClientSession.PICTURES_AT_ONCE,
                PICTURE_MEMORY);
        model = new GalleryModel(session, surroundings.work, surroundings.ui, new Told(surroundings.work));
        viewer = new ViewerModel<>(
                session, pictures, new FxOriginals(), surroundings.work, model.images(), model::indexOf);
        page = new GalleryPage(
                model,
                pictures,
                texts,
                wording,
                surroundings.settings,
                viewer::show,
                window.notices().line());
        page.server(new ServerBadge(session, model.offlineProperty(), texts, leave));
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        ViewerPane pane = new ViewerPane(viewer, texts, wording, window::toggleFullScreen);
        viewer.imageProperty().subscribe((before, now) -> showViewer(pane, before, now));
        actions = new ServerActions(
                session, surroundings.around, () -> model.selection().images());
        page.actions().setAll(actions.buttons());
        page.menu().setAll(actions.menu());
        page.drawer(actions.drawer());
        actions.listen(page, page.dropTarget());
        model.selection().revisionProperty().subscribe(actions::selectionChanged);
    }

    /** The server answers again. */
    void reconnected() {
        actions.reconnected();
        model.reconnected();
    }

    ServerActions actions() {
        return actions;
    }

    GalleryModel model() {
        return model;
    }

    ViewerModel<Image> viewer() {
        return viewer;
    }

    PictureStore<Image> pictures() {
        return pictures;
    }

    GalleryPage page() {
        return page;
    }

    void open() {
        window.page(page, ServerBadge.name(session));
        model.open();
        page.focusGrid();
        focus = window.stage().getScene().focusOwnerProperty().subscribe(owner -> {
            if (isNowhere(owner)) {
                ui.run(this::findFocus);
            }
        });
    }

    /** When a button goes with what it ended, the keyboard falls to what is around the page, which hears no keys. */
    private void findFocus() {
        if (isNowhere(window.stage().getScene().getFocusOwner())) {
            page.focusGrid();
        }
    }

    private boolean isNowhere(@Nullable Node owner) {
        for (Node around = page.getParent(); around != null; around = around.getParent()) {
            if (around.equals(owner)) {
                return true;
            }
        }
        return owner == null;
    }

    private void showViewer(Node pane, Optional<RemoteImage> before, Optional<RemoteImage> now) {
        if (now.isPresent() && before.isEmpty()) {
            window.over(Optional.of(pane));
            pane.setFocusTraversable(true);
            pane.requestFocus();
        } else if (now.isEmpty()) {
            window.stage().setFullScreen(false);
            window.over(Optional.empty());
            before.filter(image -> model.indexOf(image.name()) >= 0).ifPresent(image -> {
                model.selection().only(image);
                page.scrollTo(model.indexOf(image.name()));
            });
            page.focusGrid();
        }
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            page.focusSearch();
            event.consume();
        } else if (DETAILS.match(event)) {
            page.toggleDetails();
            event.consume();
        } else if (REFRESH.match(event)) {
            model.reload();
            event.consume();
        }
    }

    @Override
    public void close() {
        focus.unsubscribe();
        actions.close();
        viewer.close();
        model.close();
        // Says goodbye to the server, which may take a moment.
        Thread.ofVirtual().name("wirephoto-farewell").start(session::close);
    }

    /** Tells people of what happens at the server. */
    private final class Told implements GalleryListener {
        private final LiveNotices live;

        Told(Work work) {
            live = new LiveNotices(work, texts, window.notices());
        }

        @Override
        public void changed(Happened happened) {
            live.changed(happened);
        }

        @Override
        public void lost(Trouble trouble) {
            window.notices().problem(texts.sentence(trouble), texts.text("gallery.again"), model::reload);
        }
    }
}
