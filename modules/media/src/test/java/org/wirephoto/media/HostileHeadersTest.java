package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** Files that lie about themselves end in a verdict, soon, and take no memory for what they claim. */
@Timeout(30)
class HostileHeadersTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private final ImageInspector inspector = new ImageInspector();

    @Nested
    class FactsOf {
        static List<TestImage> accepted() {
            return TestImages.accepted();
        }

        @ParameterizedTest
        @MethodSource("accepted")
        void endsInAVerdictWhateverBytesChange(TestImage image) throws IOException {
            for (int seed = 0; seed < 15; seed++) {
                byte[] changed = Samples.damaged(image.bytes(), seed);

                assertThat(facts(changed, image.type().orElseThrow())).isNotNull();
            }
        }

        @Test
        void endsForATiffWhoseDirectoryPointsToItself() throws IOException {
            byte[] file = new byte[4096];
            ByteBuffer tiff = tiff(file, 3);
            tag(tiff, 256, 4, 1, 20);
            tag(tiff, 257, 4, 1, 10);
            tag(tiff, 0x8769, 4, 1, 8);

            assertThat(facts(file, ImageType.TIFF)).isEqualTo(size(20, 10));
        }

        @Test
        void takesNoMemoryForAMillionfoldTag() throws IOException {
            byte[] file = new byte[4096];
            ByteBuffer tiff = tiff(file, 3);
            tag(tiff, 256, 4, 1, 20);
            tag(tiff, 257, 4, 1, 10);
            tag(tiff, 0x9003, 2, -1, 8);

            assertThat(facts(file, ImageType.TIFF)).isEqualTo(size(20, 10));
        }

        @Test
        void endsForATiffOfTagsWithoutEnd() throws IOException {
            byte[] file = new byte[4096];
            tiff(file, 65_535);

            assertThat(facts(file, ImageType.TIFF)).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @Test
        void endsForAJpegOfNothingButMarkers() throws IOException {
            byte[] jpeg = filled(4 * MEBIBYTE, i -> 0xFF);
            jpeg[1] = (byte) 0xD8;

            assertThat(facts(jpeg, ImageType.JPEG)).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @Test
        void endsForAJpegOfEmptySegments() throws IOException {
            byte[] jpeg = filled(4 * MEBIBYTE, i -> new int[] {0xFF, 0xE1, 0, 2}[i % 4]);

            assertThat(facts(jpeg, ImageType.JPEG)).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @Test
        void endsForAHeifOfEmptyBoxes() throws IOException {
            byte[] boxes = filled(4 * MEBIBYTE, i -> "\0\0\0\bfree".charAt(i % 8));

            assertThat(facts(boxes, ImageType.HEIC)).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @Test
        void endsForAHeifWhoseBoxHasNoLength() throws IOException {
            for (int size : new int[] {0, 1, 2, 7, -1}) {
                byte[] file = Samples.bytes("still.heic");
                ByteBuffer.wrap(file).putInt(28, size);

                assertThat(facts(file, ImageType.HEIC)).isNotNull();
            }
        }

        @Test
        void endsForAHeifThatClaimsFourBillionEntries() throws IOException {
            byte[] file = Samples.bytes("still.heic");
            String letters = new String(file, StandardCharsets.ISO_8859_1);
            ByteBuffer.wrap(file).putInt(letters.indexOf("ipma") + 8, -1);
            ByteBuffer.wrap(file).putShort(letters.indexOf("pitm") + 8, (short) 77);

            assertThat(facts(file, ImageType.HEIC)).isInstanceOf(FactsVerdict.Unreadable.class);
        }

        @Test
        void endsForAPngOfEmptyChunks() throws IOException {
            byte[] png = filled(4 * MEBIBYTE, i -> "\0\0\0\0abCd\0\0\0\0".charAt(Math.floorMod(i - 33, 12)));
            System.arraycopy(Samples.bytes("rgb.png"), 0, png, 0, 33);

            assertThat(facts(png, ImageType.PNG)).isEqualTo(size(64, 48));
        }

        @Test
        void endsForAWebpOfEmptyChunks() throws IOException {
            byte[] webp = filled(4 * MEBIBYTE, i -> "abcd\0\0\0\0".charAt(Math.floorMod(i - 30, 8)));
            System.arraycopy(Samples.bytes("orientation-6.webp"), 0, webp, 0, 30);

            assertThat(facts(webp, ImageType.WEBP)).isEqualTo(size(64, 48));
        }

        private FactsVerdict facts(byte[] bytes, ImageType type) throws IOException {
            return inspector.factsOf(Files.write(folder.resolve("image"), bytes), type);
        }
    }

    @Nested
    class TypeOf {
        static List<TestImage> accepted() {
            return TestImages.accepted();
        }

        @ParameterizedTest
        @MethodSource("accepted")
        void endsInAVerdictWhateverBytesChange(TestImage image) {
            for (int seed = 0; seed < 10; seed++) {
                byte[] changed = Samples.damaged(image.bytes(), seed);

                assertThat(inspector.typeOf(ByteBuffer.wrap(changed))).isNotNull();
            }
        }

        @Test
        void endsForATiffOfDirectoriesBelowDirectories() {
            byte[] file = new byte[4096];
            ByteBuffer tiff = tiff(file, 1);
            tag(tiff, 330, 4, Integer.MAX_VALUE, 8);

            assertThat(inspector.typeOf(ByteBuffer.wrap(file))).isEqualTo(new TypeVerdict.Accepted(ImageType.TIFF));
        }
    }

    private static FactsVerdict size(int width, int height) {
        return new FactsVerdict.Facts(width, height, Optional.empty());
    }

    private static ByteBuffer tiff(byte[] file, int tags) {
        ByteBuffer tiff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return tiff.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) tags);
    }

    private static ByteBuffer tag(ByteBuffer tiff, int id, int type, int count, int value) {
        return tiff.putShort((short) id).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] filled(int length, IntUnaryOperator content) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) content.applyAsInt(i);
        }
        return bytes;
    }
}
