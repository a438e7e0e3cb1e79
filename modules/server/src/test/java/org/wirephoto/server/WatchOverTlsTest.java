package org.wirephoto.server;

/** What a watcher is told over TLS. */
class WatchOverTlsTest extends WatchTest {
    @Override
    Speech speech() {
        return Speech.TLS;
    }
}
