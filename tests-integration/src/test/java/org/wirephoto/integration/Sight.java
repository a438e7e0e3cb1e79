package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.wirephoto.integration.Hands.Held;

/**
 * A part of what is on the screen, found as a person finds it: by what it says. It is looked for anew each time, since
 * lists make new rows. On any thread but JavaFX's.
 */
final class Sight {
    private final String name;
    private final Supplier<Optional<? extends Node>> root;

    /** What is on the screen under a node that may come and go; asked for on JavaFX's thread. */
    Sight(String name, Supplier<Optional<? extends Node>> root) {
        this.name = name;
        this.root = root;
    }

    /** Waits until it is there. */
    Sight appears() throws Exception {
        HeadlessFx.await(name + " is there", () -> root.get().isPresent());
        return this;
    }

    /** Waits until it is gone. */
    void goes() throws Exception {
        HeadlessFx.await(name + " is gone", () -> root.get().isEmpty());
    }

    /** Waits until a text is read in it, as a whole or in part. */
    Sight shows(String text) throws Exception {
        HeadlessFx.await(name + " shows “" + text + "”", () -> says(text), this::texts);
        return this;
    }

    /** Waits until a text is no longer read in it. */
    void showsNoMore(String text) throws Exception {
        HeadlessFx.await(name + " shows “" + text + "” no more", () -> !says(text));
    }

    private boolean says(String text) {
        return visible().stream().anyMatch(node -> textOf(node).contains(text));
    }

    /** On JavaFX's thread: all that can be read in it. */
    private String texts() {
        return visible().stream()
                .map(Sight::textOf)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" | ", "but: ", ""));
    }

    /** The names of the buttons that can be pressed. */
    List<String> buttons() throws Exception {
        return HeadlessFx.get(() -> visible().stream()
                .filter(node -> node instanceof ButtonBase && !node.isDisabled())
                .map(Sight::nameOf)
                .toList());
    }

    /** What a menu offers. */
    List<String> offers() throws Exception {
        return HeadlessFx.get(() -> visible().stream()
                .filter(node -> node.getStyleClass().contains("menu-item")
                        && !node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("disabled")))
                .map(item -> visible(item).stream().map(Sight::textOf).filter(text -> !text.isBlank()))
                .map(texts -> texts.findFirst().orElse(""))
                .toList());
    }

    /** The smallest row of a list, here, in which a text is read or a control is called so. */
    Sight row(String text) {
        return new Sight(
                "the row with “" + text + "”",
                () -> visible().stream()
                        .filter(node -> node instanceof Cell<?> cell && !cell.isEmpty())
                        .filter(cell -> visible(cell).stream()
                                .anyMatch(node -> textOf(node).contains(text)
                                        || nameOf(node).equals(text)))
                        .reduce((_, inner) -> inner));
    }

    /** The part of it that has a class of the style sheets. */
    Sight part(String styleClass) {
        return new Sight(
                styleClass,
                () -> visible().stream()
                        .filter(node -> node.getStyleClass().contains(styleClass))
                        .findFirst());
    }

    /** Presses a button, a box to tick or the like, once it can be. */
    void press(String control) throws Exception {
        usable(control);
        Hands.click(() -> find(control));
    }

    /** Presses the mouse over it, with keys held. */
    void click(Held... held) throws Exception {
        appears();
        Hands.click(root, held);
    }

    /** Presses the mouse's other button over it. */
    void otherClick() throws Exception {
        appears();
        Hands.otherClick(root);
    }

    /** Writes a text in place of the one that is in a field. */
    void write(String field, String text) throws Exception {
        TextInputControl input = (TextInputControl) usable(field);
        Hands.click(() -> Optional.of(input));
        HeadlessFx.await(field + " has the keyboard", input::isFocused);
        Hands.press(input.getScene().getWindow(), javafx.scene.input.KeyCode.A, Held.CTRL);
        Hands.press(input.getScene().getWindow(), javafx.scene.input.KeyCode.DELETE);
        Hands.type(input.getScene().getWindow(), text);
        HeadlessFx.run(() -> assertThat(input.getText()).isEqualTo(text));
    }

    /** What is written in a field. */
    String written(String field) throws Exception {
        TextInputControl input = (TextInputControl) usable(field);
        return HeadlessFx.get(input::getText);
    }

    /** The whole name of the control whose name begins so. */
    String name(String beginning) throws Exception {
        HeadlessFx.await(
                name + " has " + beginning,
                () -> visible().stream().anyMatch(node -> nameOf(node).startsWith(beginning)));
        return HeadlessFx.get(() -> visible().stream()
                .map(Sight::nameOf)
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    /** Waits until a control can be used. */
    Node usable(String control) throws Exception {
        HeadlessFx.await(
                control + " of " + name + " can be used", () -> find(control).isPresent());
        return HeadlessFx.get(() -> find(control).orElseThrow());
    }

    private Optional<Node> find(String control) {
        return visible().stream()
                .filter(node -> (node instanceof ButtonBase || node instanceof TextInputControl) && !node.isDisabled())
                .filter(node -> nameOf(node).equals(control))
                .findFirst();
    }

    /** On JavaFX's thread: all nodes under it that are not hidden. */
    private List<Node> visible() {
        return root.get().map(Sight::visible).orElse(List.of());
    }

    private static List<Node> visible(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, Node::isVisible, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!wanted.test(node)) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> collect(child, wanted, found));
        }
    }

    private static String textOf(Node node) {
        return switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case TextInputControl input when input.getText() != null -> input.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }

    /** What a person who hears the program knows it by; what it says, where it has no other name. */
    private static String nameOf(Node node) {
        String accessible = node.getAccessibleText();
        return accessible != null && !accessible.isBlank() && !(node instanceof Labeled labeled && !isBlank(labeled))
                ? accessible
                : textOf(node);
    }

    private static boolean isBlank(Labeled labeled) {
        return labeled.getText() == null || labeled.getText().isBlank();
    }
}
