package org.wirephoto.desktop.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private static final double CLOSE = 1e-6;

    private final Zoom large = Zoom.fit(800, 600, 4000, 2000);

    @Nested
    class Fitting {
        @Test
        void showsAllOfALargeImageInTheMiddle() {
            assertThat(large.scale()).isEqualTo(0.2);
            assertThat(large.left()).isZero();
            assertThat(large.top()).isEqualTo(100);
            assertThat(large.isMovable()).isFalse();
        }

        @Test
        void neverMakesASmallImageLarger() {
            assertThat(Zoom.fit(800, 600, 80, 60).scale()).isEqualTo(1);
        }

        @Test
        void followsTheWindow() {
            assertThat(large.in(400, 600).scale()).isEqualTo(0.1);
        }
    }

    @Nested
    class Zooming {
        @Test
        void keepsThePointUnderTheMouse() {
            Zoom zoom = large.by(3, 200, 250);
            double imageX = (200 - large.left()) / large.scale();
            double imageY = (250 - large.top()) / large.scale();
            assertThat(zoom.left() + imageX * zoom.scale()).isCloseTo(200, within(CLOSE));
            assertThat(zoom.top() + imageY * zoom.scale()).isCloseTo(250, within(CLOSE));
        }

        @Test
        void endsAtAllOfItAndAtSixteenTimes() {
            assertThat(large.by(1000, 0, 0).scale()).isEqualTo(16);
            assertThat(large.by(5, 400, 300).by(0.001, 0, 0)).isEqualTo(large);
        }

        @Test
        void keepsItsScaleInAWindowOfAnotherSize() {
            assertThat(large.to(1, 400, 300).in(500, 500).scale()).isEqualTo(1);
        }
    }

    @Nested
    class Moving {
        @Test
        void endsAtTheEdges() {
            Zoom zoom = large.to(1, 400, 300).moved(1e6, -1e6);
            assertThat(zoom.left()).isZero();
            assertThat(zoom.top()).isEqualTo(600 - 2000);
        }

        @Test
        void doesNothingWhereAllIsSeen() {
            assertThat(large.moved(50, 50)).isEqualTo(large);
        }
    }
}
