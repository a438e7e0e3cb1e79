package org.wirephoto.server;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What standard output is. Only what a person sees at a terminal may be secret: a pipe ends in a file or a journal.
 *
 * @param person whether it is a terminal
 * @param colour whether that obeys escapes for colours
 * @param blocks whether it can show the characters of half a block
 */
record Terminal(boolean person, boolean colour, boolean blocks) {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** No terminal: a pipe, a file, a journal. */
    static Terminal none() {
        return new Terminal(false, false, false);
    }

    /** Looks at this process. */
    static Terminal detect(Map<String, String> environment) {
        if (!isTerminal()) {
            return none();
        }
        boolean dumb =
                "dumb".equals(environment.getOrDefault("TERM", "dumb")) && !environment.containsKey("WT_SESSION");
        boolean colour = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        String encoding = System.getProperty("stdout.encoding", StandardCharsets.US_ASCII.name());
        boolean blocks = Charset.isSupported(encoding)
                && Charset.forName(encoding).newEncoder().canEncode('\u2580');
        return new Terminal(true, colour, blocks);
    }

    /** Linux tells of each stream by itself; elsewhere Java tells whether both input and output are a terminal. */
    private static boolean isTerminal() {
        if (Files.isSymbolicLink(STANDARD_OUTPUT)) {
            try {
                String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false; // then nothing secret is shown, which is always right
            }
        }
        return Stream.ofNullable(System.console()).anyMatch(Console::isTerminal);
    }
}
