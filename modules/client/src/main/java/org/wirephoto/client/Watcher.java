package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.Reply;

/** Fills a {@link Watch}: follows what the server tells, and comes back where it was after each lost connection. */
final class Watcher {
    private static final Logger LOG = LogManager.getLogger(Watcher.class);
    /** In tenths of the heartbeat: two that did not come, and a little more. */
    private static final int SILENCE_TENTHS = 25;

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Dialer dialer;
    private final ConnectionSettings settings;
    private final Watch watch = new Watch();
    private final Scope scope;
    private final Replies replies;
    private Optional<String> since;
    private @Nullable Connection connection;

    Watcher(Dialer dialer, ConnectionSettings settings, Cancellation client, Optional<String> since) {
        this.dialer = dialer;
        this.settings = settings;
        this.scope = new Scope(client, watch.stop());
        this.replies = new Replies(dialer.trouble());
        this.since = since;
    }

    /** Connects, and goes on from there on a thread of its own. */
    Watch start() throws IOException, RefusedException {
        boolean started = false;
        try {
            connection = connect();
            Thread.ofVirtual().name("wirephoto-watch").start(this::run);
            started = true;
            return watch;
        } finally {
            if (!started) {
                scope.close();
            }
        }
    }

    private Connection connect() throws IOException, RefusedException {
        Connection fresh = dialer.dial(scope.cancellation());
        boolean ready = false;
        try (var _ = scope.cancellation().onCancel(fresh::abort)) {
            Reply.Ok ok = fresh.ask(new Command.Watch(since));
            replies.bodiless(ok);
            String seq = replies.text(ok, "seq");
            // With an earlier token, what came after it is still to be told.
            since = since.or(() -> Optional.of(seq));
            ready = true;
            return fresh;
        } finally {
            if (!ready) {
                fresh.abort();
            }
        }
    }

    private void run() {
        Retry retry = new Retry(new RetryPolicy(
                Integer.MAX_VALUE,
                settings.retry().firstPause(),
                settings.retry().longestPause(),
                FOR_EVER));
        Thread self = Thread.currentThread();
        try (scope;
                var _ = scope.cancellation().onCancel(self::interrupt)) {
            retry.run(scope.cancellation(), this::follow);
        } catch (IOException | RefusedException | RuntimeException e) {
            LOG.debug("A watch has ended", e);
            watch.end(e);
        }
    }

    /** Follows one connection until it is lost. */
    private Void follow(Runnable progressed) throws IOException, RefusedException {
        Connection current = connection;
        if (current == null) {
            current = connect();
            watch.put(new ImageEvent.Online());
        }
        try (var _ = scope.cancellation().onCancel(current::abort)) {
            while (true) {
                Line line = current.nextLine(silence())
                        .orElseThrow(() -> dialer.trouble().lost(null));
                progressed.run();
                take(line);
            }
        } catch (ConnectionLostException e) {
            scope.cancellation().check();
            watch.put(new ImageEvent.Offline(String.valueOf(e.getMessage())));
            throw e;
        } finally {
            current.abort();
            connection = null;
        }
    }

    private Duration silence() {
        return settings.times().heartbeat().multipliedBy(SILENCE_TENTHS).dividedBy(10);
    }

    private void take(Line line) throws IOException {
        if (line.command().equals("error")) {
            throw dialer.trouble().givenUp(); // the server is about to close; the next greeting tells more
        }
        Optional<Event> event = Event.parse(line);
        Optional<ImageEvent> told = event.flatMap(Watcher::imageEvent);
        if (told.isPresent()) {
            watch.put(told.get());
        } else if (!event.equals(Optional.of(new Event.Alive()))) {
            LOG.debug("Skipped an event that this version does not know");
        }
        since = line.attribute("seq").or(() -> since);
    }

    private static Optional<ImageEvent> imageEvent(Event event) {
        return switch (event) {
            case Event.Saved saved ->
                Replies.name(saved.name())
                        .map(name -> new RemoteImage(name, saved.attributes(), Optional.empty()))
                        .map(image -> new ImageEvent.Saved(image, saved.seq()));
            case Event.Deleted deleted ->
                Replies.name(deleted.name()).map(name -> new ImageEvent.Deleted(name, deleted.seq()));
            case Event.Renamed renamed ->
                Replies.name(renamed.name())
                        .flatMap(from -> Replies.name(renamed.to())
                                .map(to -> new RemoteImage(to, renamed.attributes(), Optional.empty()))
                                .map(image -> new ImageEvent.Renamed(from, image, renamed.seq())));
            case Event.Alive alive -> Optional.empty();
            case Event.Reset reset -> Optional.of(new ImageEvent.Reset(reset.seq()));
        };
    }
}
