package org.wirephoto.desktop.gallery;

import java.util.stream.IntStream;

/**
 * Where the images of a grid lie, in pixels from the upper left corner of the first row. Never changes.
 *
 * @param columns how many images a row has
 * @param columnWidth from one image's left edge to that of the next
 * @param rowHeight from one row's upper edge to that of the next
 * @param space of this, how much lies empty on each side of an image
 * @param left how far the first column is from the left
 * @param count how many images there are
 */
record GridGeometry(int columns, double columnWidth, double rowHeight, double space, double left, int count) {
    /** Which images a rectangle touches, whichever of its corners are given; looks at no others. */
    IntStream under(double x1, double y1, double x2, double y2) {
        int firstColumn = first((Math.min(x1, x2) - left) / columnWidth, space / columnWidth);
        int lastColumn = Math.min(last((Math.max(x1, x2) - left) / columnWidth, space / columnWidth), columns - 1);
        int firstRow = first(Math.min(y1, y2) / rowHeight, space / rowHeight);
        int lastRow = Math.min(last(Math.max(y1, y2) / rowHeight, space / rowHeight), (count - 1) / columns);
        return IntStream.rangeClosed(firstRow, lastRow)
                .flatMap(row -> IntStream.rangeClosed(firstColumn, lastColumn).map(column -> row * columns + column))
                .filter(index -> index < count);
    }

    /** The first one that ends behind a place; counted in images, of which a part on each side is empty. */
    private static int first(double place, double empty) {
        return (int) Math.max(0, Math.ceil(place - 1 + empty));
    }

    /** The last one that begins before a place. */
    private static int last(double place, double empty) {
        return (int) Math.floor(place - empty);
    }

    /** How high all rows are together. */
    double height() {
        return Math.ceil((double) count / columns) * rowHeight;
    }

    /** How far down the row of an image begins. */
    double top(int index) {
        return Math.floorDiv(index, columns) * rowHeight;
    }
}
