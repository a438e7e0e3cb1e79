package org.wirephoto.desktop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;

/** What a person who hears the program, or has no mouse, would miss. */
public final class Accessibility {
    private Accessibility() {}

    /** Each control that has no name, and each that can be clicked and not be reached by the keyboard. */
    public static List<String> faults(Parent root) {
        Set<Node> labelled = new HashSet<>();
        visit(root, node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        List<String> faults = new ArrayList<>();
        visit(root, node -> {
            if (isInteractive(node) && !hasName(node) && !labelled.contains(node)) {
                faults.add("no name: " + node + " in " + node.getParent());
            }
        });
        return faults;
    }

    private static boolean isInteractive(Node node) {
        boolean known = node.getAccessibleRole() != AccessibleRole.PARENT
                && node.getAccessibleRole() != AccessibleRole.NODE
                && node.getAccessibleRole() != AccessibleRole.SCROLL_PANE;
        return (node.isFocusTraversable() && known) || node instanceof ProgressIndicator || node instanceof TableView;
    }

    private static boolean hasName(Node node) {
        String name = node.getAccessibleText();
        return (name != null && !name.isBlank())
                || (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank());
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> visit(child, visitor));
        }
    }
}
