package org.wirephoto.desktop.connect;

import java.io.IOException;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.FingerprintChangedException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RetryPolicy;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ServerAddress;

/**
 * A connection of its own, which tries nothing twice: a session's would try again for a minute before it told that the
 * wire is gone.
 */
final class ClientPulse implements Pulse {
    private static final Logger LOG = LogManager.getLogger(ClientPulse.class);
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final ServerAddress address;
    private final ConnectionSettings settings;
    private @Nullable WirephotoClient client;
    private boolean closed;

    ClientPulse(ServerAddress address, ConnectionSettings settings) {
        this.address = address;
        this.settings = settings.withTransfers(1).withReplyTimeout(ANSWER).withRetry(RetryPolicy.never());
    }

    @Override
    public Beat beat() {
        try {
            connected().ping();
            return new Beat.Felt();
        } catch (FingerprintChangedException e) {
            LOG.info("Another server answers now: {}", e.getMessage());
            return new Beat.Changed();
        } catch (RefusedException e) {
            LOG.debug("A beat was refused", e);
            return isBusy(e) ? new Beat.Missed() : new Beat.Refused(Trouble.of(e));
        } catch (IOException e) {
            LOG.debug("A beat was missed", e);
            return new Beat.Missed();
        }
    }

    private static boolean isBusy(RefusedException e) {
        return e.errorCode()
                .filter(code -> code == ErrorCode.BUSY || code == ErrorCode.TIMEOUT || code == ErrorCode.INTERNAL)
                .isPresent();
    }

    private WirephotoClient connected() throws IOException, RefusedException {
        synchronized (this) {
            if (client != null) {
                return client;
            }
        }
        WirephotoClient made = WirephotoClient.connect(address, settings);
        synchronized (this) {
            if (!closed) {
                client = made;
                return made;
            }
        }
        made.close();
        throw new IOException("The pulse of " + address + " was closed.");
    }

    @Override
    public void close() {
        WirephotoClient made;
        synchronized (this) {
            closed = true;
            made = client;
            client = null;
        }
        if (made != null) {
            made.close();
        }
    }
}
