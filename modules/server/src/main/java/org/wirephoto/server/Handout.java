package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Invite;
import picocli.CommandLine.Option;

/** How a secret gets to the one person who asked for it: on a terminal, or in a file that is theirs alone. */
final class Handout {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write it to a new file that is its owner's alone, and nothing else to standard output")
    private @Nullable Path output;

    /**
     * Finds out whether there is a way, before there is a secret.
     *
     * @throws FailureException if standard output is no terminal and no file was named, or one that exists
     */
    void require(Terminal terminal) throws FailureException {
        if (output == null && !terminal.person()) {
            throw new FailureException(
                    ExitCode.USAGE,
                    "Standard output is not a terminal, and a secret must not end up in a log: name a file for it"
                            + " with --output FILE.");
        }
        if (output != null && Files.exists(output)) {
            throw new FailureException(ExitCode.USAGE, output + " exists already: name a new file.");
        }
    }

    /** Hands a key out. */
    void key(NewKey made, PrintWriter out) throws IOException {
        if (output == null) {
            out.printf(
                    "The key of %s, %s: it is shown this once.%n%n",
                    made.entry().label(), role(made.entry()));
            out.printf("  %s%n%n", made.key().grouped());
            out.flush();
        } else {
            write(output, made.key().text(), "The key", made.entry(), out);
        }
    }

    /** Hands an invite out. */
    void invite(Invite invite, KeyEntry entry, Terminal terminal, PrintWriter out) throws IOException {
        if (output == null) {
            show(invite, entry, terminal, out);
        } else {
            write(output, invite.link(), "The invite", entry, out);
        }
    }

    private static void write(Path file, String secret, String what, KeyEntry entry, PrintWriter out)
            throws IOException {
        OwnerFiles.create(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
        out.printf("%s of %s, %s, is in %s.%n", what, entry.label(), role(entry), file);
        out.flush();
    }

    /** Shows an invite on a terminal. */
    static void show(Invite invite, KeyEntry entry, Terminal terminal, PrintWriter out) {
        out.printf(
                "An invite for %s, %s. Whoever has it gets in, and it is shown this once:%n%n",
                entry.label(), role(entry));
        out.printf("  %s%n%n", invite.link());
        if (terminal.blocks()) {
            QrPicture.lines(invite.link(), terminal.colour()).forEach(out::println);
            out.println();
        }
        out.println("On the other machine: open it with the desktop program, or type  wirephoto join  and paste it.");
        out.flush();
    }

    private static String role(KeyEntry entry) {
        return "a " + entry.role().wire();
    }
}
