package org.wirephoto.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** How well text stands out, as WCAG 2.2 computes it (relative luminance, contrast ratio). */
public final class Contrast {
    /** What text needs (1.4.3). */
    public static final double TEXT = 4.5;

    /** What icons, and what one has to see to use a control, need (1.4.11). */
    public static final double SHAPE = 3;

    private Contrast() {}

    /** The ratio of two colours, 1 to 21. */
    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Color over(Color upper, double opacity, Color lower) {
        double alpha = upper.getOpacity() * opacity;
        return Color.color(
                upper.getRed() * alpha + lower.getRed() * (1 - alpha),
                upper.getGreen() * alpha + lower.getGreen() * (1 - alpha),
                upper.getBlue() * alpha + lower.getBlue() * (1 - alpha));
    }

    /** What can't be read well in a part of a scene, a line each. */
    public static List<String> faults(Parent root, Color ground) {
        List<String> faults = new ArrayList<>();
        collect(root, List.of(ground), 1, faults);
        return faults;
    }

    private static void collect(Node node, List<Color> grounds, double opacity, List<String> faults) {
        // What can't be used need not stand out.
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        double seen = opacity * node.getOpacity();
        List<Color> here = node instanceof Region region ? grounds(region, grounds, seen) : grounds;
        if (node instanceof Text text && !text.getText().isBlank()) {
            check(text, here, seen, faults);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, here, seen, faults));
        }
    }

    private static List<Color> grounds(Region region, List<Color> below, double opacity) {
        List<Color> now = below;
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                List<Color> lower = now;
                now = colours(fill.getFill())
                        .flatMap(upper -> lower.stream().map(ground -> over(upper, opacity, ground)))
                        .distinct()
                        .toList();
            }
        }
        return now;
    }

    private static Stream<Color> colours(Paint paint) {
        return switch (paint) {
            case Color colour -> Stream.of(colour);
            case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor);
            default -> Stream.empty();
        };
    }

    private static void check(Text text, List<Color> grounds, double opacity, List<String> faults) {
        double needed = text instanceof FontIcon ? SHAPE : TEXT;
        colours(text.getFill()).forEach(colour -> {
            for (Color ground : grounds) {
                double ratio = ratio(over(colour, opacity, ground), ground);
                if (ratio < needed) {
                    faults.add("%.2f for %s %s on %s: %s".formatted(ratio, colour, text.getText(), ground, path(text)));
                }
            }
        });
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node at = node; at != null && path.length() < 400; at = at.getParent()) {
            path.append(" < ").append(at.getClass().getSimpleName()).append(at.getStyleClass());
        }
        return path.toString();
    }
}
