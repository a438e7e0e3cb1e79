package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

class PreviewMakerTest {
    private static final Set<ImageType> NOT_DRAWN = Set.of(ImageType.AVIF, ImageType.HEIC, ImageType.HEIF);
    private static final Set<String> TRANSPARENT =
            Set.of("alpha.png", "alpha.webp", "lossless-alpha.webp", "placed.gif");
    private static final Set<String> OTHER_COLOURS = Set.of(
            "gray.png",
            "gray-16-bit.png",
            "gray.jpeg",
            "gray-16-bit.tif",
            "black-and-white.png",
            "fax.tif",
            "adobe-rgb.png",
            "adobe-rgb.jpg",
            "adobe-rgb.webp",
            "placed.gif",
            "orientation-6.webp");

    @TempDir
    Path folder;

    private final PreviewMaker maker = new PreviewMaker(new PreviewSettings(2, 128L << 20, Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        maker.close();
    }

    static Stream<TestImage> drawn() {
        return TestImages.accepted().stream()
                .filter(image -> !NOT_DRAWN.contains(image.type().orElseThrow()));
    }

    @Nested
    class EveryType {
        static Stream<TestImage> drawn() {
            return PreviewMakerTest.drawn();
        }

        static Stream<TestImage> inFullColour() {
            return drawn().filter(image -> !OTHER_COLOURS.contains(image.name()));
        }

        @ParameterizedTest
        @MethodSource("drawn")
        void isDrawnUprightInItsOwnSize(TestImage image) throws Exception {
            BufferedImage made = made(image, Variant.PREVIEW);

            assertThat(made.getWidth()).isEqualTo(image.width());
            assertThat(made.getHeight()).isEqualTo(image.height());
        }

        @ParameterizedTest
        @MethodSource("drawn")
        void becomesPngOnlyWhereThereIsTransparency(TestImage image) throws Exception {
            ImageType expected = TRANSPARENT.contains(image.name()) ? ImageType.PNG : ImageType.JPEG;

            assertThat(verdict(image, Variant.THUMBNAIL)).isEqualTo(new PreviewVerdict.Made(expected));
        }

        @ParameterizedTest
        @MethodSource("inFullColour")
        void keepsItsColoursInTheirPlaces(TestImage image) throws Exception {
            BufferedImage made = made(image, Variant.PREVIEW);

            // Palettes and lossy codings move a colour by this much at most.
            int tolerance = 45;
            assertColour(made, 6, 5, 0xDC141E, tolerance);
            assertColour(made, 40, 8, 0xA12B58, tolerance);
            assertColour(made, 10, 40, 0x28D9C5, tolerance);
        }

        @ParameterizedTest
        @MethodSource("drawn")
        void carriesNoMetadata(TestImage image) throws Exception {
            verdict(image, Variant.PREVIEW);

            String bytes = Files.readString(folder.resolve("target"), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Exif", "ICC_PROFILE", "iCCP", "eXIf", "tEXt", "Wirephoto", "2024:07:14");
        }

        @ParameterizedTest
        @EnumSource(names = {"AVIF", "HEIC", "HEIF"})
        void isRefusedInAWordWhereItCannotBeDrawn(ImageType type) throws Exception {
            Path file = Files.write(folder.resolve("image"), TestImages.of(type, 1));

            assertThat(maker.make(file, type, Variant.THUMBNAIL, folder.resolve("target")))
                    .isEqualTo(new PreviewVerdict.NotPossible("This server can't draw images of this type."));
            assertThat(folder.resolve("target")).doesNotExist();
        }
    }

    @Nested
    class Size {
        @ParameterizedTest
        @CsvSource({
            "THUMBNAIL, 600,  400,  256,  171",
            "THUMBNAIL, 400,  600,  171,  256",
            "THUMBNAIL, 3000, 2,    256,  1",
            "THUMBNAIL, 256,  256,  256,  256",
            "THUMBNAIL, 257,  100,  256,  100",
            "PREVIEW,   1700, 850,  1600, 800",
            "PREVIEW,   1599, 1,    1599, 1",
        })
        void fitsInTheSquareAndIsNeverEnlarged(Variant variant, int width, int height, int across, int down)
                throws Exception {
            byte[] photo = TestImages.photo(ImageType.PNG, width, height, 3);

            BufferedImage made = made(photo, ImageType.PNG, variant);

            assertThat(made.getWidth()).isEqualTo(across);
            assertThat(made.getHeight()).isEqualTo(down);
        }

        @ParameterizedTest
        @EnumSource(names = {"PNG", "JPEG", "GIF", "BMP", "TIFF"})
        void looksLikeTheMeanOfWhatItCovers(ImageType type) throws Exception {
            byte[] photo = TestImages.photo(type, 1024, 768, 5);

            BufferedImage made = made(photo, type, Variant.THUMBNAIL);

            BufferedImage whole = ImageIO.read(folder.resolve("image").toFile());
            for (int[] place : new int[][] {{20, 20}, {128, 96}, {200, 150}}) {
                assertColour(made, place[0], place[1], mean(whole, place[0] * 4, place[1] * 4), 14);
            }
        }

        private static int mean(BufferedImage image, int left, int top) {
            int[] sum = new int[3];
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 4; x++) {
                    int rgb = image.getRGB(left + x, top + y);
                    IntStream.range(0, 3).forEach(band -> sum[band] += (rgb >> (16 - 8 * band)) & 255);
                }
            }
            return ((sum[0] / 16) << 16) | ((sum[1] / 16) << 8) | (sum[2] / 16);
        }
    }

    @Nested
    class Colours {
        @ParameterizedTest
        @ValueSource(strings = {"adobe-rgb.png", "adobe-rgb.jpg", "adobe-rgb.webp"})
        void ofAProfileBecomeThoseOfSrgb(String name) throws Exception {
            BufferedImage made = made(Samples.image(name), Variant.PREVIEW);

            // By the definitions of both colour spaces: their primaries, and gamma 2.2 against sRGB's curve.
            assertColour(made, 6, 5, 0xFF0C18, 14);
            assertColour(made, 40, 8, 0xBC2759, 14);
            assertColour(made, 10, 44, 0x00EFD9, 14);
        }

        @ParameterizedTest
        @ValueSource(strings = {"gray.png", "gray.jpeg", "gray-16-bit.png", "gray-16-bit.tif"})
        void ofGrayImagesStayAsTheyAreStored(String name) throws Exception {
            BufferedImage made = made(Samples.image(name), Variant.PREVIEW);

            assertColour(made, 6, 5, 0x282828, 3);
            assertColour(made, 10, 44, 0xAAAAAA, 3);
        }

        @Test
        void survivesABrokenProfile() throws Exception {
            byte[] png = Samples.bytes("adobe-rgb.png");
            png[80] ^= 0x55;

            assertColour(made(png, ImageType.PNG, Variant.PREVIEW), 40, 8, 0xA12B58, 14);
        }

        @Test
        void ofClearPixelsDoNotBleed() throws Exception {
            BufferedImage made = made(Samples.image("alpha.png"), Variant.PREVIEW);

            assertThat(made.getRGB(60, 44) >>> 24).isZero();
            assertThat(made.getRGB(6, 5) >>> 24).isEqualTo(255);
        }

        @Test
        void ofAFrameLieAtItsPlaceOnAClearScreen() throws Exception {
            BufferedImage made = made(Samples.image("placed.gif"), Variant.PREVIEW);

            assertThat(made.getRGB(5, 5) >>> 24).isZero();
            assertColour(made, 26, 15, 0xCC0033, 2);
        }
    }

    @Nested
    class Damage {
        @ParameterizedTest
        @ValueSource(strings = {"rgb.png", "interlaced.png", "plain.gif", "lzw.tif", "lossy.webp"})
        void endsInARefusalThatLeavesTheTargetAlone(String name) throws Exception {
            TestImage image = Samples.image(name);
            byte[] cut = Arrays.copyOf(image.bytes(), image.bytes().length / 3);

            assertThat(verdict(cut, image.type().orElseThrow(), Variant.THUMBNAIL))
                    .isInstanceOf(PreviewVerdict.NotPossible.class);
            assertThat(folder.resolve("target")).doesNotExist();
        }

        @ParameterizedTest
        @MethodSource("org.wirephoto.media.PreviewMakerTest#drawn")
        void ofAnyByteEndsInAVerdict(TestImage image) throws Exception {
            for (int seed = 0; seed < 3; seed++) {
                byte[] changed = Samples.damaged(image.bytes(), seed);

                assertThat(verdict(changed, image.type().orElseThrow(), Variant.THUMBNAIL))
                        .isNotNull();
            }
        }

        @Test
        void ofOneClaimedTypeByAnotherIsARefusal() throws Exception {
            assertThat(verdict(Samples.bytes("rgb.png"), ImageType.JPEG, Variant.THUMBNAIL))
                    .isInstanceOf(PreviewVerdict.NotPossible.class);
        }

        @Test
        void byAHeaderThatClaimsTooMuchCostsNoMemory() throws Exception {
            assertThat(verdict(Samples.image("too-many-pixels.png"), Variant.THUMBNAIL))
                    .isInstanceOf(PreviewVerdict.NotPossible.class);
        }

        @Test
        void byHundredsOfScansIsARefusal() throws Exception {
            byte[] jpeg = Samples.withRepeatedScans(Samples.bytes("progressive.jpg"), 300);

            assertThat(verdict(jpeg, ImageType.JPEG, Variant.THUMBNAIL)).isInstanceOf(PreviewVerdict.NotPossible.class);
        }
    }

    @Nested
    class FilesAround {
        @Test
        void thatAreMissingAreAFaultOfTheirOwn() {
            assertThatIOException()
                    .isThrownBy(() -> maker.make(
                            folder.resolve("none"), ImageType.PNG, Variant.THUMBNAIL, folder.resolve("target")));
        }

        @Test
        void thatCannotBeWrittenAreAFaultOfTheirOwn() throws Exception {
            Path image = Files.write(folder.resolve("image"), Samples.bytes("rgb.png"));

            assertThatIOException()
                    .isThrownBy(() -> maker.make(
                            image,
                            ImageType.PNG,
                            Variant.THUMBNAIL,
                            folder.resolve("missing").resolve("target")));
        }

        @Test
        void thatExistAreOverwritten() throws Exception {
            Files.write(folder.resolve("target"), new byte[100_000]);

            verdict(Samples.image("rgb.png"), Variant.THUMBNAIL);

            assertThat(Files.size(folder.resolve("target"))).isLessThan(10_000);
        }
    }

    @Nested
    class Closing {
        @Test
        void refusesNewWork() throws Exception {
            Path image = Files.write(folder.resolve("image"), Samples.bytes("rgb.png"));
            maker.close();

            assertThatThrownBy(() -> maker.make(image, ImageType.PNG, Variant.THUMBNAIL, folder.resolve("target")))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void twiceIsNoFault() {
            maker.close();
            maker.close();
        }
    }

    @Nested
    class Settings {
        @ParameterizedTest
        @CsvSource({"0, 100000000, 1", "65, 100000000, 1", "1, 1000, 1", "1, 100000000, 0"})
        void outOfRangeAreRefused(int threads, long budget, int seconds) {
            assertThatThrownBy(() -> new PreviewSettings(threads, budget, Duration.ofSeconds(seconds)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void byDefaultLeaveHalfOfTheHeapToOthers() {
            assertThat(PreviewSettings.defaults().budgetBytes())
                    .isLessThanOrEqualTo(
                            Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 2));
        }
    }

    private PreviewVerdict verdict(TestImage image, Variant variant) throws IOException, InterruptedException {
        return verdict(image.bytes(), image.type().orElse(ImageType.PNG), variant);
    }

    private PreviewVerdict verdict(byte[] bytes, ImageType type, Variant variant)
            throws IOException, InterruptedException {
        Path image = Files.write(folder.resolve("image"), bytes);
        return maker.make(image, type, variant, folder.resolve("target"));
    }

    private BufferedImage made(TestImage image, Variant variant) throws IOException, InterruptedException {
        return made(image.bytes(), image.type().orElseThrow(), variant);
    }

    private BufferedImage made(byte[] bytes, ImageType type, Variant variant) throws IOException, InterruptedException {
        assertThat(verdict(bytes, type, variant)).isInstanceOf(PreviewVerdict.Made.class);
        return ImageIO.read(folder.resolve("target").toFile());
    }

    private static void assertColour(BufferedImage image, int x, int y, int expected, int tolerance) {
        int rgb = image.getRGB(x, y);
        for (int shift : List.of(16, 8, 0)) {
            assertThat((rgb >> shift) & 255)
                    .as("%06x instead of %06x at %d,%d", rgb & 0xFFFFFF, expected, x, y)
                    .isCloseTo((expected >> shift) & 255, within(tolerance));
        }
    }
}
