package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the tests read lines with. */
final class Wire {
    private Wire() {}

    static LineResult read(String lineWithoutLineFeed) {
        return LineParser.parse(ByteBuffer.wrap(lineWithoutLineFeed.getBytes(StandardCharsets.UTF_8)));
    }

    static Line line(String lineWithoutLineFeed) {
        LineResult result = read(lineWithoutLineFeed);
        assertThat(result).isInstanceOf(LineResult.Parsed.class);
        return ((LineResult.Parsed) result).line();
    }

    /** The line that somebody reads who is sent this one. */
    static Line overTheWire(Line line) {
        byte[] bytes = line.encode();
        assertThat(bytes.length).isLessThanOrEqualTo(Limits.LINE_BYTES);
        LineResult result = new LineDecoder().next(ByteBuffer.wrap(bytes)).orElseThrow();
        assertThat(result).as("%s", line).isInstanceOf(LineResult.Parsed.class);
        return ((LineResult.Parsed) result).line();
    }
}
