package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {
    @Test
    void aTurnIsNeverLostToOneWhoLeftTheQueue() throws Exception {
        for (int round = 0; round < 200; round++) {
            Lane lane = new Lane(1);
            AtomicInteger inside = new AtomicInteger();
            Cancellation leaving = new Cancellation();
            lane.enter(new Cancellation());
            List<Thread> threads = new ArrayList<>();
            for (Cancellation cancellation : List.of(leaving, new Cancellation())) {
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        lane.enter(cancellation);
                        inside.incrementAndGet();
                        lane.leave();
                    } catch (java.io.IOException e) {
                        // left the queue
                    }
                }));
                Eventually.holds(() -> threads.getLast().getState() == Thread.State.TIMED_WAITING);
            }
            Thread canceller = Thread.ofVirtual().start(leaving::cancel);
            lane.leave();
            assertThat(canceller.join(java.time.Duration.ofSeconds(10))).isTrue();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(thread.isAlive()).isFalse();
            }
            assertThat(inside.get()).isPositive();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndStays() throws Exception {
        Lane lane = new Lane(1);
        lane.enter(new Cancellation());
        List<Object> ends = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                lane.enter(new Cancellation());
            } catch (java.io.IOException e) {
                ends.add(e.getClass());
                ends.add(Thread.currentThread().isInterrupted());
            }
        });
        Eventually.holds(() -> thread.getState() == Thread.State.TIMED_WAITING);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(ends).containsExactly(CancelledException.class, true);
    }
}
