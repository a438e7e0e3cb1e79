package org.wirephoto.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The linked run-time image under test, and how its programs are started as a user without Java would. */
final class Image {
    private static final Path HOME = Path.of(System.getProperty("wirephoto.image"));
    private static final Path DESKTOP = Path.of(System.getProperty("wirephoto.desktop"));

    private static final AtomicInteger STARTS = new AtomicInteger();

    private Image() {}

    static Path home() {
        return HOME;
    }

    /** The image of the desktop program. */
    static Path desktop() {
        return DESKTOP;
    }

    static Path program(String name) {
        return (name.equals("wirephoto-desktop") ? DESKTOP : HOME)
                .resolve("bin")
                .resolve(name);
    }

    /** What a finished program left behind. */
    record Outcome(int exitCode, String output, String errors) {}

    /**
     * Starts a program of the image with an environment that holds nothing but what is given: it finds no server that
     * this machine's user knows, and looks for none on the network.
     */
    static ProcessBuilder builder(String program, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("WIREPHOTO_NETWORKS", "none");
        String nowhere = nowhere();
        builder.environment().put("XDG_CONFIG_HOME", nowhere);
        builder.environment().put("XDG_DATA_HOME", nowhere);
        builder.environment().putAll(environment);
        return builder;
    }

    /** A folder that is not there, for one program alone: what it keeps there no other finds. */
    private static String nowhere() {
        String name = "wirephoto-it-" + ProcessHandle.current().pid() + "-" + STARTS.incrementAndGet();
        return Path.of(System.getProperty("java.io.tmpdir"), name).toString();
    }

    /** Runs a program to its end, within two minutes. */
    static Outcome run(Path scratch, String program, Map<String, String> environment, String... arguments) {
        return pipe(new byte[0], scratch, program, environment, arguments);
    }

    /** Runs a program to its end, within two minutes, and gives it this to read. */
    static Outcome pipe(
            byte[] input, Path scratch, String program, Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile(scratch, program, ".out");
            Path err = Files.createTempFile(scratch, program, ".err");
            Process process = builder(program, environment, List.of(arguments))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            }
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end: " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }
}
