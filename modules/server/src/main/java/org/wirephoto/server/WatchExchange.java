package org.wirephoto.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.Caller;
import org.wirephoto.library.EventFeed;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.Reply;

/** Tells a watcher what happens, until it closes its end or the server stops. */
final class WatchExchange {
    private static final Logger LOG = LogManager.getLogger(WatchExchange.class);

    private final ImageLibrary library;
    private final PeerInput input;
    private final PeerOutput output;
    private final StopGate gate;
    private final Timings timings;

    WatchExchange(ImageLibrary library, PeerInput input, PeerOutput output, StopGate gate, Timings timings) {
        this.library = library;
        this.input = input;
        this.output = output;
        this.gate = gate;
        this.timings = timings;
    }

    /**
     * Answers a watch, and ends the output. The input is another thread's from then on: all that is left to do with the
     * connection is to close it.
     */
    void run(Caller caller, Command.Watch request) throws RefusedException, IOException, InterruptedException {
        try (EventFeed feed = library.watch(caller, request)) {
            output.reply(new Reply.Ok(Optional.empty(), OptionalLong.empty(), Map.of("seq", feed.seq())));
            output.flush();
            WatcherInput end = WatcherInput.watch(input, timings.idle());
            tell(feed, end);
            output.end();
            end.awaitEnd(timings.linger());
        }
    }

    private void tell(EventFeed feed, WatcherInput end) throws WireException, InterruptedException {
        try {
            while (gate.rest()) {
                List<Event> events = end.await(wait -> feed.next(wait), timings.heartbeat());
                if (!gate.work() || (events.isEmpty() && end.reached())) {
                    return;
                }
                for (Event event : events.isEmpty() ? List.of(new Event.Alive()) : events) {
                    output.line(event.toLine());
                }
                output.flush();
            }
        } catch (WireException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            CutOff.check(e);
            LOG.error("A watcher's events could not be read: its connection ends", e);
            throw new WireException(new IOException(e)); // an error line would look like an event
        }
    }

    /** Waits for events. */
    @FunctionalInterface
    interface Waiting {
        /** Waits no longer than it is told. */
        List<Event> await(Duration wait) throws IOException, InterruptedException;
    }
}
