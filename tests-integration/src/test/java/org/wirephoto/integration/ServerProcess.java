package org.wirephoto.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.protocol.Invite;

/**
 * The linked server as a process of its own, on a free port of loopback and announced nowhere: as it starts by itself,
 * with TLS and keys, unless a test wants it plain.
 */
final class ServerProcess implements AutoCloseable {
    private static final long START_MILLIS = 60_000;

    private final Process process;
    private final Path log;
    private final int port;
    private final Path data;

    private ServerProcess(Process process, Path log, int port, Path data) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.data = data;
    }

    /** Starts a server on a data folder and waits until it listens. */
    static ServerProcess start(Path data, String... options) throws IOException {
        return start(data, Map.of(), options);
    }

    /** Starts a server that speaks without TLS and asks for no keys. */
    static ServerProcess startPlain(Path data, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--plain", "--open"));
        all.addAll(List.of(options));
        return start(data, Map.of(), all.toArray(String[]::new));
    }

    /** Starts one that speaks TLS, as servers do, and lets everyone in. */
    static ServerProcess startEncrypted(Path data, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--open"));
        all.addAll(List.of(options));
        return start(data, Map.of(), all.toArray(String[]::new));
    }

    /** Starts a server at a port where another one was. */
    static ServerProcess startAt(int port, Path data, String... options) throws IOException {
        return start(port, data, Map.of(), options);
    }

    static ServerProcess start(Path data, Map<String, String> environment, String... options) throws IOException {
        return start(0, data, environment, options);
    }

    private static ServerProcess start(int port, Path data, Map<String, String> environment, String... options)
            throws IOException {
        Path portFile = Files.createTempFile("wirephoto", ".port");
        Files.delete(portFile);
        Path log = Files.createTempFile("wirephoto", ".server");
        List<String> told = List.of(options);
        List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString(), "--port", "" + port));
        arguments.addAll(List.of("--bind", "127.0.0.1", "--port-file", portFile.toString()));
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
            return new ServerProcess(process, log, awaitPort(process, portFile, log), data);
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

    /** The file by which this machine's own command line gets in as a curator. */
    Path inviteFile() {
        return data.resolve("local-invite");
    }

    /** What is in that file. */
    Invite invite() throws IOException {
        String link = Files.readString(inviteFile());
        return Invite.parse(link).orElseThrow(() -> new IOException("no invite in " + inviteFile()));
    }

    /** How a curator's client comes to this server. */
    ConnectionSettings settings() throws IOException {
        Invite invite = invite();
        return ConnectionSettings.pinned(invite.fingerprint()).withKey(invite.key());
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
