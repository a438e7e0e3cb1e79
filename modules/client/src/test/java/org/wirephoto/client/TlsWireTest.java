package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Whether a connection that is kept is quiet, where bytes and words are not the same: the peer may have said nothing
 * while bytes wait below TLS, and may have said something while none do.
 */
class TlsWireTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** What TLS 1.3 adds to the words of one record: a head, the kind of what is in it, and a tag. */
    private static final int RECORD = 5 + 1 + 16;

    private static final int CLOSE_NOTIFY = RECORD + 2;

    private final TestIdentity identity = TestIdentity.create();

    @AutoClose
    private FakeServer server;

    @AutoClose
    private Relay relay;

    private PlainWire below;
    private TlsWire wire;

    @BeforeEach
    void connect() throws Exception {
        CountDownLatch shaken = new CountDownLatch(1);
        server = FakeServer.behind(identity::over, peer -> {
            ((SSLSocket) peer.socket()).startHandshake();
            shaken.countDown(); // the ticket is on its way, too
            peer.awaitEnd();
        });
        relay = new Relay(server.address());
        below = PlainWire.connect(relay.address(), LIMIT);
        wire = new TlsContext(Optional.of(identity.fingerprint())).over(below, relay.address());
        var _ = wire.secure(new Trouble(relay.address()));
        assertThat(shaken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void abort() {
        wire.abort();
    }

    private SSLSocket peer() {
        return (SSLSocket) server.peers().getFirst().socket();
    }

    private void say(String words) throws IOException {
        peer().getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private String read(int count) throws IOException {
        return new String(wire.input().readNBytes(count), StandardCharsets.US_ASCII);
    }

    /** Waits until so many bytes wait below TLS. */
    private void awaitBytes(int count) throws TimeoutException {
        Eventually.holds(() -> waiting() >= count);
    }

    private int waiting() {
        try {
            return below.input().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a word, and with it the ticket that the handshake left behind: nothing waits any more. */
    private void settle() throws IOException {
        say("x");
        assertThat(read(1)).isEqualTo("x");
        assertThat(waiting()).isZero();
    }

    @Nested
    class IsQuiet {
        @Test
        void afterATicketForLaterConnections() throws Exception {
            awaitBytes(1);
            assertThat(wire.isQuiet()).isTrue();
            assertThat(waiting()).isZero();
        }

        @Test
        void afterNewKeysOfTheServer() throws Exception {
            settle();
            peer().startHandshake();
            awaitBytes(1);
            assertThat(wire.isQuiet()).isTrue();
            say("hello");
            assertThat(read(5)).isEqualTo("hello");
        }

        @Test
        void whileAPartOfARecordHasComeAndLosesNothingOfIt() throws Exception {
            settle();
            CountDownLatch held = new CountDownLatch(1);
            relay.holdAfter(3, held);
            say("hello");
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            awaitBytes(3);
            assertThat(wire.isQuiet()).isTrue();
            assertThat(wire.isQuiet()).as("at another look").isTrue();
            relay.release();
            assertThat(read(5)).isEqualTo("hello");
        }
    }

    @Nested
    class IsNotQuiet {
        @Test
        void whenTheServerSpoke() throws Exception {
            settle();
            say("x");
            awaitBytes(RECORD + 1);
            assertThat(wire.isQuiet()).isFalse();
        }

        @Test
        void whileWordsWaitThatTlsHasReadAlready() throws Exception {
            settle();
            say("two");
            assertThat(read(1)).isEqualTo("t");
            assertThat(waiting()).isZero();
            assertThat(wire.isQuiet()).isFalse();
        }

        @Test
        void whenTheServerEndedItBehindItsLastWordsWhichWereReadTogether() throws Exception {
            settle();
            say("bye");
            peer().shutdownOutput();
            awaitBytes(RECORD + 3 + CLOSE_NOTIFY);
            assertThat(read(3)).isEqualTo("bye");
            assertThat(waiting()).isZero();
            assertThat(wire.isQuiet()).isFalse();
        }
    }
}
