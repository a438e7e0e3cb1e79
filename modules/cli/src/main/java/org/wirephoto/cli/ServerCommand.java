package org.wirephoto.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.client.WirephotoClient;
import picocli.CommandLine.Option;

/** A command that talks to a server: connects, does its work, and says what went wrong. */
abstract class ServerCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Write JSON, for programs.")
    private boolean json;

    ServerCommand(Session session) {
        this.session = session;
    }

    /** Does the work. What it throws is reported as the failure of {@link #attempt}. */
    abstract ExitCode run(WirephotoClient client) throws IOException, RefusedException;

    /** What the command does as a whole. */
    abstract Attempt attempt();

    /** Looks for what makes no sense before there is a connection. */
    void check() throws IOException {}

    /** How many images are sent or fetched at once. */
    int transfers() {
        return 1;
    }

    final Session session() {
        return session;
    }

    final Screen screen() {
        return session.screen();
    }

    final boolean json() {
        return json;
    }

    @Override
    public final Integer call() {
        return execute().number();
    }

    private ExitCode execute() {
        try {
            check();
            try (WirephotoClient client = session.connect(transfers())) {
                session.interruption().onRequest(client::close);
                return endOf(run(client));
            }
        } catch (RefusedException e) {
            return report(Failure.of(attempt(), e), Optional.empty());
        } catch (UnreachableException e) {
            return report(withHint(Failure.of(e)), Optional.empty());
        } catch (IOException e) {
            return report(Failure.of(e), Optional.empty());
        }
    }

    /** What a full disk did not take was not written; a reader that has read enough is no problem at all. */
    private ExitCode endOf(ExitCode result) {
        if (result != ExitCode.OK || !screen().outputGone() || screen().readerGone()) {
            return result;
        }
        screen().note("Standard output can't be written.");
        return ExitCode.LOCAL;
    }

    private Failure withHint(Failure failure) {
        return session.serverIsNamed()
                ? failure
                : failure.saying("Name the server with --server, or start one here with: wirephoto-server serve");
    }

    /**
     * Tells of a failure.
     *
     * @param subject the file or image that it is about, for JSON; the sentence has it already
     */
    final ExitCode report(Failure failure, Optional<String> subject) {
        if (json) {
            screen().say(Json.error(subject, failure));
        } else if (failure.exit() != ExitCode.INTERRUPTED) {
            screen().note(failure.sentence());
        }
        return failure.exit();
    }
}
