package org.wirephoto.desktop.transfers;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How all transfers together get on.
 *
 * @param counts how many are in each state
 * @param fraction how much of what was begun since nothing was going on is done, from 0 to 1
 * @param bytesPerSecond how fast they are together
 * @param timeLeft how long they will take, where that can be known
 */
public record Overview(
        Map<TransferState, Integer> counts, double fraction, double bytesPerSecond, Optional<Duration> timeLeft) {
    /** Nothing was ever begun. */
    static final Overview NOTHING = new Overview(Map.of(), 0, 0, Optional.empty());

    /** Copies the counts. */
    public Overview {
        counts = Map.copyOf(counts);
    }

    /**
     * Those that wait until there is room for them in the list.
     *
     * @param count how many
     * @param bytes how many bytes they have together
     */
    record Later(int count, long bytes) {}

    /** How many are in a state. */
    public int count(TransferState state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many will go on without anybody doing anything. */
    public int active() {
        return count(TransferState::isActive);
    }

    /** How many are over. */
    public int over() {
        return count(TransferState::isOver);
    }

    private int count(Predicate<TransferState> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * Adds transfers up.
     *
     * @param moved bytes of those that are done already, and are not among {@code all} with their part
     */
    static Overview of(Iterable<Transfer> all, long moved, Later later) {
        Map<TransferState, Integer> counts = new EnumMap<>(TransferState.class);
        counts.put(TransferState.WAITING, later.count());
        long bytes = moved;
        long total = moved + later.bytes();
        double speed = 0;
        for (Transfer transfer : all) {
            counts.merge(transfer.state(), 1, Integer::sum);
            if (!transfer.state().isOver()) {
                bytes += Math.min(transfer.doneProperty().get(), transfer.task().size());
                total += transfer.task().size();
                speed += transfer.speedProperty().get();
            }
        }
        double fraction = total == 0 ? 0 : Math.clamp(bytes / (double) total, 0, 1);
        Optional<Duration> left = speed < 1 || counts.getOrDefault(TransferState.RUNNING, 0) == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil((total - bytes) / speed)));
        return new Overview(counts, fraction, speed, left);
    }
}
