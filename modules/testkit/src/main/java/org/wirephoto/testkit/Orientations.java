package org.wirephoto.testkit;

import java.awt.image.BufferedImage;

/** Stores a drawing in the ways that EXIF's eight orientations describe. */
final class Orientations {
    private Orientations() {}

    /** The image as it must be stored so that a reader that applies the orientation shows it upright. */
    static BufferedImage stored(BufferedImage upright, int orientation) {
        boolean rowsAreColumns = orientation >= 5;
        int width = rowsAreColumns ? upright.getHeight() : upright.getWidth();
        int height = rowsAreColumns ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, upright.getType());
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int x = rowsAreColumns ? row : column;
                int y = rowsAreColumns ? column : row;
                stored.setRGB(
                        column,
                        row,
                        upright.getRGB(mirrorX(upright, x, orientation), mirrorY(upright, y, orientation)));
            }
        }
        return stored;
    }

    private static int mirrorX(BufferedImage upright, int x, int orientation) {
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        return fromRight ? upright.getWidth() - 1 - x : x;
    }

    private static int mirrorY(BufferedImage upright, int y, int orientation) {
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        return fromBottom ? upright.getHeight() - 1 - y : y;
    }
}
