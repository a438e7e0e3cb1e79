package org.wirephoto.desktop.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

final class BareCopyTest {
    private static final Set<String> CODED = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    @TempDir
    private Path folder;

    private byte[] copyOf(ImageType type, byte[] picture) throws IOException {
        Path source = Files.write(folder.resolve("source"), picture);
        Path target = Files.write(folder.resolve("target"), new byte[0]);
        BareCopy.make(source, type, target);
        return Files.readAllBytes(target);
    }

    static Stream<TestImage> pictures() {
        return TestImages.accepted().stream()
                .filter(image -> BareCopy.takes(image.type().orElseThrow()));
    }

    private static boolean has(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    private static void assertSamePicture(ImageType type, byte[] copy, byte[] original) throws IOException {
        if (type == ImageType.WEBP) {
            assertThat(codedChunks(copy)).isNotEmpty().isEqualTo(codedChunks(original));
            return;
        }
        if (!has(original, "Adobe")) { // ImageIO has no reader for four inks
            assertThat(TestImages.pixels(copy)).isEqualTo(TestImages.pixels(original));
        }
    }

    private static List<String> codedChunks(byte[] webp) {
        ByteBuffer bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(4)).as("the length in the head").isEqualTo(webp.length - 8);
        List<String> chunks = new ArrayList<>();
        for (int at = 12; at < webp.length; at += 8 + bytes.getInt(at + 4) + bytes.getInt(at + 4) % 2) {
            byte[] chunk = Arrays.copyOfRange(webp, at, at + 8 + bytes.getInt(at + 4));
            if (CODED.contains(new String(chunk, 0, 4, StandardCharsets.US_ASCII))) {
                chunks.add(Arrays.toString(chunk));
            }
        }
        return chunks;
    }

    @Nested
    final class Making {
        @ParameterizedTest
        @MethodSource("org.wirephoto.desktop.metadata.BareCopyTest#pictures")
        void leavesOutWhatIsToldAndKeepsThePicture(TestImage image) throws IOException {
            ImageType type = image.type().orElseThrow();
            byte[] marked = Marked.marked(type, image.bytes(), 1);

            byte[] copy = copyOf(type, marked);

            assertThat(has(marked, Marked.SECRET)).isTrue();
            assertThat(has(copy, Marked.SECRET)).isFalse();
            assertThat(has(copy, "Exif")).isFalse();
            assertSamePicture(type, copy, image.bytes());
        }

        @ParameterizedTest
        @MethodSource("org.wirephoto.desktop.metadata.BareCopyTest#pictures")
        void changesNothingInACopy(TestImage image) throws IOException {
            ImageType type = image.type().orElseThrow();
            byte[] copy = copyOf(type, image.bytes());

            assertThat(copyOf(type, copy)).isEqualTo(copy);
            assertSamePicture(type, copy, image.bytes());
        }

        @ParameterizedTest
        @EnumSource(names = {"JPEG", "PNG", "WEBP"})
        void keepsWhichWayIsUp(ImageType type) throws IOException {
            for (int orientation = 2; orientation <= 8; orientation++) {
                byte[] copy = copyOf(type, Marked.marked(type, TestImages.of(type, 7), orientation));

                String exif = new String(new ExifOrientation(orientation).bare(), StandardCharsets.ISO_8859_1);
                assertThat(has(copy, exif)).isTrue();
                if (type == ImageType.WEBP) {
                    assertThat(copy[20] & 0x0C).as("flags: EXIF, no XMP").isEqualTo(0x08);
                }
                assertThat(has(copy, Marked.SECRET)).isFalse();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"adobe-rgb.jpg", "adobe-rgb.png", "adobe-rgb.webp", "cmyk.jpg", "ycck.jpg"})
        void keepsWhatColoursNeed(String name) throws IOException {
            TestImage image = pictures()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            byte[] copy = copyOf(image.type().orElseThrow(), image.bytes());

            assertThat(copy).isEqualTo(image.bytes());
        }

        @Test
        void clearsFlagsOfWhatIsNotThereAnyMore() throws IOException {
            byte[] copy = copyOf(ImageType.WEBP, Marked.marked(ImageType.WEBP, TestImages.of(ImageType.WEBP, 1), 1));

            assertThat(copy[20] & 0x0C).isZero();
        }

        @Test
        void dropsTheSmallPictureInAJfifHead() throws IOException {
            byte[] plain = TestImages.of(ImageType.JPEG, 3);
            assertThat(has(plain, "JFIF")).isTrue();
            ByteBuffer withPicture = ByteBuffer.allocate(plain.length + 3);
            withPicture.put(plain, 0, 4).putShort((short) 19).put(plain, 6, 12);
            withPicture.put(new byte[] {1, 1, 77, 78, 79}).put(plain, 20, plain.length - 20);

            assertThat(copyOf(ImageType.JPEG, withPicture.array())).isEqualTo(plain);
        }
    }

    @Nested
    final class Refusing {
        @ParameterizedTest
        @EnumSource(names = {"JPEG", "PNG", "WEBP"})
        void saysThatAPictureEndsTooEarly(ImageType type) throws IOException {
            byte[] whole = TestImages.of(type, 5);
            int step = Math.max(1, whole.length / 40);
            for (int length = 1; length < whole.length - 8; length += step) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatExceptionOfType(DamagedImageException.class)
                        .isThrownBy(() -> copyOf(type, cut))
                        .withMessageContaining("damaged");
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"JPEG", "PNG", "WEBP"})
        void saysThatAPictureIsNoneOfItsType(ImageType type) {
            byte[] text = "This is a letter, and no picture at all.".getBytes(StandardCharsets.US_ASCII);

            assertThatExceptionOfType(DamagedImageException.class)
                    .isThrownBy(() -> copyOf(type, text))
                    .withMessageStartingWith("The picture is not a");
        }

        @ParameterizedTest
        @EnumSource(names = {"JPEG", "PNG", "WEBP"})
        void endsWithAnAnswerWhateverIsInAFile(ImageType type) throws IOException {
            SplittableRandom random = new SplittableRandom(11);
            byte[] whole = Marked.marked(type, TestImages.of(type, 9), 6);
            for (int round = 0; round < 300; round++) {
                byte[] broken = whole.clone();
                for (int i = 0; i < 4; i++) {
                    broken[random.nextInt(Math.min(broken.length, 900))] = (byte) random.nextInt();
                }
                try {
                    assertThat(copyOf(type, broken).length).isLessThanOrEqualTo(broken.length + 64);
                } catch (DamagedImageException e) {
                    assertThat(e).hasMessageStartingWith("The picture is");
                }
            }
        }
    }
}
