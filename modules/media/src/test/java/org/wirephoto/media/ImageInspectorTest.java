package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

class ImageInspectorTest {
    private final ImageInspector inspector = new ImageInspector();

    static List<TestImage> accepted() {
        return TestImages.accepted();
    }

    static Stream<TestImage> refusedAs(ErrorCode code) {
        return TestImages.refused().stream().filter(image -> image.refusal().equals(Optional.of(code)));
    }

    static Stream<TestImage> unsupported() {
        return refusedAs(ErrorCode.TYPE_UNSUPPORTED);
    }

    static Stream<TestImage> unreadable() {
        return refusedAs(ErrorCode.IMAGE_UNREADABLE);
    }

    @Nested
    class TypeOf {
        static List<TestImage> accepted() {
            return ImageInspectorTest.accepted();
        }

        static Stream<TestImage> unsupported() {
            return ImageInspectorTest.unsupported();
        }

        static Stream<TestImage> unreadable() {
            return ImageInspectorTest.unreadable();
        }

        @ParameterizedTest
        @MethodSource
        void accepted(TestImage image) {
            assertThat(typeOf(image.bytes()))
                    .isEqualTo(new TypeVerdict.Accepted(image.type().orElseThrow()));
        }

        @ParameterizedTest
        @MethodSource
        void unsupported(TestImage image) {
            assertThat(typeOf(image.bytes())).isInstanceOf(TypeVerdict.Unsupported.class);
        }

        @ParameterizedTest
        @MethodSource("unreadable")
        void knowsATypeByItsFirstBytesHoweverLittleFollows(TestImage image) {
            assertThat(typeOf(image.bytes())).isInstanceOf(TypeVerdict.Accepted.class);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                        text-called.png,             a text file
                        page-called.jpg,             a web page
                        zip-called.jpg,              a ZIP archive
                        document-called.png,         a PDF document
                        program-called.gif,          a program
                        zeros-called.bmp,            data of no known type
                        movie-called.heic,           a video
                        movie-called.avif,           a video
                        drawing-called.png,          an SVG drawing
                        digital-negative-called.tif, a camera's raw data
                        nikon-called.tif,            a camera's raw data
                        canon-called.tif,            a camera's raw data
                        canon-called.heic,           a camera's raw data
                        sequence-called.avif,        a sequence of images
                        sequence-called.heic,        a sequence of images
                        icon-called.png,             an icon
                        """, quoteCharacter = '"')
        void saysWhatItFoundInWordsForAPerson(String name, String found) {
            assertThat(typeOf(Samples.bytes(name))).isEqualTo(new TypeVerdict.Unsupported(found));
        }

        @Test
        void callsNothingAnEmptyFile() {
            assertThat(typeOf(new byte[0])).isEqualTo(new TypeVerdict.Unsupported("an empty file"));
        }

        @Test
        void leavesThePositionOfItsArgument() {
            ByteBuffer head = ByteBuffer.wrap(Samples.bytes("rgb.png"));

            inspector.typeOf(head);

            assertThat(head.position()).isZero();
        }

        @Test
        void readsFromThePositionOfItsArgument() {
            byte[] png = Samples.bytes("rgb.png");
            ByteBuffer head = ByteBuffer.allocateDirect(png.length + 3);
            head.position(3);
            head.put(png);
            head.position(3);

            assertThat(inspector.typeOf(head)).isEqualTo(new TypeVerdict.Accepted(ImageType.PNG));
        }

        @ParameterizedTest
        @CsvSource({
            "avif avif mif1 miaf, AVIF",
            "mif1 mif1 avif,      AVIF",
            "avif avif avis,      AVIF",
            "heic mif1 heic,      HEIC",
            "heix mif1 heix,      HEIC",
            "heim mif1,           HEIC",
            "heis mif1,           HEIC",
            "mif1 mif1 heic,      HEIC",
            "mif1 mif1 msf1 heic, HEIC",
            "MiHE mif1 heic,      HEIC",
            "mif1 mif1 jpeg,      HEIF",
            "mif1 mif1 avci,      HEIF",
        })
        void takesStillImagesByMajorAndCompatibleBrands(String brands, ImageType type) {
            assertThat(typeOf(Samples.fileType(brands))).isEqualTo(new TypeVerdict.Accepted(type));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "avis avif avis msf1",
                    "hevc hevc heic",
                    "hevx heix",
                    "msf1 msf1 mif1 heic",
                    "isom mif1 msf1 heic",
                    "isom isom iso2 mp41",
                    "mp42 mp42",
                    "qt   qt  ",
                    "crx  crx  mif1",
                })
        void refusesSequencesAndVideos(String brands) {
            assertThat(typeOf(Samples.fileType(brands))).isInstanceOf(TypeVerdict.Unsupported.class);
        }

        private TypeVerdict typeOf(byte[] bytes) {
            return inspector.typeOf(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, ImageInspector.HEAD_BYTES)));
        }
    }

    @Nested
    class FactsOf {
        @TempDir
        Path folder;

        static List<TestImage> accepted() {
            return ImageInspectorTest.accepted();
        }

        static Stream<TestImage> unreadable() {
            return ImageInspectorTest.unreadable();
        }

        @ParameterizedTest
        @MethodSource("accepted")
        void givesTheSizeAsDisplayed(TestImage image) throws IOException {
            FactsVerdict.Facts facts = facts(image.bytes(), image.type().orElseThrow());

            assertThat(facts.width()).isEqualTo(image.width());
            assertThat(facts.height()).isEqualTo(image.height());
        }

        @ParameterizedTest
        @MethodSource
        void unreadable(TestImage image) throws IOException {
            assertThat(factsOf(image.bytes(), typeOf(image))).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @ParameterizedTest
        @MethodSource("accepted")
        void endsInOneOfTheVerdictsWhereverTheFileIsCut(TestImage image) throws IOException {
            byte[] bytes = image.bytes();
            ImageType type = image.type().orElseThrow();
            for (int length = 0; length < Math.min(bytes.length, 600); length += 17) {
                FactsVerdict verdict = factsOf(Arrays.copyOf(bytes, length), type);

                assertThat(verdict).isNotInstanceOf(FactsVerdict.TooManyPixels.class);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "taken.jpe,           2024-07-14T18:30:05.250",
            "taken-with-zone.jpg, 2024-07-14T16:30:05.000Z",
            "orientation-6.webp,  2024-07-14T18:30:05.000",
            "taken.heif,          2024-07-14T18:30:05.250",
        })
        void givesTheCamerasTime(String name, String taken) throws IOException {
            TestImage image = Samples.image(name);

            assertThat(facts(image.bytes(), image.type().orElseThrow()).taken().map(CameraTime::text))
                    .contains(taken);
        }

        @Test
        void givesNoTimeWhereTheCamerasClockWasNeverSet() throws IOException {
            byte[] jpeg = Samples.replace(Samples.bytes("taken.jpe"), "2024:07:14 18:30:05", "0000:00:00 00:00:00");

            assertThat(facts(jpeg, ImageType.JPEG).taken()).isEmpty();
        }

        @Test
        void takesATimeWithABrokenFractionWithoutIt() throws IOException {
            byte[] jpeg = Samples.replace(Samples.bytes("taken.jpe"), "25\0", "x5\0");

            assertThat(facts(jpeg, ImageType.JPEG).taken())
                    .contains(CameraTime.local(LocalDateTime.parse("2024-07-14T18:30:05")));
        }

        @Test
        void refusesMorePixelsThanTheLimit() throws IOException {
            byte[] png = Samples.bytes("too-many-pixels.png");

            assertThat(factsOf(png, ImageType.PNG)).isEqualTo(new FactsVerdict.TooManyPixels(400_000_000));
        }

        @ParameterizedTest
        @CsvSource({"16384,16384,false", "16385,16384,true", "2147483647,2147483647,true", "268435456,1,false"})
        void drawsTheLineAtTheLimit(int width, int height, boolean tooMany) throws IOException {
            byte[] png = Samples.bytes("too-many-pixels.png");
            ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);

            assertThat(factsOf(png, ImageType.PNG) instanceof FactsVerdict.TooManyPixels)
                    .isEqualTo(tooMany);
        }

        @Test
        void findsCameraDataBehindThePixels() throws IOException {
            byte[] png = Samples.bytes("orientation-6.png");
            byte[] moved = Samples.moveChunkToTheEnd(png, "eXIf");
            assertThat(moved).isNotEqualTo(png);

            FactsVerdict.Facts facts = facts(moved, ImageType.PNG);

            assertThat(facts.width()).isEqualTo(64);
            assertThat(facts.height()).isEqualTo(48);
        }

        private FactsVerdict.Facts facts(byte[] bytes, ImageType type) throws IOException {
            FactsVerdict verdict = factsOf(bytes, type);
            assertThat(verdict).isInstanceOf(FactsVerdict.Facts.class);
            return (FactsVerdict.Facts) verdict;
        }

        private FactsVerdict factsOf(byte[] bytes, ImageType type) throws IOException {
            return inspector.factsOf(Files.write(folder.resolve("image"), bytes), type);
        }

        private ImageType typeOf(TestImage image) {
            return ((TypeVerdict.Accepted) inspector.typeOf(ByteBuffer.wrap(image.bytes()))).type();
        }
    }
}
