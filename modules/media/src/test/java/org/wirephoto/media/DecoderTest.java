package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

class DecoderTest {
    @TempDir
    Path folder;

    @Nested
    class Decode {
        static Stream<TestImage> drawn() {
            return PreviewMakerTest.drawn();
        }

        @ParameterizedTest
        @MethodSource("drawn")
        void leavesOutPixelsByAnyStep(TestImage image) throws Exception {
            Path file = Files.write(folder.resolve("image"), image.bytes());
            ImageType type = image.type().orElseThrow();
            Source source = Source.of(file, type);
            for (int step : new int[] {1, 2, 3, 5, 7, 50, 100}) {
                BufferedImage decoded = decode(file, type, source.frame(), step);

                long most = Math.ceilDiv(source.frame().width(), step);
                assertThat((long) decoded.getWidth()).isBetween(most - 1, most);
                assertThat(decoded.getHeight()).isPositive();
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"PNG", "JPEG", "GIF", "BMP", "TIFF"})
        void takesSizesThatNoStepDivides(ImageType type) throws Exception {
            Path file = Files.write(folder.resolve("image"), TestImages.photo(type, 101, 67, 4));
            Frame frame = Source.of(file, type).frame();
            for (int step = 1; step < 12; step++) {
                assertThat(decode(file, type, frame, step).getWidth()).isBetween(101 / step, 101 / step + 1);
            }
        }

        private BufferedImage decode(Path file, ImageType type, Frame frame, int step)
                throws IOException, NoPreviewException {
            return new Decoder(file, type, new Stop(Duration.ofSeconds(20))).decode(frame, step);
        }
    }
}
