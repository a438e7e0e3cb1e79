package org.wirephoto.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Fingerprint;

/** TLS over a bare connection, which is what is cut: closing TLS would wait for whoever writes. */
final class TlsWire implements Wire {
    private static final Logger LOG = LogManager.getLogger(TlsWire.class);

    private final TlsContext context;
    private final PlainWire plain;
    private final LayeredSocket below;
    private final SSLSocket socket;

    TlsWire(TlsContext context, PlainWire plain, LayeredSocket below, SSLSocket socket) {
        this.context = context;
        this.plain = plain;
        this.below = below;
        this.socket = socket;
    }

    @Override
    public Optional<Fingerprint> secure(Trouble trouble) throws IOException {
        try {
            socket.startHandshake();
            return Optional.of(context.check(socket));
        } catch (PinnedTrust.MismatchException e) {
            throw trouble.changed(e);
        } catch (IOException e) {
            Optional<PinnedTrust.MismatchException> mismatch = find(e, PinnedTrust.MismatchException.class);
            if (mismatch.isPresent()) {
                throw trouble.changed(mismatch.get());
            }
            throw trouble.unsecured(below.opening(), isLoss(e), e);
        }
    }

    /** Whether the connection broke, rather than that something came over it that can't be TLS of ours. */
    private static boolean isLoss(IOException failure) {
        return find(failure, SocketException.class).isPresent()
                || find(failure, EOFException.class).isPresent();
    }

    private static <T extends Exception> Optional<T> find(Exception failure, Class<T> kind) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    /**
     * Reads, since bytes that came need not be the peer's words: TLS sends tickets for later connections whenever it
     * likes. A part of a record stays with TLS until its rest comes.
     */
    @Override
    public boolean isQuiet() {
        below.waiting(false);
        try {
            int read = socket.getInputStream().read();
            LOG.debug("A connection that was kept {}", read < 0 ? "has ended" : "was spoken on");
            return false;
        } catch (SocketTimeoutException _) {
            return true; // what came, if anything, was TLS's own
        } catch (IOException e) {
            LOG.debug("A connection that was kept has ended", e);
            return false;
        } finally {
            below.waiting(true);
        }
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void abort() {
        plain.abort();
    }
}
