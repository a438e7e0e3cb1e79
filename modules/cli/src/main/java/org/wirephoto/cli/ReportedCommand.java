package org.wirephoto.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirephoto.client.RefusedException;
import picocli.CommandLine.Option;

/** A command whose failures are told in one way: as a sentence, or as JSON; its end is an exit code. */
abstract class ReportedCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Write JSON, for programs.")
    private boolean json;

    ReportedCommand(Session session) {
        this.session = session;
    }

    /** Does all of it. What it throws is reported as the failure of {@link #attempt}. */
    abstract ExitCode work() throws IOException, RefusedException;

    /** What the command does as a whole. */
    abstract Attempt attempt();

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
            return endOf(work());
        } catch (RefusedException e) {
            return report(Failure.of(attempt(), e), Optional.empty());
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
