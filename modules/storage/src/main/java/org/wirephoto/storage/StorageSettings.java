package org.wirephoto.storage;

import java.time.Duration;
import org.wirephoto.protocol.Limits;

/**
 * The numbers that the embedded storage works with.
 *
 * @param eventHistory how many events are remembered, more than 0
 * @param readers how many threads read the catalogue, each with a connection of its own, more than 0
 * @param forcers how many threads force files to disk, more than 0
 * @param ballast how many bytes of the disk are set aside for the catalogue, for when there is no other room; 0 or more
 * @param lease after how long without a byte another connection may take an upload over
 */
public record StorageSettings(int eventHistory, int readers, int forcers, long ballast, Duration lease) {
    /** What is used unless somebody says otherwise. */
    public static final StorageSettings DEFAULT =
            new StorageSettings(Limits.EVENT_HISTORY, 4, 4, 0, Limits.UPLOAD_LEASE);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of the others is not above 0
     */
    public StorageSettings {
        if (eventHistory <= 0 || readers <= 0 || forcers <= 0 || ballast < 0 || !lease.isPositive()) {
            throw new IllegalArgumentException("eventHistory " + eventHistory + ", readers " + readers + ", forcers "
                    + forcers + ", ballast " + ballast + ", lease " + lease);
        }
    }

    /** These settings with another number of events to remember. */
    public StorageSettings withEventHistory(int events) {
        return new StorageSettings(events, readers, forcers, ballast, lease);
    }

    /** These settings with another number of bytes to set aside. */
    public StorageSettings withBallast(long bytes) {
        return new StorageSettings(eventHistory, readers, forcers, bytes, lease);
    }
}
