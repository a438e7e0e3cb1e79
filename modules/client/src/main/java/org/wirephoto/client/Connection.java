package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.protocol.Reply;

/**
 * One connection to a server, one exchange after another. Used by one thread at a time; {@link #abort} is for any.
 *
 * <p>It knows whether it is in step: whether what comes next on it would be the answer to the next request.
 */
final class Connection {
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Wire wire;
    private final WireReader reader;
    private final Watchdog watchdog;
    private final Trouble trouble;
    private final ConnectionSettings settings;
    private volatile boolean aborted;
    private volatile boolean inStep = true;

    Connection(Wire wire, Watchdog watchdog, Trouble trouble, ConnectionSettings settings) throws IOException {
        this.wire = wire;
        this.reader = new WireReader(wire.input());
        this.watchdog = watchdog;
        this.trouble = trouble;
        this.settings = settings;
    }

    Wire wire() {
        return wire;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    Trouble trouble() {
        return trouble;
    }

    ConnectionSettings settings() {
        return settings;
    }

    ConnectionTimes times() {
        return settings.times();
    }

    WireReader reader() {
        return reader;
    }

    /** Asks, and gives what was granted; a body that comes with it has to be read before anything else is asked. */
    Reply.Ok ask(Command command) throws IOException, RefusedException {
        return ask(command, settings.times().reply());
    }

    /** The same within another limit. */
    Reply.Ok ask(Command command, Duration limit) throws IOException, RefusedException {
        return granted(exchange(command, limit));
    }

    /** Asks for room for an image: the server is ready for its bytes, or has an answer for {@link #granted}. */
    Reply askToSave(Command.Save command) throws IOException, RefusedException {
        return exchange(command, settings.times().reply());
    }

    private Reply exchange(Command command, Duration limit) throws IOException, RefusedException {
        byte[] line = encode(command);
        inStep = false;
        try (Guard guard = watchdog.limit(limit, this::abort)) {
            try {
                wire.output().write(line);
            } catch (IOException e) {
                return lastWord().orElseThrow(() -> guard.fired() ? trouble.silent(limit) : trouble.lost(e));
            }
            try {
                return readReply();
            } catch (ConnectionLostException e) {
                throw changesSomething(command)
                        ? trouble.lostAfterAsking(e)
                        : guard.fired() ? trouble.silent(limit) : e;
            }
        }
    }

    /** A server that closed has often said why, before it was asked anything. */
    private Optional<Reply> lastWord() {
        try {
            return Optional.of(readReply()).filter(Reply.Refusal.class::isInstance);
        } catch (IOException e) {
            return Optional.empty(); // it has not; the caller tells of what broke
        }
    }

    private static byte[] encode(Command command) throws RefusedException {
        Line line = command.toLine();
        try {
            return line.encode();
        } catch (IllegalArgumentException e) {
            // Only text that a person typed makes a request too long: refuse it as the server would.
            if (ImageName.check(line.name().orElse("")) instanceof NameCheck.Refused refused) {
                throw new RefusedException(refused.code(), refused.reason());
            }
            throw new RefusedException(ErrorCode.MALFORMED_REQUEST, "What was typed is too long.");
        }
    }

    private static boolean changesSomething(Command command) {
        return switch (command) {
            case Command.Rename _ -> true;
            case Command.Delete _ -> true;
            case Command.Restore _ -> true;
            case Command.Invite _ -> true;
            // Saving the same bytes under the same name once more changes nothing.
            case Command.Hello _ -> false;
            case Command.Save _ -> false;
            case Command.List _ -> false;
            case Command.Return _ -> false;
            case Command.Stat _ -> false;
            case Command.Watch _ -> false;
            case Command.Bye _ -> false;
        };
    }

    /** Reads a line that has to be a reply, however long it takes: whoever calls has set a limit. */
    Reply readReply() throws IOException {
        Line line = readLine().orElseThrow(() -> trouble.lost(null));
        return Reply.parse(line).orElseThrow(() -> trouble.nonsense("that was no reply."));
    }

    private Optional<Line> readLine() throws IOException {
        Optional<LineResult> result;
        try {
            result = reader.line();
        } catch (IOException e) {
            throw trouble.lost(e);
        }
        if (result.isEmpty()) {
            return Optional.empty();
        }
        return switch (result.get()) {
            case LineResult.Parsed(Line line) -> Optional.of(line);
            case LineResult.Malformed malformed -> throw trouble.nonsense(malformed.reason());
        };
    }

    /** What a reply grants; a refusal or anything else is thrown. */
    Reply.Ok granted(Reply reply) throws IOException, RefusedException {
        return switch (reply) {
            case Reply.Ok ok -> {
                inStep = ok.bodySize().orElse(0) == 0;
                yield ok;
            }
            case Reply.Ready _ -> throw trouble.nonsense("it is ready for bytes that it was not offered.");
            case Reply.Refusal refusal -> throw refused(refusal);
        };
    }

    private RefusedException refused(Reply.Refusal refusal) throws ConnectionLostException {
        Optional<ErrorCode> code = refusal.errorCode();
        if (code.equals(Optional.of(ErrorCode.TIMEOUT))) {
            throw trouble.givenUp();
        }
        inStep = code.isPresent() && staysOpen(code.get());
        return new RefusedException(refusal);
    }

    private static boolean staysOpen(ErrorCode code) {
        return !code.closes() && code != ErrorCode.MALFORMED_REQUEST && code != ErrorCode.INTERNAL;
    }

    /** The next line of a stream of them, or empty where the server ended it. */
    Optional<Line> nextLine(Duration limit) throws IOException {
        try (Guard guard = watchdog.limit(limit, this::abort)) {
            try {
                return readLine();
            } catch (ConnectionLostException e) {
                throw guard.fired() ? trouble.silent(limit) : e;
            }
        }
    }

    /** A body was moved whole, so that the next exchange may begin; or it was not. */
    void inStep(boolean now) {
        inStep = now;
    }

    /** Whether the next request may go over this connection. */
    boolean isReusable() {
        return inStep && !aborted;
    }

    /** Whether the peer still seems to be there, and owes nothing. For a connection that nobody uses. */
    boolean looksAlive() {
        return isReusable() && wire.isQuiet();
    }

    void abort() {
        aborted = true;
        wire.abort();
    }

    /** Ends a connection that nobody uses the polite way, within a second. */
    void farewell() {
        try (Guard _ = watchdog.limit(FAREWELL, this::abort)) {
            wire.output().write(new Command.Bye().toLine().encode());
            wire.endOutput();
            readLine().ifPresent(_ -> inStep(false));
        } catch (IOException e) {
            inStep = false; // it ends either way
        } finally {
            abort();
        }
    }

    /** For a wait that ended with {@code cause}, which {@code pace} may have brought about. */
    IOException lost(Pace pace, @Nullable IOException cause) {
        return pace.fired() ? trouble.slow(settings.times().stall()) : trouble.lost(cause);
    }
}
