package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/** Read back from the characters that a terminal gets, by a decoder that knows nothing of how they were made. */
class QrPictureTest {
    private static final int QUIET = 4;

    private static Invite invite(String host) {
        return new Invite(
                new ServerAddress(host, 9999), RunningServer.FINGERPRINT, AccessKey.generate(new SecureRandom()));
    }

    /** What is dark, on a terminal whose background is black unless it was told otherwise. */
    private static BitMatrix dark(List<String> lines, boolean colour) throws Exception {
        List<String> rows = lines.stream()
                .map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                .toList();
        int size = rows.getFirst().length();
        BitMatrix matrix = new BitMatrix(size - 2 * QUIET);
        for (int y = 0; y < 2 * rows.size(); y++) {
            for (int x = 0; x < size; x++) {
                char half = rows.get(y / 2).charAt(x);
                boolean drawn = half == '█' || half == (y % 2 == 0 ? '▀' : '▄');
                boolean inside = x >= QUIET && x < size - QUIET && y >= QUIET && y < size - QUIET;
                if (drawn == colour) {
                    assertThat(inside)
                            .as("the zone around is light at %d, %d", x, y)
                            .isTrue();
                    matrix.set(x - QUIET, y - QUIET);
                }
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void canBeReadBack(boolean colour) throws Exception {
        String link = invite("192.168.1.5").link();
        BitMatrix matrix = dark(QrPicture.lines(link, colour), colour);
        assertThat(new Decoder().decode(matrix).getText()).isEqualTo(link);
    }

    @Test
    void aLongAddressFitsToo() throws Exception {
        String link = invite("2001:db8:1234:5678:9abc:def0:1234:5678").link();
        assertThat(new Decoder().decode(dark(QrPicture.lines(link, true), true)).getText())
                .isEqualTo(link);
    }

    @Test
    void fitsATerminalOfTheUsualSize() {
        List<String> lines = QrPicture.lines(invite("192.168.100.105").link(), false);
        assertThat(lines).hasSizeLessThanOrEqualTo(27);
        assertThat(lines.getFirst()).hasSizeLessThan(80);
    }

    @Test
    void coloursEndWithEachLine() {
        assertThat(QrPicture.lines("a", true))
                .allSatisfy(line ->
                        assertThat(line).startsWith("\u001B[38;5;16;48;5;231m").endsWith("\u001B[0m"));
    }
}
