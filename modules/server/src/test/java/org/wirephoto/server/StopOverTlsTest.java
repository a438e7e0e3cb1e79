package org.wirephoto.server;

/** How a server ends whose connections have TLS. */
class StopOverTlsTest extends StopTest {
    @Override
    Speech speech() {
        return Speech.TLS;
    }
}
