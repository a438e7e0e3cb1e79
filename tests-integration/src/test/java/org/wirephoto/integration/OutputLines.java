package org.wirephoto.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that runs on and says something now and then: its lines, as they come. */
final class OutputLines implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    private OutputLines(Process process) {
        this.process = process;
    }

    static OutputLines of(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        OutputLines lines = new OutputLines(process);
        Thread.ofPlatform().daemon().start(lines::read);
        return lines;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(coming::add);
        } catch (IOException | UncheckedIOException e) {
            coming.add("can't be read: " + e);
        }
    }

    Process process() {
        return process;
    }

    /** Waits for a line that was not waited for before. */
    String await(String what, Duration limit, Predicate<String> which) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
                String line = coming.poll(left, TimeUnit.NANOSECONDS);
                if (line != null) {
                    all.add(line);
                    if (which.test(line)) {
                        return line;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + what + " within " + limit + "; what came: " + String.join("\n", all));
    }

    /** What came so far. */
    List<String> all() {
        coming.drainTo(all);
        return List.copyOf(all);
    }

    /** Asks the program to end, and sees that it does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
