package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

class ContentsTest extends LibraryFixture {
    @BeforeEach
    void saveOne() throws Exception {
        save(ALICE, "Beach.png", ONE);
    }

    private static Command.Return part(OptionalLong offset, OptionalLong length) {
        return new Command.Return("beach.png", Optional.empty(), offset, length, Optional.empty());
    }

    @Test
    void sendsTheImageAsItWasSaved() throws Exception {
        Command.Return request = part(OptionalLong.empty(), OptionalLong.empty());
        try (Content content = library.open(VIEWER, request)) {
            assertThat(content.name().text()).isEqualTo("Beach.png");
            assertThat(content.type()).isEqualTo(ImageType.PNG);
            assertThat(content.filesize()).isEqualTo(ONE.length);
            assertThat(content.length()).isEqualTo(ONE.length);
            assertThat(content.digest()).hasValue(digest(ONE));
            assertThat(content.offset()).isEmpty();
        }
        assertThat(fetch(request)).isEqualTo(ONE);
    }

    @Test
    void sendsAPartAndTellsOfTheWhole() throws Exception {
        Command.Return request = part(OptionalLong.of(10), OptionalLong.of(20));
        try (Content content = library.open(VIEWER, request)) {
            assertThat(content.filesize()).isEqualTo(ONE.length);
            assertThat(content.offset()).hasValue(10);
            assertThat(content.length()).isEqualTo(20);
            assertThat(content.digest()).hasValue(digest(ONE));
        }
        assertThat(fetch(request)).isEqualTo(Arrays.copyOfRange(ONE, 10, 30));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-1, 9223372036854775807, 1", "0, 5, 0", "-3, 2, 2", "-3, 3, 3", "-3, 4, 3"})
    void clipsTheLengthToWhatThereIs(int offsetFromEnd, long length, int sent) throws Exception {
        Command.Return request = part(OptionalLong.of(ONE.length + offsetFromEnd), OptionalLong.of(length));
        assertThat(fetch(request)).hasSize(sent);
    }

    @Test
    void clipsALengthWithoutOffset() throws Exception {
        assertThat(fetch(part(OptionalLong.empty(), OptionalLong.of(7)))).isEqualTo(Arrays.copyOf(ONE, 7));
    }

    @Test
    void refusesAnOffsetBeyondTheImage() {
        assertRefused(
                ErrorCode.RANGE_INVALID, () -> fetch(part(OptionalLong.of(ONE.length + 1L), OptionalLong.empty())));
        assertRefused(ErrorCode.RANGE_INVALID, () -> fetch(part(OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(0))));
    }

    @Test
    void refusesAPartOfAVariant() {
        for (OptionalLong offset : new OptionalLong[] {OptionalLong.of(0), OptionalLong.empty()}) {
            OptionalLong length = offset.isPresent() ? OptionalLong.empty() : OptionalLong.of(1);
            Command.Return request =
                    new Command.Return("beach.png", Optional.of(Variant.THUMBNAIL), offset, length, Optional.empty());
            assertRefused(ErrorCode.RANGE_INVALID, () -> fetch(request));
        }
    }

    @Test
    void asksForTheCondition() throws Exception {
        assertRefused(ErrorCode.CHANGED, () -> fetch(ifDigest(digest(TWO))));
        assertThat(fetch(ifDigest(digest(ONE)))).isEqualTo(ONE);
    }

    private static Command.Return ifDigest(Digest digest) {
        return new Command.Return(
                "beach.png", Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.of(digest));
    }

    @Test
    void staysReadableWhenTheImageIsRemovedMeanwhile() throws Exception {
        try (Content content = library.open(VIEWER, part(OptionalLong.empty(), OptionalLong.empty()))) {
            deleteForever(CURATOR, "beach.png");
            ByteBuffer bytes = ByteBuffer.allocate(ONE.length);
            while (bytes.hasRemaining() && content.channel().read(bytes, bytes.position()) > 0) {
                assertThat(bytes.position()).isPositive();
            }
            assertThat(bytes.array()).isEqualTo(ONE);
        }
        assertRefused(ErrorCode.NOT_FOUND, () -> fetch("beach.png"));
    }
}
