package org.wirephoto.desktop.send;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a part of a window. */
public final class Drops {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("drop-wanted");

    private Drops() {}

    /**
     * Takes files and folders that come from outside this program.
     *
     * @param target where they may be dropped
     * @param marked what shows that they may
     */
    public static void accept(Node target, Node marked, BooleanSupplier allowed, Consumer<Dragboard> drop) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (isWanted(event, allowed)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(
                DragEvent.DRAG_ENTERED, event -> marked.pseudoClassStateChanged(WANTED, isWanted(event, allowed)));
        target.addEventHandler(DragEvent.DRAG_EXITED, _ -> marked.pseudoClassStateChanged(WANTED, false));
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (isWanted(event, allowed)) {
                drop.accept(event.getDragboard());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static boolean isWanted(DragEvent event, BooleanSupplier allowed) {
        return event.getGestureSource() == null && event.getDragboard().hasFiles() && allowed.getAsBoolean();
    }

    /** The files and folders of a clipboard or of a drag, if there are any. */
    public static Optional<List<Path>> files(Clipboard board) {
        return Optional.ofNullable(board.getFiles())
                .map(files -> files.stream().map(File::toPath).toList())
                .filter(files -> !files.isEmpty());
    }
}
