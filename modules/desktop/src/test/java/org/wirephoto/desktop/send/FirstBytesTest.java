package org.wirephoto.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

final class FirstBytesTest {
    static List<TestImage> accepted() {
        return TestImages.accepted();
    }

    /** What a camera's raw file is shows only further back; the server sees that. */
    static Stream<TestImage> notImages() {
        return TestImages.refused().stream()
                .filter(image -> image.refusal().orElseThrow() == ErrorCode.TYPE_UNSUPPORTED)
                .filter(image -> !image.name().matches("(digital|nikon).*"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void knowsEveryTypeThatAServerTakes(TestImage image) {
        assertThat(FirstBytes.typeOf(Arrays.copyOf(image.bytes(), FirstBytes.LENGTH)))
                .isEqualTo(image.type());
    }

    @ParameterizedTest
    @MethodSource("notImages")
    void takesNothingElse(TestImage image) {
        assertThat(FirstBytes.typeOf(Arrays.copyOf(image.bytes(), Math.min(FirstBytes.LENGTH, image.bytes().length))))
                .isEmpty();
    }
}
