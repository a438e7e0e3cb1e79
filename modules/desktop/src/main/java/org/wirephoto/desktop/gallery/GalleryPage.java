package org.wirephoto.desktop.gallery;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/**
 * The gallery of one server: a bar of tools, the grid, details of what is selected and a line with numbers. Others
 * hang their own buttons, menu items and drawer into it.
 */
public final class GalleryPage extends BorderPane {
    private final GalleryModel model;
    private final Texts texts;
    private final Wording wording;
    private final GalleryBar bar;
    private final GalleryGrid grid;
    private final ContextMenu menu = new ContextMenu();
    private final StackPane middle = new StackPane();
    private final VBox bottom = new VBox();
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar();

    /**
     * The page of a gallery.
     *
     * @param open shows an image in the viewer
     * @param quiet the line for notices that need not be read
     */
    public GalleryPage(
            GalleryModel model,
            PictureStore<Image> pictures,
            Texts texts,
            Wording wording,
            Settings settings,
            Consumer<RemoteImage> open,
            Node quiet) {
        this.model = model;
        this.texts = texts;
        this.wording = wording;
        getStyleClass().add("gallery");
        bar = new GalleryBar(model, texts, settings);
        grid = new GalleryGrid(model, pictures, open);
        grid.contextMenu(menu);
        grid.onZoom(bar::larger);
        grid.setAccessibleText(texts.text("gallery.images"));
        bar.tileSizeProperty().subscribe(size -> grid.tileSize(size.doubleValue()));
        DetailsPane details = new DetailsPane(model.selection(), pictures, texts, wording);
        bar.detailsProperty().subscribe(shown -> setRight(shown ? details : null));
        middle.getChildren().setAll(grid);
        setTop(bar);
        setCenter(middle);
        bottom.getChildren().setAll(status(quiet));
        setBottom(bottom);
        model.stateProperty().subscribe(this::refresh);
        model.selection().revisionProperty().subscribe(this::refreshCount);
    }

    private Node status(Node quiet) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        progress.getStyleClass().add("listing");
        progress.setVisible(false);
        HBox line = new HBox(12, count, progress, space, quiet);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("status-line");
        return line;
    }

    /** Buttons in the bar, before the search. */
    public ObservableList<Node> actions() {
        return bar.actions();
    }

    /** What stands at the left end of the bar: which server this is. */
    public void server(Node node) {
        bar.server(node);
    }

    /** What stands at the right end of the bar. */
    public void corner(Node node) {
        bar.corner(node);
    }

    /** Items of the menu that opens over what is selected. */
    public ObservableList<MenuItem> menu() {
        return menu.getItems();
    }

    /** Puts something between the grid and the line with numbers. */
    public void drawer(Node node) {
        bottom.getChildren().add(0, node);
    }

    /** The node that files are dropped on. */
    public Node dropTarget() {
        return middle;
    }

    /** Puts the keyboard into the grid. */
    public void focusGrid() {
        grid.requestFocus();
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        bar.focusSearch();
    }

    /** Shows or hides details. */
    public void toggleDetails() {
        bar.detailsProperty().set(!bar.detailsProperty().get());
    }

    /** Scrolls until an image is in sight. */
    public void scrollTo(int index) {
        grid.scrollTo(index);
    }

    private void refresh(GalleryState state) {
        boolean hasImages = !model.images().isEmpty();
        switch (state) {
            case GalleryState.Loading loading -> {
                cover(hasImages ? null : new ProgressIndicator());
                progress.setVisible(hasImages);
                progress.setProgress(loading.total()
                        .map(total -> (double) loading.images() / Math.max(1, total))
                        .orElse(ProgressIndicator.INDETERMINATE_PROGRESS));
            }
            case GalleryState.Listed listed -> {
                progress.setVisible(false);
                cover(hasImages ? null : listed.narrowed() ? nothingFound() : empty());
            }
            case GalleryState.Failed failed -> {
                progress.setVisible(false);
                cover(hasImages ? null : failed(failed));
            }
        }
        refreshCount();
    }

    private void cover(@org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            middle.getChildren().setAll(grid);
        } else {
            middle.getChildren().setAll(grid, node);
        }
    }

    private void refreshCount() {
        int selected = model.selection().size();
        String images = switch (model.stateProperty().get()) {
            case GalleryState.Loading loading ->
                loading.images() == 0
                        ? texts.text("gallery.loading")
                        : texts.text(
                                "gallery.loading.of",
                                loading.images(),
                                loading.total().map(wording::count).orElse("?"));
            case GalleryState.Listed listed ->
                texts.text(
                        listed.more() ? "gallery.more" : listed.narrowed() ? "gallery.found" : "gallery.count",
                        listed.images());
            case GalleryState.Failed failed -> texts.sentence(failed.trouble());
        };
        count.setText(selected == 0 ? images : images + " \u00b7 " + texts.text("gallery.selected", selected));
    }

    private Node empty() {
        return placeholder(Feather.IMAGE, texts.text("empty.title"), texts.text("empty.hint"));
    }

    private Node nothingFound() {
        Button all = new Button(texts.text("search.clear"));
        all.setOnAction(_ -> model.searchProperty().set(""));
        VBox box = placeholder(
                Feather.SEARCH,
                texts.text("search.nothing", Wording.safe(model.searchProperty().get())),
                texts.text("search.hint"));
        box.getChildren().add(all);
        return box;
    }

    private Node failed(GalleryState.Failed failed) {
        Button again = new Button(texts.text("gallery.again"));
        again.setDefaultButton(true);
        again.setOnAction(_ -> model.reload());
        VBox box = placeholder(Feather.CLOUD_OFF, texts.text("gallery.failed"), texts.sentence(failed.trouble()));
        box.getChildren().add(again);
        return box;
    }

    private static VBox placeholder(Feather icon, String title, String hint) {
        Label heading = new Label(title);
        heading.getStyleClass().add("placeholder-title");
        Label more = new Label(hint);
        more.getStyleClass().add("hint");
        more.setWrapText(true);
        more.setMaxWidth(420);
        VBox box = new VBox(12, new FontIcon(icon), heading, more);
        box.getStyleClass().add("placeholder");
        box.setAlignment(Pos.CENTER);
        box.setPickOnBounds(false);
        return box;
    }
}
