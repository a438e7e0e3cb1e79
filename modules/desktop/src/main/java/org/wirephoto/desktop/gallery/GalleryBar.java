package org.wirephoto.desktop.gallery;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.Sort;

/** The tools above the grid: what is searched for, in which order, how large. Remembers them. */
final class GalleryBar extends HBox {
    private static final String SORT = "gallery.sort";
    private static final String SIZE = "gallery.size";
    private static final String DETAILS = "gallery.details";
    private static final double USUAL_SIZE = 168;
    private static final double STEP = 16;

    private final GalleryModel model;
    private final Texts texts;
    private final HBox server = new HBox();
    private final HBox actions = new HBox(8);
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ComboBox<Sort> sort = new ComboBox<>();
    private final Slider size = new Slider(GalleryGrid.SMALLEST, GalleryGrid.LARGEST, USUAL_SIZE);
    private final ToggleButton details = new ToggleButton();

    GalleryBar(GalleryModel model, Texts texts, Settings settings) {
        super(10);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("tool-line");
        setAlignment(Pos.CENTER_LEFT);
        server.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_LEFT);
        prepareSearch();
        prepareSort(settings);
        prepareSize(settings);
        prepareDetails(settings);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(server, actions, space, search, sort, sizes(), details);
    }

    private void prepareSearch() {
        search.setPromptText(texts.text("search.prompt"));
        search.setAccessibleText(texts.text("search.prompt"));
        search.setTooltip(new Tooltip(texts.text("search.tip")));
        FontIcon icon = new FontIcon(Feather.SEARCH);
        icon.getStyleClass().add("field-icon");
        search.setLeft(icon);
        search.setPrefColumnCount(18);
        search.setMinWidth(120);
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(_ -> model.searchNow());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
    }

    private void prepareSort(Settings settings) {
        sort.getItems().setAll(Sort.values());
        sort.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Sort value) {
                return value == null ? "" : texts.text("sort." + value.wire());
            }

            @Override
            public Sort fromString(String text) {
                throw new UnsupportedOperationException("nobody types an order");
            }
        });
        sort.setAccessibleText(texts.text("sort"));
        sort.setMinWidth(USE_PREF_SIZE);
        sort.setTooltip(new Tooltip(texts.text("sort")));
        settings.text(SORT).flatMap(Sort::of).ifPresent(model.sortProperty()::set);
        sort.setValue(model.sortProperty().get());
        sort.setOnAction(_ -> {
            model.sortProperty().set(sort.getValue());
            settings.put(SORT, sort.getValue().wire());
        });
    }

    private void prepareSize(Settings settings) {
        size.setValue(settings.number(SIZE).orElse(USUAL_SIZE));
        size.setBlockIncrement(STEP);
        size.setPrefWidth(110);
        size.setMinWidth(70);
        size.setAccessibleText(texts.text("size"));
        size.setTooltip(new Tooltip(texts.text("size")));
        size.valueProperty().subscribe(value -> settings.put(SIZE, Math.round(value.doubleValue())));
    }

    private void prepareDetails(Settings settings) {
        details.setGraphic(new FontIcon(Feather.INFO));
        details.getStyleClass().add("icon-button");
        details.setAccessibleText(texts.text("details"));
        details.setTooltip(new Tooltip(texts.text("details.tip")));
        details.setSelected(settings.flag(DETAILS, true));
        details.selectedProperty().subscribe(shown -> settings.put(DETAILS, shown));
    }

    private Node sizes() {
        FontIcon small = new FontIcon(Feather.IMAGE);
        small.getStyleClass().add("small-icon");
        FontIcon large = new FontIcon(Feather.IMAGE);
        HBox box = new HBox(6, small, size, large);
        box.getStyleClass().add("sizes");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    ObservableList<Node> actions() {
        return actions.getChildren();
    }

    void server(Node node) {
        server.getChildren().setAll(node);
    }

    void corner(Node node) {
        getChildren().add(node);
    }

    DoubleProperty tileSizeProperty() {
        return size.valueProperty();
    }

    BooleanProperty detailsProperty() {
        return details.selectedProperty();
    }

    void larger(double steps) {
        size.setValue(Math.clamp(size.getValue() + steps * STEP, size.getMin(), size.getMax()));
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
