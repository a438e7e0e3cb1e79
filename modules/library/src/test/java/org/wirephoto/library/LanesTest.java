package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void tellOfAnErrorToo() throws Exception {
        StackOverflowError error = new StackOverflowError();
        try (Lanes lanes = new Lanes("test-", 2)) {
            lanes.add(() -> {
                throw error;
            });
            assertThatThrownBy(lanes::finish).isInstanceOf(IOException.class).hasCause(error);
        }
    }
}
