package org.wirephoto.integration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is not ours: a second opinion on what ours do. {@code .ci/run} installs those that tests use. */
final class ForeignTool {
    private final String name;

    private ForeignTool(String name) {
        this.name = name;
    }

    /** The tool of that name; a test that needs it is left out where a machine has none. */
    static ForeignTool named(String name) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(there, name + " is not installed here, so this is not tested: .ci/run installs it");
        return new ForeignTool(name);
    }

    /** What a finished tool said, on both of its outputs. */
    record Outcome(int exitCode, String output) {}

    /** Runs it to its end, within a minute. */
    Outcome run(Path scratch, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, name, ".out");
        Process process = start(out, arguments);
        process.getOutputStream().close();
        return end(process, out);
    }

    /** Starts it, and has it write to a file. */
    Process start(Path out, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    /** Types something into a tool that runs. */
    static void type(Process process, String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Waits, within a minute, until a tool that runs has said something. */
    static void awaitOutput(Process process, Path out, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        boolean over = false;
        while (!Files.readString(out, StandardCharsets.ISO_8859_1).contains(text)) {
            if (over || System.nanoTime() > end) {
                throw new IOException("no " + text + " in " + Files.readString(out, StandardCharsets.ISO_8859_1));
            }
            over = process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for a tool's end. */
    static Outcome end(Process process, Path out) throws IOException, InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end after " + Files.readString(out, StandardCharsets.ISO_8859_1));
        }
        return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    }
}
