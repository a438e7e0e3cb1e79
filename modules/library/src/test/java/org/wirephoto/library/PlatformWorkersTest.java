package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlatformWorkersTest {
    @Test
    void thatAreAllBusyAreNoInterruption() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (PlatformWorkers workers = new PlatformWorkers("test-", 1, Duration.ofMillis(10))) {
            for (int i = 0; i < 2; i++) { // the first has the only turn and keeps it
                IOException late = catchThrowableOfType(
                        IOException.class,
                        () -> workers.call(() -> {
                            end.await();
                            return 1;
                        }));
                assertThat(late).isExactlyInstanceOf(IOException.class);
            }
        } finally {
            end.countDown();
        }
    }
}
