package org.wirephoto.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.wirephoto.library.MaintenanceListener;
import org.wirephoto.protocol.Line;

/** Asks the server that has a data folder for maintenance. */
final class ControlClient implements Closeable {
    /** A server at work gives a sign of life every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Watchdog watchdog = new Watchdog(TICK);
    private final ControlChannel channel;

    private ControlClient(SocketChannel channel) {
        this.channel = new ControlChannel(channel, watchdog, SILENCE);
    }

    /** Connects to the server that has the folder; empty where none has. */
    static Optional<ControlClient> connect(Path data) throws IOException {
        return ControlSocket.connect(data).map(ControlClient::new);
    }

    /**
     * Has a task done, and waits for its end.
     *
     * @param listener its answer stops the work, as it would here
     * @throws FailureException if the server can't do it
     */
    MaintenanceTask.Outcome run(MaintenanceTask task, MaintenanceListener listener)
            throws FailureException, IOException {
        send(task.toLine());
        while (true) {
            Optional<Line> line = channel.read();
            if (line.isEmpty()) {
                throw new FailureException(ExitCode.FAILURE, "The server ended before the work was done.");
            }
            switch (line.get().command()) {
                case ControlLines.FINDING -> listener.found(ControlLines.readFinding(line.get()));
                case ControlLines.OUTCOME -> {
                    return ControlLines.readOutcome(line.get());
                }
                case ControlLines.FAILED ->
                    throw new FailureException(ExitCode.FAILURE, ControlLines.readFailed(line.get()));
                case ControlLines.PROGRESS -> listener.progressed(ControlLines.readProgress(line.get()));
                default -> {} // a sign of life, or what a newer server says
            }
        }
    }

    /**
     * Asks something that is answered with one line.
     *
     * @throws FailureException if the server can't answer it
     */
    Line ask(Line question) throws FailureException, IOException {
        send(question);
        while (true) {
            Line line = channel.read()
                    .orElseThrow(() -> new FailureException(ExitCode.FAILURE, "The server ended before it answered."));
            if (line.command().equals(ControlLines.FAILED)) {
                throw new FailureException(ExitCode.FAILURE, ControlLines.readFailed(line));
            }
            if (!line.command().equals(ControlLines.ALIVE)) {
                return line;
            }
        }
    }

    /** A server that has no time says so and closes at once: its reason can still be read. */
    private void send(Line request) {
        try {
            channel.write(request);
        } catch (IOException e) {
            LogManager.getLogger(ControlClient.class).debug("The server did not wait for the request", e);
        }
    }

    /** Leaves: the server then stops the work. From any thread. */
    @Override
    public void close() throws IOException {
        channel.close();
        watchdog.close();
    }
}
