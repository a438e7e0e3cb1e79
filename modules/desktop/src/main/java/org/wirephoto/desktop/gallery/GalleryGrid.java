package org.wirephoto.desktop.gallery;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.gallery.Selection.Move;
import org.wirephoto.desktop.picture.PictureStore;

/** The grid of thumbnails, with the mouse and the keyboard of a file manager. */
final class GalleryGrid extends GridView<RemoteImage> {
    static final double SMALLEST = 96;
    static final double LARGEST = 256;
    private static final double SPACE = 5;
    private static final double PADDING_ACROSS = 16;
    private static final double PADDING_DOWN = 14;
    /** What GridView itself leaves for the scroll bar. */
    private static final double SCROLL_BAR = 18;

    private final GalleryModel model;
    private final Selection selection;
    private final Consumer<RemoteImage> open;
    private final Set<ImageCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable ContextMenu menu;

    GalleryGrid(GalleryModel model, PictureStore<Image> pictures, Consumer<RemoteImage> open) {
        super(model.images());
        this.model = model;
        this.selection = model.selection();
        this.open = open;
        getStyleClass().add("gallery-grid");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setHorizontalCellSpacing(SPACE);
        setVerticalCellSpacing(SPACE);
        setCellFactory(_ -> cell(pictures));
        tileSize(160);
        widthProperty().subscribe(this::centre);
        cellWidthProperty().subscribe(this::centre);
        selection.revisionProperty().subscribe(this::showSelection);
        model.images().addListener((ListChangeListener<RemoteImage>) _ -> showSelection());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
        skinProperty().subscribe(_ -> fixRowHeight());
        cellHeightProperty().subscribe(this::fixRowHeight);
    }

    /** What a click with the other button opens. */
    void contextMenu(ContextMenu contextMenu) {
        menu = contextMenu;
    }

    /** How large thumbnails are at most, in pixels. */
    void tileSize(double side) {
        setCellWidth(side + PADDING_ACROSS);
        setCellHeight(side * 0.8 + ImageTile.NAME_HEIGHT + PADDING_DOWN);
    }

    private ImageCell cell(PictureStore<Image> pictures) {
        ImageCell cell = new ImageCell(pictures, selection);
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(cell, event));
        cell.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released(cell, event));
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(cell, event));
        cells.add(cell);
        return cell;
    }

    private void showSelection() {
        cells.forEach(ImageCell::showSelection);
    }

    /** GridView puts its rows to the left: half of what is left over goes before them. */
    private void centre() {
        double room = getWidth() - SCROLL_BAR;
        double left = Math.max(0, room - columns() * (getCellWidth() + 2 * SPACE));
        setPadding(new Insets(0, 0, 0, Math.floor(left / 2)));
    }

    private int columns() {
        return Math.max(1, (int) Math.floor((getWidth() - SCROLL_BAR) / (getCellWidth() + 2 * SPACE)));
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** With rows of one height it need not measure thousands of them. */
    private void fixRowHeight() {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            flow.setFixedCellSize(getCellHeight() + 2 * SPACE);
        }
    }

    /** Scrolls until an image is in sight. */
    void scrollTo(int index) {
        VirtualFlow<?> flow = flow();
        if (flow != null && index >= 0) {
            flow.scrollTo(index / columns());
        }
    }

    private int rowsInSight() {
        return Math.max(1, (int) Math.floor(getHeight() / (getCellHeight() + 2 * SPACE)));
    }

    private void pressedBeside(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown()) {
            selection.none();
        }
    }

    private void pressed(ImageCell cell, MouseEvent event) {
        RemoteImage image = cell.getItem();
        if (image == null) {
            return;
        }
        requestFocus();
        if (event.isShiftDown()) {
            selection.upTo(image, event.isShortcutDown());
        } else if (event.isShortcutDown()) {
            selection.toggle(image);
        } else if (!selection.contains(image)) {
            selection.only(image);
        }
        if (menu != null) {
            menu.hide();
            if (event.getButton() == MouseButton.SECONDARY) {
                menu.show(cell, event.getScreenX(), event.getScreenY());
            }
        }
        event.consume();
    }

    /** Only now, because several that are selected may have been about to be dragged. */
    private void released(ImageCell cell, MouseEvent event) {
        RemoteImage image = cell.getItem();
        if (image != null
                && event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && !event.isShiftDown()
                && !event.isShortcutDown()) {
            selection.only(image);
        }
    }

    private void clicked(ImageCell cell, MouseEvent event) {
        RemoteImage image = cell.getItem();
        if (image != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open.accept(image);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        int all = model.images().size();
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns();
            case DOWN -> columns();
            case PAGE_UP -> -columns() * rowsInSight();
            case PAGE_DOWN -> columns() * rowsInSight();
            case HOME -> -all;
            case END -> all;
            default -> 0;
        };
        if (by != 0) {
            scrollTo(selection.move(by, move(event)));
            event.consume();
        } else if (act(event)) {
            event.consume();
        }
    }

    private static Move move(KeyEvent event) {
        if (event.isShiftDown()) {
            return Move.EXTEND;
        }
        return event.isShortcutDown() ? Move.GO : Move.SELECT;
    }

    private boolean act(KeyEvent event) {
        if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            selection.all();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            selection.none();
            return true;
        }
        RemoteImage lead = selection.lead().orElse(null);
        if (lead == null) {
            return false;
        }
        if (event.getCode() == KeyCode.ENTER) {
            open.accept(lead);
            return true;
        }
        if (event.getCode() == KeyCode.SPACE) {
            selection.toggle(lead);
            return true;
        }
        return false;
    }

    /** Passes on what the wheel says with ctrl held: the size of thumbnails. */
    void onZoom(Consumer<Double> by) {
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                by.accept(Math.signum(event.getDeltaY()));
                event.consume();
            }
        });
    }
}
