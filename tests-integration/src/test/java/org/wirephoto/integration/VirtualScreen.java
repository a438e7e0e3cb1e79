package org.wirephoto.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A screen of its own for a test, which nobody sees. */
final class VirtualScreen implements AutoCloseable {
    private static final long END_SECONDS = 10;

    private final Process process;
    private final String display;

    private VirtualScreen(Process process, String display) {
        this.process = process;
        this.display = display;
    }

    /** Starts one with a number that is free. */
    static VirtualScreen start() throws IOException {
        Process process = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x860x24", "-nolisten", "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.US_ASCII);
        String number = output.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new VirtualScreen(process, ":" + number.strip());
    }

    /** What programs find it by, as in the variable DISPLAY. */
    String display() {
        return display;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
