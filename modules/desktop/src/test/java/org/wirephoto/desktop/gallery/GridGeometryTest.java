package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridGeometryTest {
    /** Three columns of 100 pixels, rows of 80, five pixels empty on each side, from 20 on; the last row has one. */
    private final GridGeometry grid = new GridGeometry(3, 100, 80, 5, 20, 7);

    private int[] under(double x1, double y1, double x2, double y2) {
        return grid.under(x1, y1, x2, y2).toArray();
    }

    @Test
    void findsWhatARectangleTouches() {
        assertThat(under(100, 40, 150, 100)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void itDoesNotMatterAtWhichCornerItBegan() {
        assertThat(under(150, 100, 100, 40)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void betweenImagesThereIsNothing() {
        assertThat(under(116, 0, 124, 300)).isEmpty();
        assertThat(under(0, 76, 400, 84)).isEmpty();
        assertThat(under(116, 10, 126, 20)).containsExactly(1);
    }

    @Test
    void besideAndBehindTheImagesThereIsNothing() {
        assertThat(under(0, 0, 24, 500)).isEmpty();
        assertThat(under(330, 0, 900, 500)).isEmpty();
        assertThat(under(130, 170, 900, 500)).isEmpty();
        assertThat(under(-50, -50, 900, 900)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(new GridGeometry(3, 100, 80, 5, 20, 0).under(0, 0, 900, 900)).isEmpty();
    }

    @Test
    void knowsHowHighItIsAndWhereARowBegins() {
        assertThat(grid.height()).isEqualTo(240);
        assertThat(grid.top(5)).isEqualTo(80);
    }
}
