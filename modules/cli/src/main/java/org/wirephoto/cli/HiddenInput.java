package org.wirephoto.cli;

import java.io.Console;
import java.util.Optional;

/** Reads a line from a person so that it can be seen neither on the screen nor in the shell's history. */
@FunctionalInterface
interface HiddenInput {
    /** The line, or empty where nothing can be hidden here or there is no line any more. Blocks until it is typed. */
    Optional<String> read(String prompt);

    /** Reads from the terminal that the program was started on. */
    static HiddenInput ofConsole() {
        return prompt -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s", prompt)))
                .map(String::new);
    }
}
