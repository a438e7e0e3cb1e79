package org.wirephoto.storage;

import java.time.Duration;
import org.wirephoto.protocol.Limits;

/**
 * The numbers that the embedded storage works with.
 *
 * @param eventHistory how many events are remembered, more than 0
 * @param readers how many threads read the catalogue, each with a connection of its own, more than 0
 * @param forcers how many threads force files to disk, more than 0
 * @param lease after how long without a byte another connection may take an upload over
 */
public record StorageSettings(int eventHistory, int readers, int forcers, Duration lease) {
    /** What is used unless somebody says otherwise. */
    public static final StorageSettings DEFAULT = new StorageSettings(Limits.EVENT_HISTORY, 4, 4, Limits.UPLOAD_LEASE);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public StorageSettings {
        if (eventHistory <= 0 || readers <= 0 || forcers <= 0 || !lease.isPositive()) {
            throw new IllegalArgumentException("eventHistory " + eventHistory + ", readers " + readers + ", forcers "
                    + forcers + ", lease " + lease);
        }
    }

    /** These settings with another number of events to remember. */
    public StorageSettings withEventHistory(int events) {
        return new StorageSettings(events, readers, forcers, lease);
    }
}
