package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** Asks another reader of headers about the same files. */
class SecondOpinionTest {
    /** It knows no 64-bit offsets, and of HEIF files the first picture instead of the main one. */
    private static final Set<String> KNOWN_BETTER = Set.of("big.tif");

    private static final Set<ImageType> BOXES = Set.of(ImageType.AVIF, ImageType.HEIC, ImageType.HEIF);

    static Stream<TestImage> known() {
        return TestImages.accepted().stream().filter(image -> !KNOWN_BETTER.contains(image.name()));
    }

    @Nested
    class Headers {
        static Stream<TestImage> known() {
            return SecondOpinionTest.known();
        }

        static Stream<TestImage> withoutBoxes() {
            return known().filter(image -> !BOXES.contains(image.type().orElseThrow()));
        }

        @ParameterizedTest
        @MethodSource("withoutBoxes")
        void haveTheSameSize(TestImage image) throws Exception {
            Header header = header(image);

            assertThat(sizes(second(image))).contains(header.width() + "x" + header.height());
        }

        @ParameterizedTest
        @MethodSource("withoutBoxes")
        void haveTheSameOrientation(TestImage image) throws Exception {
            ExifIFD0Directory exif = second(image).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer number = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);

            assertThat(header(image).exif().orientation()).isEqualTo(Orientation.of(number == null ? 1 : number));
        }

        @ParameterizedTest
        @MethodSource("known")
        void haveTheSameTime(TestImage image) throws Exception {
            ExifSubIFDDirectory exif = second(image).getFirstDirectoryOfType(ExifSubIFDDirectory.class);
            Optional<CameraTime> taken = header(image).exif().taken();

            assertThat(taken.map(time -> time.time().toInstant(ZoneOffset.UTC)))
                    .isEqualTo(Optional.ofNullable(exif)
                            .map(tags -> tags.getDateOriginal(TimeZone.getTimeZone("UTC")))
                            .map(Date::toInstant));
        }

        private static Header header(TestImage image) throws IOException, DamagedException {
            Bytes bytes = new BufferBytes(ByteBuffer.wrap(image.bytes()));
            return ImageInspector.headerOf(bytes, image.type().orElseThrow());
        }

        private static Metadata second(TestImage image) throws IOException, ImageProcessingException {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(image.bytes()));
        }

        /** All the sizes that its directories tell of. */
        private static Stream<String> sizes(Metadata metadata) {
            return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                    .map(Headers::size);
        }

        private static String size(Directory directory) {
            return value(directory, "Image Width") + "x" + value(directory, "Image Height");
        }

        private static String value(Directory directory, String name) {
            return directory.getTags().stream()
                    .filter(tag -> tag.getTagName().equals(name))
                    .findFirst()
                    .map(tag -> String.valueOf(directory.getString(tag.getTagType()))
                            .replace("-", ""))
                    .orElse("");
        }
    }
}
