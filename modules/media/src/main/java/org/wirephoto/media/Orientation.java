package org.wirephoto.media;

/** How the stored rows and columns lie in the upright image, by the eight numbers of EXIF. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    MIRRORED_TURNED_LEFT(true, false, false),
    TURNED_LEFT(true, true, false),
    MIRRORED_TURNED_RIGHT(true, true, true),
    TURNED_RIGHT(true, false, true);

    private final boolean rowsAreColumns;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean rowsAreColumns, boolean fromRight, boolean fromBottom) {
        this.rowsAreColumns = rowsAreColumns;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The one with EXIF's number, 1 to 8; any other number means upright. */
    static Orientation of(long number) {
        return number >= 1 && number <= values().length ? values()[(int) number - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return rowsAreColumns;
    }

    /** The pixels, row by row, of the upright image. */
    int[] applied(int[] stored, int storedWidth) {
        int storedHeight = stored.length / storedWidth;
        int width = rowsAreColumns ? storedHeight : storedWidth;
        int height = rowsAreColumns ? storedWidth : storedHeight;
        int[] upright = new int[stored.length];
        for (int row = 0; row < storedHeight; row++) {
            for (int column = 0; column < storedWidth; column++) {
                int x = rowsAreColumns ? row : column;
                int y = rowsAreColumns ? column : row;
                int placed = (fromBottom ? height - 1 - y : y) * width + (fromRight ? width - 1 - x : x);
                upright[placed] = stored[row * storedWidth + column];
            }
        }
        return upright;
    }
}
