package org.wirephoto.desktop.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExifOrientationTest {
    @Test
    void readsBothOrdersOfBytes() {
        for (int code = 1; code <= 8; code++) {
            assertThat(ExifOrientation.read(Marked.exif(code, ByteOrder.BIG_ENDIAN))
                            .code())
                    .isEqualTo(code);
            assertThat(ExifOrientation.read(Marked.exif(code, ByteOrder.LITTLE_ENDIAN))
                            .code())
                    .isEqualTo(code);
        }
    }

    @Test
    void readsWhatItWrites() {
        assertThat(ExifOrientation.read(new ExifOrientation(6).bare()).code()).isEqualTo(6);
    }

    @Test
    void takesWhatMakesNoSenseAsUpright() {
        assertThat(ExifOrientation.read(Marked.exif(9, ByteOrder.BIG_ENDIAN)).isUpright())
                .isTrue();
        assertThat(ExifOrientation.read(Marked.exif(0, ByteOrder.BIG_ENDIAN)).isUpright())
                .isTrue();
        byte[] whole = Marked.exif(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 34; length++) {
            assertThat(ExifOrientation.read(Arrays.copyOf(whole, length)).isUpright())
                    .isTrue();
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = whole.clone();
            noise[random.nextInt(40)] = (byte) random.nextInt();
            assertThat(ExifOrientation.read(noise).code()).isBetween(1, 8);
        }
    }
}
