package org.wirephoto.server;

import java.io.IOException;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.CommandResult;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;

/**
 * One connection, from its first line to its last: reads a request, has it answered, reads the next. All that it
 * knows is its own thread's, but for {@link #stop} and {@link #abort}.
 */
final class Connection implements Runnable {
    private static final Logger LOG = LogManager.getLogger(Connection.class);

    private static final String HELLO = "hello";

    private final Service service;
    private final Wire wire;
    private final PeerInput input;
    private final PeerOutput output;
    private final Session session;
    private final Exchanges exchanges;
    private final StopGate gate;
    /** From then on the output has ended, and the input is another thread's. */
    private boolean watched;

    /** Takes the wire over, and closes it in the end. */
    Connection(Service service, Wire wire) {
        this.service = service;
        this.wire = wire;
        this.output = new PeerOutput(wire);
        this.input = new PeerInput(wire, output, service.timings());
        this.session = new Session(service, wire.peer().getAddress());
        this.gate = new StopGate(wire::leave);
        this.exchanges = new Exchanges(service, wire, input, output, gate);
    }

    /** Serves the peer until either side ends it. */
    @Override
    public void run() {
        LOG.debug("{} is here", wire.peer());
        try (wire) {
            if (gate.rest()) {
                wire.open(service.timings().hello());
                talk();
                end();
            }
        } catch (WireException e) {
            LOG.debug("{} is gone: {}", wire.peer(), e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.debug("{} was cut off", wire.peer());
        } catch (RuntimeException e) {
            LOG.error("The connection of {} failed", wire.peer(), e);
        }
    }

    private void end() throws WireException {
        if (!watched) {
            output.end();
            input.drain(service.timings().linger());
        }
    }

    private void talk() throws WireException, InterruptedException {
        try {
            boolean goesOn = true;
            while (goesOn && ready()) {
                Optional<LineResult> line = session.isStranger()
                        ? input.lineWithin(session.patience())
                        : input.line(service.timings().idle());
                goesOn = line.isPresent() && gate.work() && answer(line.get());
            }
        } catch (PeerTimeoutException e) {
            LOG.info("{} was too slow: {}", wire.peer(), e.sentence());
            output.reply(Refusals.of(Optional.empty(), ErrorCode.TIMEOUT, e.sentence()));
        }
    }

    /** Rests only once all that is owed has gone out and no further request is here. */
    private boolean ready() throws WireException {
        if (input.pending()) {
            return gate.work();
        }
        output.flush();
        return gate.rest();
    }

    private boolean answer(LineResult result) throws WireException, InterruptedException {
        if (session.isStranger() && !session.mayAskAgain()) {
            return say(
                    Refusals.of(Optional.empty(), ErrorCode.BUSY, "Too many requests came before a hello with a key."));
        }
        return switch (result) {
            case LineResult.Malformed malformed
            when !malformed.placeLost() && session.isStranger() -> say(Refusals.of(ErrorCode.KEY_REQUIRED));
            case LineResult.Malformed malformed -> {
                output.reply(Refusals.of(malformed.name(), ErrorCode.MALFORMED_REQUEST, malformed.reason()));
                yield !malformed.placeLost();
            }
            case LineResult.Parsed(Line line)
            when session.isStranger() && !line.command().equals(HELLO) -> say(Refusals.of(ErrorCode.KEY_REQUIRED));
            case LineResult.Parsed(Line line) ->
                switch (Command.parse(line)) {
                    case CommandResult.Refused(ErrorCode code, String reason) ->
                        say(Refusals.of(line.name(), code, reason));
                    case CommandResult.Understood(Command.Hello hello) -> say(session.hello(hello));
                    case CommandResult.Understood(Command command) -> answer(line.name(), command);
                };
        };
    }

    /** Answers, and tells whether the connection goes on. */
    private boolean answer(Optional<String> name, Command command) throws WireException, InterruptedException {
        try {
            exchanges.answer(session.caller().orElseThrow(), command);
            watched = command instanceof Command.Watch;
            return !(watched || command instanceof Command.Bye);
        } catch (WireException e) {
            throw e;
        } catch (RefusedException | IOException | RuntimeException e) {
            CutOff.check(e);
            Reply refusal = Refusals.of(name, e); // one request's fault is not the connection's
            session.caller().ifPresent(caller -> AuditTrail.refused(caller, command, refusal));
            return say(refusal);
        }
    }

    private boolean say(Reply reply) throws WireException {
        output.reply(reply);
        return !(reply instanceof Reply.Refusal refusal)
                || refusal.errorCode().stream().noneMatch(ErrorCode::closes);
    }

    /** Ends the connection once the request that it is at is answered; at once where there is none. */
    void stop() {
        gate.stop();
    }

    /** Whether its peer was let in with a key that is good no longer; from any thread. */
    boolean isRevoked() {
        return session.isRevoked();
    }

    /** Ends the connection whatever it is at. */
    void abort() {
        wire.abort();
    }
}
