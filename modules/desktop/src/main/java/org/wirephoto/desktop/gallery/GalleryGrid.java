package org.wirephoto.desktop.gallery;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
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
    /** So many pixels a layout may move the flow by rounding. */
    private static final double STILL = 2;

    private final GalleryModel model;
    private final Selection selection;
    private final Consumer<RemoteImage> open;
    private final RubberBand band = new RubberBand(this, this::scrollBy, this::select);
    private final Set<ImageCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable ContextMenu menu;
    private @Nullable Place place;
    private long listing;

    /**
     * Where an image is in the window, so that it can be there again when others came or went above it.
     *
     * @param position of the flow, from 0 to 1; as long as it is the same, nobody has scrolled
     */
    private record Place(RemoteImage image, double top, double position) {}

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
        // Heard before the skin hears of it, whose own listener comes later.
        model.images().addListener((ListChangeListener<RemoteImage>) _ -> place = firstInSight());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedBeside);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> band.end());
        addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (band.isBegun()) {
                event.consume(); // or what is selected would be dragged
            }
        });
        skinProperty().subscribe(skin -> {
            if (skin != null) {
                fixRowHeight();
                getChildren().add(band);
                model.images().addListener((ListChangeListener<RemoteImage>) _ -> listChanged());
            }
        });
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
            flow.setFixedCellSize(rowHeight());
        }
    }

    /** Scrolls until an image is in sight, and no further. */
    void scrollTo(int index) {
        GridGeometry now = geometry();
        double top = now.top(index);
        double offset = offset();
        if (index >= 0 && top < offset) {
            offset(top);
        } else if (index >= 0 && top + rowHeight() > offset + getHeight()) {
            offset(top + rowHeight() - getHeight());
        }
    }

    private double rowHeight() {
        return getCellHeight() + 2 * SPACE;
    }

    private GridGeometry geometry() {
        return new GridGeometry(
                columns(),
                getCellWidth() + 2 * SPACE,
                rowHeight(),
                SPACE,
                getInsets().getLeft(),
                model.images().size());
    }

    /** How far the grid can be scrolled, in pixels. */
    private double hidden() {
        return Math.max(0, geometry().height() - getHeight());
    }

    /** How far the grid is scrolled, in pixels; as the flow will lay it out, which it may not have done yet. */
    private double offset() {
        VirtualFlow<?> flow = flow();
        return flow == null ? 0 : flow.getPosition() * hidden();
    }

    private void offset(double pixels) {
        VirtualFlow<?> flow = flow();
        double hidden = hidden();
        if (flow != null) {
            flow.setPosition(hidden == 0 ? 0 : Math.clamp(pixels / hidden, 0, 1));
        }
    }

    private double scrollBy(double pixels) {
        if (pixels != 0) {
            offset(offset() + pixels);
        }
        return offset();
    }

    /** The first image in sight; none where the list is at its beginning, whose newcomers are to be seen. */
    private @Nullable Place firstInSight() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> row = flow == null ? null : flow.getFirstVisibleCell();
        if (flow == null || row == null || flow.getPosition() == 0) {
            return null;
        }
        Place before = place;
        if (before != null
                && Math.abs(before.position - flow.getPosition()) * hidden() < STILL
                && model.indexOf(before.image.name()) >= 0) {
            return before; // or single newcomers would push it on, each less than a row
        }
        return row.lookupAll(".image-cell").stream()
                .map(node -> ((ImageCell) node).getItem())
                .filter(Objects::nonNull)
                .filter(image -> model.indexOf(image.name()) >= 0)
                .findFirst()
                .map(image -> new Place(image, row.getLayoutY(), flow.getPosition()))
                .orElse(null);
    }

    private void listChanged() {
        showSelection();
        Place before = place;
        if (listing != model.listing()) {
            listing = model.listing();
            offset(0);
        } else if (before != null) {
            offset(geometry().top(model.indexOf(before.image.name())) - before.top);
            place = new Place(before.image, before.top, offset() / Math.max(1, hidden()));
        }
    }

    private int rowsInSight() {
        return Math.max(1, (int) Math.floor(getHeight() / rowHeight()));
    }

    private void pressedBeside(MouseEvent event) {
        requestFocus();
        if (menu != null) {
            menu.hide();
        }
        if (event.getButton() == MouseButton.PRIMARY && event.getX() < getWidth() - SCROLL_BAR) {
            selection.beginBand(event.isShortcutDown() || event.isShiftDown());
            band.begin(event.getX(), event.getY());
        }
    }

    private void draggedBeside(MouseEvent event) {
        if (band.isBegun()) {
            band.drag(event.getX(), event.getY());
            event.consume();
        }
    }

    private void select(double x1, double y1, double x2, double y2) {
        selection.band(
                geometry().under(x1, y1, x2, y2).mapToObj(model.images()::get).toList());
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
