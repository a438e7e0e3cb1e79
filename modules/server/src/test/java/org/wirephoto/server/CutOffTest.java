package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;

class CutOffTest {
    @Test
    void isWhatBecameOfAnInterruption() {
        assertThatThrownBy(() -> CutOff.check(new InterruptedIOException())).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> CutOff.check(new UncheckedIOException(new ClosedByInterruptException())))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void isNoFault() {
        assertThatCode(() -> CutOff.check(new IOException("the disk is broken")))
                .doesNotThrowAnyException();
    }
}
