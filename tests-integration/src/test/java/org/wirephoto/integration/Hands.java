package org.wirephoto.integration;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;
import com.sun.javafx.stage.WindowHelper;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/**
 * A person's hands: mouse, keys and drags enter JavaFX where a window system hands them over, so that what lies in
 * front, what is disabled and what has the focus count as they do for people.
 *
 * <p>On any thread but JavaFX's. Nothing waits for what the program makes of an event: it may open a dialog.
 */
final class Hands {
    /** Keys that are held meanwhile. */
    enum Held {
        CTRL(KeyEvent.MODIFIER_CONTROL),
        SHIFT(KeyEvent.MODIFIER_SHIFT);

        private final int mask;

        Held(int mask) {
            this.mask = mask;
        }

        private static int mask(Held... held) {
            int mask = 0;
            for (Held each : held) {
                mask |= each.mask;
            }
            return mask;
        }
    }

    private Hands() {}

    /**
     * Presses the mouse's first button over a node once, whatever was pressed before.
     *
     * @param node finds it; on JavaFX's thread
     */
    static void click(Supplier<? extends Optional<? extends Node>> node, Held... held) throws Exception {
        click(node, MouseEvent.BUTTON_LEFT, KeyEvent.MODIFIER_BUTTON_PRIMARY, Held.mask(held));
    }

    /** Presses the mouse's other button, which opens menus. */
    static void otherClick(Supplier<? extends Optional<? extends Node>> node) throws Exception {
        click(node, MouseEvent.BUTTON_RIGHT, KeyEvent.MODIFIER_BUTTON_SECONDARY, 0);
    }

    private static void click(Supplier<? extends Optional<? extends Node>> wanted, int button, int buttonMask, int held)
            throws Exception {
        AtomicReference<Optional<Spot>> found = new AtomicReference<>(Optional.empty());
        // It may still be sliding to where it belongs, and a list may show it in another cell meanwhile.
        HeadlessFx.await("nothing is in front of what is clicked", () -> {
            found.set(wanted.get().filter(node -> node.getScene() != null).flatMap(node -> moveTo(node, held)));
            return found.get().isPresent();
        });
        Spot spot = found.get().orElseThrow();
        Platform.runLater(() -> {
            spot.mouse(MouseEvent.DOWN, button, held | buttonMask);
            spot.mouse(MouseEvent.UP, button, held);
        });
    }

    /** Moves the mouse over a node; empty where something else is in front of it. */
    private static Optional<Spot> moveTo(Node node, int held) {
        node.getScene().getRoot().layout();
        if (node.getScene() == null) {
            return Optional.empty(); // a list has put it aside
        }
        // From elsewhere, so that two clicks of two tests are no double click.
        Spot elsewhere = new Spot(viewOf(node), 0, 0, 0, 0);
        elsewhere.mouse(MouseEvent.MOVE, MouseEvent.BUTTON_NONE, held);
        elsewhere.mouse(MouseEvent.DOWN, MouseEvent.BUTTON_OTHER, KeyEvent.MODIFIER_BUTTON_MIDDLE);
        elsewhere.mouse(MouseEvent.UP, MouseEvent.BUTTON_OTHER, KeyEvent.MODIFIER_NONE);
        Spot there = Spot.of(node);
        there.mouse(MouseEvent.MOVE, MouseEvent.BUTTON_NONE, held);
        return Optional.of(there).filter(_ -> node.isHover());
    }

    /** Presses and releases a key in a window. */
    static void press(Window window, KeyCode code, Held... held) {
        int mask = Held.mask(held);
        Platform.runLater(() -> {
            View view = viewOf(window);
            // A control key gives no character but the one that it is.
            char[] none = {};
            view.getEventHandler().handleKeyEvent(view, System.nanoTime(), KeyEvent.PRESS, code.getCode(), none, mask);
            view.getEventHandler()
                    .handleKeyEvent(view, System.nanoTime(), KeyEvent.RELEASE, code.getCode(), none, mask);
        });
    }

    /** Types into whatever has the focus in a window. */
    static void type(Window window, String text) {
        Platform.runLater(() -> {
            View view = viewOf(window);
            for (int i = 0; i < text.length(); i++) {
                char[] typed = {text.charAt(i)};
                view.getEventHandler()
                        .handleKeyEvent(view, System.nanoTime(), KeyEvent.TYPED, KeyEvent.VK_UNDEFINED, typed, 0);
            }
        });
    }

    /** Presses the cross of a window's frame. */
    static void closeWindow(Window window) {
        Platform.runLater(() -> {
            com.sun.glass.ui.Window frame = viewOf(window).getWindow();
            frame.getEventHandler().handleWindowEvent(frame, System.nanoTime(), WindowEvent.CLOSE);
        });
    }

    /**
     * Drags files from elsewhere onto a node, and lets go.
     *
     * @return whether the program took them
     */
    static boolean drop(Node node, List<Path> files) throws Exception {
        return HeadlessFx.get(() -> {
            Spot spot = Spot.of(node);
            View view = spot.view;
            View.EventHandler handler = view.getEventHandler();
            Dragged dragged = new Dragged(files);
            int copy = Clipboard.ACTION_COPY;
            handler.handleDragEnter(view, spot.x, spot.y, spot.screenX, spot.screenY, copy, dragged);
            int offered = handler.handleDragOver(view, spot.x, spot.y, spot.screenX, spot.screenY, copy, dragged);
            if (offered == Clipboard.ACTION_NONE) {
                handler.handleDragLeave(view, dragged);
                return false;
            }
            return handler.handleDragDrop(view, spot.x, spot.y, spot.screenX, spot.screenY, copy, dragged)
                    != Clipboard.ACTION_NONE;
        });
    }

    private static View viewOf(Node node) {
        return viewOf(node.getScene().getWindow());
    }

    /** JavaFX's own tests get at it in this way, too. */
    private static View viewOf(Window window) {
        try {
            Object peer = WindowHelper.getPeer(window);
            Class<?> type = Class.forName("com.sun.javafx.tk.quantum.WindowStage");
            Method frame = type.getDeclaredMethod("getPlatformWindow");
            frame.setAccessible(true);
            return ((com.sun.glass.ui.Window) frame.invoke(peer)).getView();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JavaFX is another one", e);
        }
    }

    /** The middle of a node, in its window and on the screen. */
    private record Spot(View view, int x, int y, int screenX, int screenY) {
        static Spot of(Node node) {
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            View view = viewOf(node);
            if (!view.getWindow().isEnabled()) {
                throw new AssertionError("another window is in front of " + node);
            }
            Bounds bounds = node.getBoundsInLocal();
            Point2D middle = node.localToScene(bounds.getCenterX(), bounds.getCenterY());
            Point2D onScreen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
            return new Spot(
                    view, (int) middle.getX(), (int) middle.getY(), (int) onScreen.getX(), (int) onScreen.getY());
        }

        void mouse(int type, int button, int modifiers) {
            view.getEventHandler()
                    .handleMouseEvent(
                            view, System.nanoTime(), type, button, x, y, screenX, screenY, modifiers, false, false);
        }
    }

    /** Files that another program lets be dragged. */
    private static final class Dragged extends ClipboardAssistance {
        private final List<Path> files;

        Dragged(List<Path> files) {
            super(Clipboard.DND);
            this.files = files;
        }

        @Override
        public Object getData(String type) {
            return type.equals(Clipboard.FILE_LIST_TYPE)
                    ? files.stream().map(Path::toString).toArray(String[]::new)
                    : null;
        }

        @Override
        public String[] getMimeTypes() {
            return new String[] {Clipboard.FILE_LIST_TYPE};
        }

        @Override
        public int getSupportedSourceActions() {
            return Clipboard.ACTION_COPY;
        }

        @Override
        public void setTargetAction(int action) {
            // Nobody waits for it: the drag came from nowhere.
        }
    }
}
