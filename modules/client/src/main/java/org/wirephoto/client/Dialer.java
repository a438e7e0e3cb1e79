package org.wirephoto.client;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.ServerAddress;

/** Makes connections to one server and greets it. */
final class Dialer {
    private final ServerAddress address;
    private final ConnectionSettings settings;
    private final Connector connector;
    private final Watchdog watchdog;
    private final Trouble trouble;
    private volatile @Nullable ServerInfo info;

    Dialer(ServerAddress address, ConnectionSettings settings, Connector connector, Watchdog watchdog) {
        this.address = address;
        this.settings = settings;
        this.connector = connector;
        this.watchdog = watchdog;
        this.trouble = new Trouble(address);
    }

    Trouble trouble() {
        return trouble;
    }

    /** What the server said of itself when it was last greeted. */
    ServerInfo info() {
        ServerInfo known = info;
        if (known == null) {
            throw new IllegalStateException("the server was not greeted yet");
        }
        return known;
    }

    Connection dial(Cancellation cancellation) throws IOException, RefusedException {
        cancellation.check();
        if (!(settings.trust() instanceof Trust.Plain)) {
            throw trouble.unreachable(null);
        }
        Wire wire = connect(cancellation);
        Connection connection = new Connection(wire, watchdog, trouble, settings);
        boolean greeted = false;
        try (var _ = cancellation.onCancel(connection::abort)) {
            info = new Greeting(connection).exchange();
            greeted = true;
            return connection;
        } finally {
            if (!greeted) {
                connection.abort();
            }
        }
    }

    /** On a thread of its own: looking a name up can neither be limited nor interrupted. */
    private Wire connect(Cancellation cancellation) throws IOException {
        CompletableFuture<Wire> future = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("wirephoto-connect").start(() -> connect(future));
        try (var _ = cancellation.onCancel(() -> future.cancel(false))) {
            return future.get(settings.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw trouble.slowToConnect(settings.connectTimeout());
        } catch (CancellationException e) {
            throw new CancelledException("Stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error broken) {
                throw broken; // this program's fault, not the server's
            }
            throw trouble.unreachable(e.getCause());
        } finally {
            future.cancel(false);
        }
    }

    private void connect(CompletableFuture<Wire> future) {
        try {
            Wire wire = connector.connect(address, settings.connectTimeout());
            if (!future.complete(wire)) {
                wire.abort();
            }
        } catch (IOException | RuntimeException | Error e) {
            future.completeExceptionally(e); // for the thread that waits
        }
    }
}
