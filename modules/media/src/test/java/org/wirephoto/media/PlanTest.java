package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.Variant;

class PlanTest {
    private static final long MIB = 1L << 20;

    @Nested
    class Step {
        @ParameterizedTest
        @CsvSource({
            // width, height, bytes a pixel, budget in MiB, step
            "800,   600,   3, 128,  1",
            "6000,  4000,  3, 128,  2",
            "6000,  4000,  3, 1024, 1",
            "10000, 10000, 3, 128,  3",
            "10000, 10000, 3, 1024, 2",
            "16384, 16384, 4, 128,  4",
            "16384, 16384, 4, 1024, 4",
            "100000, 2000, 3, 128,  3",
        })
        void isAsSmallAsMemoryAllows(long width, long height, int pixelBytes, long budget, int step) {
            Header header = new Header(width, height, Exif.NONE, pixelBytes);

            Plan plan = Plan.of(header, Frame.whole(header), Variant.THUMBNAIL, budget * MIB);

            assertThat(plan.step()).isEqualTo(step);
            assertThat(plan.bytes()).isLessThanOrEqualTo(budget * MIB);
        }

        @ParameterizedTest
        @CsvSource({"16, 2000, 2000", "16, 16000, 16000", "32, 12000, 9000"})
        void neverDecodesFewerPixelsThanAreShown(long budget, long width, long height) {
            Header header = new Header(width, height, Exif.NONE, 3);

            Plan plan = Plan.of(header, Frame.whole(header), Variant.PREVIEW, budget * MIB);

            assertThat(width * height / plan.step() / plan.step())
                    .isGreaterThan((long) plan.width() * plan.height() / 4);
        }
    }

    @Nested
    class Bytes {
        @ParameterizedTest
        @CsvSource({"0", "50000000", "109000000"})
        void countWhatTheDecoderKeepsForItself(long decoder) {
            Header header = new Header(7000, 5200, Exif.NONE, decoder, 3);

            Plan plan = Plan.of(header, Frame.whole(header), Variant.THUMBNAIL, 128 * MIB);

            assertThat(plan.bytes()).isGreaterThan(decoder).isLessThanOrEqualTo(128 * MIB);
        }
    }
}
