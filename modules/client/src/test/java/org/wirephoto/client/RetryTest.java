package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ServerAddress;

class RetryTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<Long> pauses = new ArrayList<>();
    private final Trouble trouble = new Trouble(new ServerAddress("host", 1));
    private long now;
    private int attempts;

    /** Never cuts a pause at random. */
    private static final class Longest implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }
    }

    private Retry retry(int most, Duration total) {
        RetryPolicy policy = new RetryPolicy(most, Duration.ofMillis(100), Duration.ofMillis(1000), total);
        return new Retry(policy, () -> now, new Longest(), (time, cancelled) -> {
            pauses.add(Math.round(time.toNanos() / 1e6));
            now += time.toNanos();
        });
    }

    private String fail(Runnable progressed) throws IOException {
        attempts++;
        throw trouble.lost(null);
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThatThrownBy(() -> retry(7, Duration.ofHours(1)).run(cancellation, this::fail))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(attempts).isEqualTo(7);
        assertThat(pauses).containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
    }

    @Test
    void endsWhenTheTimeIsUp() {
        assertThatThrownBy(() -> retry(100, Duration.ofMillis(2600)).run(cancellation, this::fail))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(pauses).containsExactly(100L, 200L, 400L, 800L, 1000L);
    }

    @Test
    void progressMakesEarlierFailuresForgotten() throws Exception {
        String result = retry(2, Duration.ofHours(1)).run(cancellation, progressed -> {
            attempts++;
            if (attempts < 10) {
                progressed.run();
                throw trouble.lost(null);
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(pauses).hasSize(9).containsOnly(100L);
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        String result = retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
            attempts++;
            if (attempts < 3) {
                throw new RefusedException(ErrorCode.BUSY, "Later.");
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
    }

    @Test
    void aRefusalIsNotArguedWith() {
        assertThatThrownBy(() -> retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
                    attempts++;
                    throw new RefusedException(ErrorCode.NOT_ALLOWED, "No.");
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessage("No.");
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneAgain() {
        assertThatThrownBy(() -> retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
                    attempts++;
                    throw trouble.lostAfterAsking(null);
                }))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void aFaultOfThisMachineIsNotTriedAgain() {
        IOException full = new IOException("No space left on device");
        assertThatThrownBy(() -> retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
                    attempts++;
                    throw full;
                }))
                .isSameAs(full);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void aFailureAfterTheCancellationIsTheCancellation() {
        assertThatThrownBy(() -> retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
                    cancellation.cancel();
                    throw trouble.lost(null);
                }))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void anInterruptIsACancellationAndStays() {
        assertThatThrownBy(() -> retry(3, Duration.ofHours(1)).run(cancellation, progressed -> {
                    Thread.currentThread().interrupt();
                    throw trouble.lost(null);
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aCancellationEndsAPause() throws Exception {
        Thread.ofVirtual().start(cancellation::cancel);
        assertThatThrownBy(() -> Retry.pause(Duration.ofSeconds(30), cancellation))
                .isInstanceOf(CancelledException.class);
    }
}
