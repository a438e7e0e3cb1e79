package org.wirephoto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;

class TestImagesTest {
    private static final int SMALL = 16 << 10;

    @Nested
    class Lists {
        @Test
        void holdAtLeastFortyGoodImagesOfEveryType() {
            assertThat(TestImages.accepted()).hasSizeGreaterThanOrEqualTo(40);
            assertThat(TestImages.accepted().stream().map(image -> image.type().orElseThrow()))
                    .containsAll(EnumSet.allOf(ImageType.class));
        }

        @Test
        void giveEachImageANameOfItsOwnThatGoesWithItsType() {
            assertThat(Stream.concat(TestImages.accepted().stream(), TestImages.refused().stream())
                            .map(TestImage::name))
                    .doesNotHaveDuplicates();
            assertThat(TestImages.accepted())
                    .allMatch(image -> image.type().orElseThrow().takes(ending(image.name())));
        }

        @Test
        void holdSmallFilesAlone() {
            assertThat(TestImages.accepted()).allMatch(image -> image.bytes().length < SMALL);
            assertThat(TestImages.refused()).allMatch(image -> image.bytes().length < SMALL);
        }

        @Test
        void holdABadFileForEveryCodeThatContentCanEndIn() {
            assertThat(TestImages.refused().stream()
                            .map(image -> image.refusal().orElseThrow()))
                    .contains(
                            ErrorCode.SIZE_MISSING,
                            ErrorCode.TYPE_UNSUPPORTED,
                            ErrorCode.EXTENSION_MISMATCH,
                            ErrorCode.IMAGE_UNREADABLE,
                            ErrorCode.IMAGE_TOO_LARGE);
        }

        @Test
        void areTheSameEveryTime() {
            List<TestImage> again = GoodImages.all();

            assertThat(TestImages.accepted())
                    .zipSatisfy(again, (one, other) -> assertThat(one.bytes()).isEqualTo(other.bytes()));
        }

        private static String ending(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    @Nested
    class OfASeed {
        @ParameterizedTest
        @EnumSource
        void givesTheSameImageForASeedAndAnotherForAnother(ImageType type) {
            assertThat(TestImages.of(type, 7)).isEqualTo(TestImages.of(type, 7)).isNotEqualTo(TestImages.of(type, 8));
        }

        @ParameterizedTest
        @EnumSource(names = {"PNG", "JPEG", "GIF", "BMP", "TIFF"})
        void drawsAPhotoOfTheSizeAskedFor(ImageType type) throws IOException {
            BufferedImage photo = ImageIO.read(new ByteArrayInputStream(TestImages.photo(type, 90, 60, 1)));

            assertThat(photo.getWidth()).isEqualTo(90);
            assertThat(photo.getHeight()).isEqualTo(60);
        }

        @Test
        void refusesAPhotoOfATypeThatItCannotWrite() {
            assertThatThrownBy(() -> TestImages.photo(ImageType.AVIF, 9, 6, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Huge {
        @ParameterizedTest
        @CsvSource({"BMP,65536", "TIFF,65536", "BMP,3000001", "TIFF,3000001", "BMP,17000003", "TIFF,17000003"})
        void isAsLongAsAskedForAndReadable(ImageType type, long bytes) throws IOException {
            byte[] image;
            try (InputStream in = TestImages.huge(type, bytes, 3)) {
                image = in.readAllBytes();
            }

            assertThat(image).hasSize((int) bytes);
            assertThat(ImageIO.read(new ByteArrayInputStream(image)).getWidth()).isGreaterThanOrEqualTo(1024);
        }

        @Test
        void differsBySeed() throws IOException {
            try (InputStream one = TestImages.huge(ImageType.BMP, 65_536, 1);
                    InputStream other = TestImages.huge(ImageType.BMP, 65_536, 2)) {
                assertThat(one.readAllBytes()).isNotEqualTo(other.readAllBytes());
            }
        }
    }
}
