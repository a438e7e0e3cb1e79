package org.wirephoto.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The linked server as a process of its own, on a free port of loopback. */
final class ServerProcess implements AutoCloseable {
    private static final long START_MILLIS = 60_000;

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a server on a data folder and waits until it listens. */
    static ServerProcess start(Path data, String... options) throws IOException {
        return start(data, Map.of(), options);
    }

    static ServerProcess start(Path data, Map<String, String> environment, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--plain", "--open"));
        all.addAll(List.of(options));
        return startAsTold(data, environment, all.toArray(String[]::new));
    }

    /** Starts one that speaks TLS, as servers do, and lets everyone in. */
    static ServerProcess startEncrypted(Path data, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--open"));
        all.addAll(List.of(options));
        return startAsTold(data, Map.of(), all.toArray(String[]::new));
    }

    /** Starts a server that asks for keys, and encrypts unless it is told not to. */
    static ServerProcess startAsTold(Path data, Map<String, String> environment, String... options) throws IOException {
        Path portFile = Files.createTempFile("wirephoto", ".port");
        Files.delete(portFile);
        Path log = Files.createTempFile("wirephoto", ".server");
        List<String> told = List.of(options);
        List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
        arguments.addAll(List.of("--bind", "127.0.0.1", "--port-file", portFile.toString()));
        if (!told.contains("--port")) {
            arguments.addAll(List.of("--port", "0"));
        }
        if (!told.contains("--announce")) {
            // Tests stay off the networks of the machine that they run on.
            arguments.addAll(List.of("--announce", "none"));
        }
        arguments.addAll(told);
        Process process = Image.builder("wirephoto-server", environment, arguments)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return new ServerProcess(process, log, awaitPort(process, portFile, log));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int awaitPort(Process process, Path portFile, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (System.nanoTime() < deadline) {
            if (Files.exists(portFile)) {
                int port = Integer.parseInt(Files.readString(portFile).strip());
                Files.delete(portFile);
                return port;
            }
            if (exited(process, 10)) {
                throw new IOException("the server ended at once: " + Files.readString(log));
            }
        }
        throw new IOException("the server did not listen in time: " + Files.readString(log));
    }

    private static boolean exited(Process process, long millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Process process() {
        return process;
    }

    /** What the server printed so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** Asks the server to stop, and gives its exit code. */
    int stop() throws IOException {
        process.destroy();
        if (!exited(process, 30_000)) {
            process.destroyForcibly();
            throw new IOException("the server did not stop: " + output());
        }
        return process.exitValue();
    }

    /** Ends the server without a warning, as kill -9 does. */
    void kill() throws IOException {
        process.destroyForcibly();
        if (!exited(process, 30_000)) {
            throw new IOException("the server could not be killed");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        exited(process, 30_000);
        Files.deleteIfExists(log);
    }
}
