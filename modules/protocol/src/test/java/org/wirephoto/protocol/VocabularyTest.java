package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @Nested
    class ErrorCodes {
        @Test
        void areThoseOfThePage() {
            assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::wire))
                    .containsExactlyInAnyOrder(
                            "malformed-request",
                            "unknown-command",
                            "unsupported-version",
                            "key-required",
                            "key-refused",
                            "not-allowed",
                            "name-missing",
                            "name-invalid",
                            "extension-missing",
                            "extension-mismatch",
                            "size-missing",
                            "too-large",
                            "type-unsupported",
                            "image-unreadable",
                            "image-too-large",
                            "already-exists",
                            "not-found",
                            "changed",
                            "digest-mismatch",
                            "range-invalid",
                            "no-preview",
                            "storage-full",
                            "quota-exceeded",
                            "busy",
                            "timeout",
                            "internal");
        }

        @Test
        void closeTheConnectionWhereThePageSaysSo() {
            assertThat(Stream.of(ErrorCode.values()).filter(ErrorCode::closes))
                    .containsExactlyInAnyOrder(ErrorCode.KEY_REFUSED, ErrorCode.BUSY, ErrorCode.TIMEOUT);
        }

        @ParameterizedTest
        @EnumSource
        void haveASentenceAndAreFoundByTheirWord(ErrorCode code) {
            assertThat(code.sentence()).matches("[A-Z].*\\.");
            assertThat(ErrorCode.of(code.wire())).contains(code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "NOT-FOUND", "not_found", "moon-full"})
        void areNotFoundByAnother(String word) {
            assertThat(ErrorCode.of(word)).isEmpty();
        }
    }

    @Nested
    class ImageTypes {
        @ParameterizedTest
        @CsvSource({
            "image/png, png",
            "image/jpeg, jpg jpeg jpe jfif",
            "image/gif, gif",
            "image/webp, webp",
            "image/bmp, bmp dib",
            "image/tiff, tif tiff",
            "image/avif, avif",
            "image/heic, heic heif hif",
            "image/heif, heic heif hif"
        })
        void haveTheirExtensionsTheSuggestedOneFirst(String mediaType, String extensions) {
            ImageType type = ImageType.ofMediaType(mediaType).orElseThrow();

            assertThat(type.mediaType()).isEqualTo(mediaType);
            assertThat(type.extensions()).containsExactly(extensions.split(" "));
        }

        @Test
        void areNine() {
            assertThat(ImageType.values()).hasSize(9);
            assertThat(ImageType.ofMediaType("image/svg+xml")).isEmpty();
        }

        @Test
        void takeTheirExtensionsInAnyCaseAndNoOthers() {
            assertThat(ImageType.JPEG.takes("JpEg")).isTrue();
            assertThat(ImageType.JPEG.takes("png")).isFalse();
            assertThat(ImageType.JPEG.takes(".jpg")).isFalse();
            assertThat(ImageType.GIF.takes("g\u0131f")).isFalse();
        }
    }

    @Nested
    class Words {
        @Test
        void ofRolesAreThoseOfThePage() {
            assertThat(Stream.of(Role.values()).map(Role::wire)).containsExactly("viewer", "contributor", "curator");
            assertThat(Arrays.asList(Role.values()))
                    .allSatisfy(role -> assertThat(Role.of(role.wire())).contains(role));
            assertThat(Role.of("Viewer")).isEmpty();
        }

        @Test
        void ofOrdersAreThoseOfThePage() {
            assertThat(Stream.of(Sort.values()).map(Sort::wire))
                    .containsExactly("name", "newest", "oldest", "largest", "taken");
            assertThat(Arrays.asList(Sort.values()))
                    .allSatisfy(sort -> assertThat(Sort.of(sort.wire())).contains(sort));
            assertThat(Sort.of("size")).isEmpty();
        }

        @Test
        void ofVariantsAreThoseOfThePage() {
            assertThat(Variant.of("thumbnail")).contains(Variant.THUMBNAIL);
            assertThat(Variant.of("preview")).contains(Variant.PREVIEW);
            assertThat(Variant.of("original")).isEmpty();
            assertThat(Variant.THUMBNAIL.side()).isEqualTo(256);
            assertThat(Variant.PREVIEW.side()).isEqualTo(1600);
        }
    }

    @Nested
    class Roles {
        @Test
        void coverThoseBeforeThem() {
            assertThat(Role.CURATOR.covers(Role.VIEWER)).isTrue();
            assertThat(Role.CONTRIBUTOR.covers(Role.CONTRIBUTOR)).isTrue();
            assertThat(Role.VIEWER.covers(Role.CONTRIBUTOR)).isFalse();
        }
    }

    @Nested
    class Digests {
        private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        @Test
        void areReadInAnyCase() {
            assertThat(Digest.parse(EMPTY)).contains(new Digest(EMPTY));
            assertThat(Digest.parse(EMPTY.toUpperCase(java.util.Locale.ROOT))).contains(new Digest(EMPTY));
        }

        @Test
        void comeFromThirtyTwoBytes() {
            byte[] bytes = new byte[32];
            bytes[0] = (byte) 0xab;

            assertThat(Digest.of(bytes)).hasToString("ab" + "0".repeat(62));
            assertThatThrownBy(() -> Digest.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void areNothingElse() {
            for (String text :
                    new String[] {"", EMPTY.substring(1), EMPTY + "0", "g" + EMPTY.substring(1), "\u0661".repeat(64)}) {
                assertThat(Digest.parse(text)).isEmpty();
                assertThatThrownBy(() -> new Digest(text)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> new Digest(EMPTY.toUpperCase(java.util.Locale.ROOT)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
