package org.wirephoto.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegOrientationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBothOrdersOfBytes(int orientation) {
        assertThat(JpegOrientation.of(jpeg(orientation, ByteOrder.BIG_ENDIAN))).isEqualTo(orientation);
        assertThat(JpegOrientation.of(jpeg(orientation, ByteOrder.LITTLE_ENDIAN)))
                .isEqualTo(orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 60_000})
    void takesNonsenseForUpright(int orientation) {
        assertThat(JpegOrientation.of(jpeg(orientation, ByteOrder.BIG_ENDIAN))).isEqualTo(1);
    }

    @Test
    void aFileWithoutItIsUpright() {
        assertThat(JpegOrientation.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xda, 0, 2}))
                .isEqualTo(1);
    }

    @Test
    void aFileThatIsCutOffAnywhereIsReadWithoutAFault() {
        byte[] whole = jpeg(6, ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < whole.length; length++) {
            assertThat(JpegOrientation.of(Arrays.copyOf(whole, length))).isBetween(1, 8);
        }
    }

    private static byte[] jpeg(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 4, 1, 2});
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + tiff.capacity())});
        out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff.array());
        return out.toByteArray();
    }
}
