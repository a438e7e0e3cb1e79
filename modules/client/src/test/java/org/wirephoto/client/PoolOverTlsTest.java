package org.wirephoto.client;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PoolOverTlsTest extends PoolTest {
    @BeforeEach
    void speakTls() {
        Fixtures.speakTls(true);
    }

    @AfterEach
    void speakPlain() {
        Fixtures.speakTls(false);
    }
}
