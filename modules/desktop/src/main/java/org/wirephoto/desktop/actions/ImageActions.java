package org.wirephoto.desktop.actions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.fetch.Fetching;
import org.wirephoto.desktop.manage.Deletion;
import org.wirephoto.desktop.manage.InvitePane;
import org.wirephoto.desktop.manage.Manage;
import org.wirephoto.desktop.manage.RenamePane;
import org.wirephoto.desktop.send.SendWords;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.viewer.FxOriginals;

/** What a person can do with the images that are selected. On the UI thread. */
final class ImageActions {
    /** So many deletions can be taken back. */
    private static final int MOST_DELETIONS = 50;

    private final Supplier<List<RemoteImage>> selected;
    private final Fetching fetching;
    private final Manage manage;
    private final SendWords words;
    private final Around around;
    private final FxOriginals originals = new FxOriginals();
    private final Deque<Deletion> deletions = new ArrayDeque<>();

    ImageActions(
            Supplier<List<RemoteImage>> selected, Fetching fetching, Manage manage, SendWords words, Around around) {
        this.selected = selected;
        this.fetching = fetching;
        this.manage = manage;
        this.words = words;
        this.around = around;
    }

    private String text(String key, Object... values) {
        return around.text(key, values);
    }

    private void problem(Trouble trouble) {
        around.notices().problem(around.texts().sentence(trouble));
    }

    boolean hasSelection() {
        return !selected.get().isEmpty();
    }

    boolean canChangeSelection() {
        return selected.get().stream().anyMatch(manage.permissions()::canChange);
    }

    boolean canRename() {
        return selected.get().size() == 1 && canChangeSelection();
    }

    void save() {
        List<RemoteImage> images = selected.get();
        int taken = fetching.save(images);
        if (taken < images.size()) {
            around.notices().problem(text("fetch.full", taken, images.size()));
        }
    }

    void saveTo() {
        if (hasSelection() && chooseFolder()) {
            save();
        }
    }

    private boolean chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(text("fetch.folder"));
        Path now = fetching.folderProperty().get();
        if (Files.isDirectory(now)) {
            chooser.setInitialDirectory(now.toFile());
        }
        Optional<File> chosen =
                Optional.ofNullable(chooser.showDialog(around.sheets().owner()));
        chosen.ifPresent(folder -> fetching.folderProperty().set(folder.toPath()));
        return chosen.isPresent();
    }

    void open() {
        one().ifPresent(image -> fetching.copy(image, around.outside()::open, this::problem));
    }

    private Optional<RemoteImage> one() {
        return selected.get().stream().findFirst();
    }

    /** Puts the files into the clipboard, and the picture too where it is one that JavaFX can draw. */
    void copy() {
        one().ifPresent(image -> fetching.copy(
                image,
                file -> around.work().start(() -> decode(image, file), this::copied, this::problem),
                this::problem));
    }

    private record Copied(Path file, Optional<Image> picture) {}

    private Copied decode(RemoteImage image, Path file) throws IOException {
        if (!originals.takes(image.attributes())) {
            return new Copied(file, Optional.empty());
        }
        return new Copied(file, Optional.of(originals.decode(Files.readAllBytes(file), image.attributes())));
    }

    private void copied(Copied copied) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(copied.file.toFile()));
        copied.picture.ifPresent(content::putImage);
        Clipboard.getSystemClipboard().setContent(content);
        around.notices().quiet(text("fetch.copied"));
    }

    void rename() {
        if (!canRename()) {
            return;
        }
        RemoteImage image = selected.get().getFirst();
        around.sheets()
                .open(
                        text("rename.window"),
                        close -> new RenamePane(
                                manage.rename(image),
                                around.texts(),
                                words,
                                name -> around.notices().quiet(text("rename.done", Wording.safe(name.text()))),
                                close));
    }

    void delete() {
        if (canChangeSelection()) {
            manage.delete(selected.get(), this::deleted, this::problem);
        }
    }

    private void deleted(Deletion deletion) {
        int count = deletion.deleted().size();
        if (count == 0) {
            deletion.trouble().ifPresent(this::problem);
            return;
        }
        remember(deletion);
        String done = text(
                "delete.done",
                count,
                Wording.safe(deletion.deleted().getFirst().name().text()));
        if (deletion.trouble().isEmpty()) {
            around.notices().offer(done, text("delete.undo"), () -> undo(deletion));
        } else {
            String why = around.texts().sentence(deletion.trouble().get());
            String kept = text("delete.kept", deletion.refused().size(), why);
            around.notices().problem(done + " " + kept, text("delete.undo"), () -> undo(deletion));
        }
    }

    private void remember(Deletion deletion) {
        deletions.addLast(deletion);
        if (deletions.size() > MOST_DELETIONS) {
            deletions.removeFirst();
        }
    }

    /** Takes the last deletion back that was not taken back yet. */
    void undo() {
        if (deletions.isEmpty()) {
            around.notices().quiet(text("delete.undo.nothing"));
        } else {
            undo(deletions.getLast());
        }
    }

    private void undo(Deletion deletion) {
        if (deletions.remove(deletion)) {
            manage.undo(deletion, this::undone, trouble -> offerAgain(deletion, trouble));
        }
    }

    private void undone(Deletion.Return back) {
        if (!back.restored().isEmpty()) {
            around.notices().quiet(text("delete.undone", back.restored().size()));
        }
        back.trouble()
                .ifPresent(trouble ->
                        back.left().ifPresentOrElse(left -> offerAgain(left, trouble), () -> problem(trouble)));
    }

    private void offerAgain(Deletion left, Trouble trouble) {
        remember(left);
        around.notices().problem(around.texts().sentence(trouble), text("delete.undo"), () -> undo(left));
    }

    void get() {
        around.sheets().open(text("get.title"), close -> new GetPane(fetching, around.texts(), close));
    }

    void invite() {
        if (manage.permissions().canInvite()) {
            around.sheets()
                    .open(
                            text("invite.title"),
                            close -> new InvitePane(manage, around.texts(), around.notices()::quiet, close));
        }
    }

    /** Lets what is selected be dragged into a file manager. A drag needs its files when it begins, so a press fetches. */
    void dragFrom(Node grid) {
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> fetching.hurryDrag());
        grid.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (!isOnImage(event.getTarget(), grid)) {
                return; // the scroll bar, or what lies between the images
            }
            List<RemoteImage> images = selected.get();
            Optional<List<Path>> files = fetching.dragged(images);
            if (files.isPresent()) {
                Dragboard board = grid.startDragAndDrop(TransferMode.COPY);
                ClipboardContent content = new ClipboardContent();
                content.putFiles(files.get().stream().map(Path::toFile).toList());
                board.setContent(content);
            } else if (!images.isEmpty()) {
                around.notices().quiet(text(Fetching.canDrag(images) ? "fetch.drag.wait" : "fetch.drag.many"));
            }
            event.consume();
        });
    }

    private static boolean isOnImage(EventTarget target, Node grid) {
        for (Node node = target instanceof Node hit ? hit : null;
                node != null && !node.equals(grid);
                node = node.getParent()) {
            if (node.getStyleClass().contains("image-cell")) {
                return true;
            }
        }
        return false;
    }

    /** Has what is selected ready to be dragged. */
    void prepareDrag() {
        fetching.prepareDrag(selected.get());
    }
}
