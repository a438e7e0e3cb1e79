package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Nested
    class Workers {
        @Test
        void neverWorkOnMoreThanTheyAre() throws Exception {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            try (PlatformWorkers workers = new PlatformWorkers("test-", 2, LONG);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> results = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    results.add(callers.submit(() -> workers.call(() -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        boolean platform = !Thread.currentThread().isVirtual();
                        running.decrementAndGet();
                        return platform;
                    })));
                }
                for (Future<Boolean> result : results) {
                    assertThat(result.get(20, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(most.get()).isBetween(1, 2);
        }

        @Test
        void passFaultsOn() throws Exception {
            try (PlatformWorkers workers = new PlatformWorkers("test-", 1, LONG)) {
                assertThatThrownBy(() -> workers.call(() -> {
                            throw new IOException("a bad disk");
                        }))
                        .isInstanceOf(IOException.class)
                        .hasMessage("a bad disk");
                assertThatThrownBy(() -> workers.call(() -> {
                            throw new IllegalStateException("a mistake");
                        }))
                        .isInstanceOf(IOException.class)
                        .hasRootCauseMessage("a mistake");
                assertThat(workers.call(() -> "fine")).isEqualTo("fine");
            }
        }

        @Test
        void areWaitedForNoLongerThanTheLimit() throws Exception {
            CountDownLatch end = new CountDownLatch(1);
            try (PlatformWorkers workers = new PlatformWorkers("test-", 1, Duration.ofMillis(50))) {
                assertThatThrownBy(() -> workers.call(() -> end.await(20, TimeUnit.SECONDS)))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("longer");
                assertThatThrownBy(() -> workers.call(() -> "no turn")).isExactlyInstanceOf(IOException.class);
                end.countDown();
            }
        }

        @Test
        void refuseWorkWhenClosed() {
            PlatformWorkers workers = new PlatformWorkers("test-", 1, LONG);
            workers.close();
            assertThatThrownBy(() -> workers.call(() -> "late")).isInstanceOf(IOException.class);
        }
    }

    @Nested
    class SideBySide {
        @Test
        void doesAllWork() throws Exception {
            AtomicInteger done = new AtomicInteger();
            try (Lanes lanes = new Lanes("test-", 3)) {
                for (int i = 0; i < 100; i++) {
                    lanes.add(done::incrementAndGet);
                }
                lanes.finish();
                assertThat(done).hasValue(100);
            }
        }

        @Test
        void beginsNothingAfterAFailure() throws Exception {
            AtomicInteger done = new AtomicInteger();
            try (Lanes lanes = new Lanes("test-", 1)) {
                lanes.add(() -> {
                    throw new IOException("a bad disk");
                });
                assertThatThrownBy(() -> lanes.add(done::incrementAndGet)).hasMessage("a bad disk");
                assertThatThrownBy(lanes::finish).hasMessage("a bad disk");
            }
            assertThat(done).hasValue(0);
        }

        @Test
        void tellsOfAMistakeToo() throws Exception {
            try (Lanes lanes = new Lanes("test-", 1)) {
                lanes.add(() -> {
                    throw new IllegalStateException("a mistake");
                });
                assertThatThrownBy(lanes::finish)
                        .isInstanceOf(IOException.class)
                        .hasRootCauseMessage("a mistake");
            }
        }
    }
}
