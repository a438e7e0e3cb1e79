package org.wirephoto.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock that stands still until a test moves it. */
final class FakeTime extends Clock implements LongSupplier {
    private volatile Instant now = Samples.NOON;

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Nanoseconds since the test began. */
    @Override
    public long getAsLong() {
        return Duration.between(Samples.NOON, now).toNanos();
    }
}
