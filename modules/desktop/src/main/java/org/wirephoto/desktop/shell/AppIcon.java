package org.wirephoto.desktop.shell;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** The program's icon, a print that hangs from a wire, as runtime/desktop's wirephoto.svg has it. On the UI thread. */
final class AppIcon {
    private static final double DRAWN = 256;
    private static final Color NIGHT = Color.web("#16233b");
    private static final Color WIRE = Color.web("#f2b84b");

    private AppIcon() {}

    /** Draws it, so many pixels wide. */
    static Image draw(double size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.scale(size / DRAWN, size / DRAWN);
        to.setFill(NIGHT);
        to.fillRoundRect(8, 8, 240, 240, 104, 104);
        to.setStroke(WIRE);
        to.setLineWidth(8);
        to.beginPath();
        to.moveTo(8, 66);
        to.quadraticCurveTo(128, 32, 248, 66);
        to.stroke();
        to.setFill(Color.WHITE);
        to.fillRoundRect(40, 64, 176, 160, 24, 24);
        print(to);
        to.setFill(WIRE);
        to.fillRoundRect(84, 44, 14, 36, 8, 8);
        to.fillRoundRect(158, 44, 14, 36, 8, 8);
        SnapshotParameters see = new SnapshotParameters();
        see.setFill(Color.TRANSPARENT);
        return canvas.snapshot(see, null);
    }

    private static void print(GraphicsContext to) {
        to.setFill(new LinearGradient(
                0,
                76,
                0,
                196,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#2f6fde")),
                new Stop(1, Color.web("#7cc4f8"))));
        to.fillRect(52, 76, 152, 120);
        to.setFill(Color.web("#ffd35c"));
        to.fillOval(145, 95, 34, 34);
        to.setFill(Color.web("#1f8a5b"));
        to.fillPolygon(
                new double[] {52, 98, 142, 166, 204, 204, 52}, new double[] {181, 124, 170, 146, 184, 196, 196}, 7);
        to.setFill(Color.web("#2aa56f"));
        to.fillPolygon(new double[] {52, 98, 120, 88, 52}, new double[] {181, 124, 147, 196, 196}, 5);
    }
}
