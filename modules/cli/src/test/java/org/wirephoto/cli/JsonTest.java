package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void escapesWhatATerminalWouldObeyOrAPersonCouldNotSee() {
        assertThat(Json.object(json ->
                        json.writeStringField("a", "x\u001b[0m\u009b\u202e\n\"\\\udb40\udc41\u6d77\ud83c\udf05")))
                .isEqualTo("{\"a\":\"x\\u001B[0m\\u009b\\u202e\\n\\\"\\\\\\udb40\\udc41\u6d77\ud83c\udf05\"}");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        Failure failure = new Failure(ExitCode.LOCAL, "file-missing", "There is no file x.", Optional.empty());
        assertThat(Json.error(Optional.empty(), failure))
                .isEqualTo("{\"error\":{\"code\":\"file-missing\",\"message\":\"There is no file x.\"}}");
    }
}
