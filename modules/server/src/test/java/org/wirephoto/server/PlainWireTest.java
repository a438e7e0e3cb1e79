package org.wirephoto.server;

/** The wire without TLS. */
class PlainWireTest extends WireContract {
    PlainWireTest() {
        super(Speech.PLAIN);
    }
}
