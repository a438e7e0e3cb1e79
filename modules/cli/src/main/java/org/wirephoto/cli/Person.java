package org.wirephoto.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The one at the keyboard: is asked, and answers. While an answer is waited for, Ctrl+C ends the program at once. */
final class Person {
    /** Longer than any invite. */
    private static final int LONGEST_LINE = 4096;

    private final Host host;
    private final Screen screen;
    private final Interruption interruption;

    Person(Host host, Screen screen, Interruption interruption) {
        this.host = host;
        this.screen = screen;
        this.interruption = interruption;
    }

    /** Whether somebody is there to be asked. */
    boolean isThere() {
        return host.terminal().input();
    }

    /** Asks a question; whatever is not a yes is a no. */
    boolean agrees(String question) throws IOException {
        screen.ask(question + " [y/N] ");
        String word = line().orElse("").strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }

    /** Asks for something that must not be seen; in a pipe, reads all of it. Empty where there is nothing. */
    Optional<String> secret(String prompt) throws IOException {
        if (!isThere()) {
            return Optional.of(new String(host.in().readNBytes(LONGEST_LINE), StandardCharsets.UTF_8))
                    .filter(text -> !text.isBlank());
        }
        try (var _ = interruption.pause()) {
            return host.hidden().read(prompt).filter(text -> !text.isBlank());
        }
    }

    private Optional<String> line() throws IOException {
        try (var _ = interruption.pause()) {
            InputStream in = host.in();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int c = in.read();
            while (c >= 0 && c != '\n' && line.size() < LONGEST_LINE) {
                line.write(c);
                c = in.read();
            }
            return c < 0 && line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
        }
    }
}
