package org.wirephoto.client;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Digest;

/** What the tests of this module share. */
final class Fixtures {
    static final AccessKey KEY =
            AccessKey.parse("0123-4567-89AB-CDEF-GHJK-MNPQ-RS").orElseThrow();

    /** The server that the tests trust where they speak TLS. */
    static final TestIdentity SERVER = TestIdentity.create();

    private static boolean tls;

    private Fixtures() {}

    /** Has all servers and clients that follow speak TLS, or plain. */
    static void speakTls(boolean now) {
        tls = now;
    }

    static FakeServer.Layer layer() {
        return tls ? SERVER::over : plain -> plain;
    }

    /** Quick where the standard settings are patient; never so quick that a busy machine makes a test fail. */
    static ConnectionSettings quick() {
        return new ConnectionSettings(
                tls ? new Trust.Pinned(SERVER.fingerprint()) : new Trust.Plain(),
                Optional.empty(),
                "test",
                new ConnectionTimes(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10)),
                4,
                new RetryPolicy(4, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(20)),
                ServerFinder.none());
    }

    static ConnectionSettings trusting(Trust trust) {
        ConnectionSettings quick = quick();
        return new ConnectionSettings(
                trust, quick.key(), quick.agent(), quick.times(), quick.transfers(), quick.retry(), quick.finder());
    }

    static ConnectionSettings once() {
        return quick().withRetry(RetryPolicy.never());
    }

    /** Gives up soon on transfers that stand still, and on nothing else. */
    static ConnectionSettings impatientWithStalls() {
        return quick().withTimes(quick().times().withStall(Duration.ofMillis(500)));
    }

    /** Gives up soon on watches without a sign of life, and on nothing else. */
    static ConnectionSettings impatientWithSilence() {
        return quick().withTimes(quick().times().withHeartbeat(Duration.ofMillis(400)));
    }

    static WirephotoClient connect(FakeServer server) throws IOException, RefusedException {
        return WirephotoClient.connect(server.address(), quick());
    }

    static WirephotoClient connectOnce(FakeServer server) throws IOException, RefusedException {
        return WirephotoClient.connect(server.address(), once());
    }

    /** Bytes that stand for an image: no fake server looks at them. */
    static byte[] image(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The image's attributes as they stand in a reply. */
    static String attributes(byte[] image) {
        return "filesize=" + image.length + "," + lineAttributes(image);
    }

    /** The image's attributes as they stand in a list and in events. */
    static String lineAttributes(byte[] image) {
        return "type=image/png,width=4,height=3,sha256=" + digest(image).hex()
                + ",saved=2026-11-22T16:20:00.000Z,id=i1";
    }
}
