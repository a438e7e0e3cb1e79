package org.wirephoto.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What standard input, output and error output are, and what can be shown on them.
 *
 * @param input whether a person can answer
 * @param output whether standard output is a terminal
 * @param bars whether progress bars can be drawn on standard error output
 * @param colour whether colours are wanted
 * @param width the columns of the terminal; measured when it is asked for, as that starts a process
 */
record Terminal(boolean input, boolean output, boolean bars, boolean colour, IntSupplier width) {
    private static final int STANDARD_WIDTH = 80;
    private static final int NARROWEST = 20;
    private static final int MEASURE_SECONDS = 1;

    /** No terminal anywhere: pipes and files. */
    static Terminal none() {
        return new Terminal(false, false, false, false, () -> STANDARD_WIDTH);
    }

    /** Looks at this process. */
    static Terminal detect(Map<String, String> environment) {
        boolean output = isTerminal(1);
        boolean obeys = obeysEscapes(environment);
        boolean colour =
                output && obeys && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(isTerminal(0), output, isTerminal(2) && obeys, colour, () -> measure(environment));
    }

    int columns() {
        return width.getAsInt();
    }

    /** Linux tells of each stream by itself; elsewhere Java only tells whether it has a console. */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd", Integer.toString(stream));
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false; // then nothing is drawn, which is always fine
            }
        }
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static boolean obeysEscapes(Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM"))) {
            return false;
        }
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return !windows || environment.containsKey("WT_SESSION") || environment.containsKey("ANSICON");
    }

    private static int measure(Map<String, String> environment) {
        return number(environment.getOrDefault("COLUMNS", ""))
                .or(Terminal::askTerminal)
                .filter(columns -> columns >= NARROWEST)
                .orElse(STANDARD_WIDTH);
    }

    private static Optional<Integer> askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(MEASURE_SECONDS, TimeUnit.SECONDS)) {
                stty.destroy();
                return Optional.empty();
            }
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return number(answer.substring(answer.indexOf(' ') + 1));
        } catch (IOException e) {
            return Optional.empty(); // no stty, no /dev/tty: Windows, say
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
