package org.wirephoto.server;

/** The wire with TLS. */
class TlsWireTest extends WireContract {
    TlsWireTest() {
        super(Speech.TLS);
    }
}
