package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTest {
    @Test
    void aLineIsWordsThatCanBeTakenApart() {
        assertThat(Audit.of("saved").with("name", "a b.png").with("size", 12))
                .hasToString("saved name=\"a b.png\" size=12");
    }

    @Test
    void whatAPeerSentCanNotPassForAnythingElse() {
        String evil = "a\" by=Cleo\n2026-11-22 deleted \u202E\u001B[2J\\";
        assertThat(Audit.of("saved").with("name", evil))
                .hasToString("saved name=\"a\\\" by=Cleo\\n2026-11-22 deleted \\u{202E}\\u{1B}[2J\\\\\"");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Audit.of("hello").with("agent", "x".repeat(10_000)).toString())
                .hasSizeLessThan(450);
    }
}
