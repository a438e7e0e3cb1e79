package org.wirephoto.desktop.manage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.wirephoto.desktop.Fx;

/** Read back from the points of the picture, by a decoder that knows nothing of how they were made. */
final class QrPictureTest {
    private static final String LINK = "wirephoto://[2001:db8:1234:5678:9abc:def0:1234:5678]:9999/#" + "k".repeat(90);

    private static boolean dark(Image image, int x, int y) {
        return image.getPixelReader().getColor(x, y).equals(Color.BLACK);
    }

    /** The corner begins with a dark bar of seven modules. */
    private static BitMatrix read(Image image) {
        int edge = IntStream.range(0, (int) image.getWidth())
                .filter(at -> dark(image, at, at))
                .findFirst()
                .orElseThrow();
        int bar = (int) IntStream.range(edge, (int) image.getWidth())
                .takeWhile(x -> dark(image, x, edge))
                .count();
        int module = bar / 7;
        int size = ((int) image.getWidth() - 2 * edge) / module;
        BitMatrix matrix = new BitMatrix(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (dark(image, edge + x * module, edge + y * module)) {
                    matrix.set(x, y);
                }
            }
        }
        assertThat(edge).as("the light zone around").isGreaterThanOrEqualTo(4 * module);
        return matrix;
    }

    @Test
    void canBeReadBack() throws Exception {
        Image image = Fx.get(() -> QrPicture.of(LINK, "the invite").getImage());

        assertThat(new Decoder().decode(read(image)).getText()).isEqualTo(LINK);
    }

    @Test
    void saysWhatItIs() throws Exception {
        assertThat(Fx.get(() -> QrPicture.of(LINK, "the invite").getAccessibleText()))
                .isEqualTo("the invite");
    }
}
