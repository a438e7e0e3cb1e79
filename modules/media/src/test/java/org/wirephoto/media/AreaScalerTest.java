package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AreaScalerTest {
    @Nested
    class Scale {
        @Test
        void takesTheMeanOfWholePixels() {
            BufferedImage image = gray(4, 2);
            set(image, 0, 0, 0, 100, 200, 40);
            set(image, 0, 1, 100, 200, 0, 80);

            SmallImage small = AreaScaler.scale(new SampleRows(image), 2, 1);

            assertThat(small.sample(0, 0)).isEqualTo(100);
            assertThat(small.sample(1, 0)).isEqualTo(80);
        }

        @Test
        void takesPartsOfPixelsByTheirPart() {
            BufferedImage image = gray(3, 1);
            set(image, 0, 0, 0, 90, 180);

            SmallImage small = AreaScaler.scale(new SampleRows(image), 2, 1);

            // Each covers one pixel and half of the middle one.
            assertThat(small.sample(0, 0)).isEqualTo(30);
            assertThat(small.sample(1, 0)).isEqualTo(150);
        }

        @Test
        void leavesAnImageOfTheSameSizeAsItIs() {
            BufferedImage image = gray(3, 2);
            set(image, 0, 1, 7, 77, 177);

            SmallImage small = AreaScaler.scale(new SampleRows(image), 3, 2);

            assertThat(small.sample(4, 0)).isEqualTo(77);
        }

        @Test
        void weighsColoursByTheirAlpha() {
            BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
            image.setRGB(0, 0, 0x00FF0000);
            image.setRGB(1, 0, 0xFF0000FF);

            SmallImage small = AreaScaler.scale(new SampleRows(image), 1, 1);

            assertThat(small.alpha(0)).isEqualTo(128);
            assertThat(small.sample(0, 0)).isZero();
            assertThat(small.sample(0, 2)).isEqualTo(255);
        }

        @Test
        void keepsTheFullRangeOfSixteenBits() {
            BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
            image.getRaster().setSample(0, 0, 0, 65_535);

            SmallImage small = AreaScaler.scale(new SampleRows(image), 2, 1);

            assertThat(small.sample(0, 0)).isEqualTo(255);
            assertThat(small.sample(1, 0)).isZero();
        }

        private static BufferedImage gray(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        }

        private static void set(BufferedImage image, int x, int y, int... grays) {
            for (int i = 0; x + i < image.getWidth(); i++) {
                image.getRaster().setSample(x + i, y, 0, grays[i]);
            }
        }
    }
}
