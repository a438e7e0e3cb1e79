package org.wirephoto.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/**
 * What the TLS connections of one client have in common: whom they trust, and the sessions that let the second one to a
 * server begin without a full handshake.
 */
final class TlsContext {
    private static final String VERSION = "TLSv1.3";
    private static final String PROTOCOL = "wirephoto/1";

    private final PinnedTrust trust;
    private final SSLContext context;

    /** Trusts {@code pin} alone, or everyone where it is empty. */
    TlsContext(Optional<Fingerprint> pin) {
        trust = new PinnedTrust(pin);
        try {
            context = SSLContext.getInstance(VERSION);
            context.init(null, new TrustManager[] {trust}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS 1.3", e);
        }
    }

    /** Connects, and says nothing yet: {@link TlsWire#secure} does. */
    TlsWire connect(ServerAddress address, Duration limit) throws IOException {
        return over(PlainWire.connect(address, limit), address);
    }

    /** TLS over a connection that was made to that address; ends the connection where it can't be laid over it. */
    TlsWire over(PlainWire plain, ServerAddress address) throws IOException {
        boolean layered = false;
        try {
            LayeredSocket below = new LayeredSocket(plain.channel());
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(below, address.host(), address.port(), true);
            socket.setSSLParameters(parameters());
            layered = true;
            return new TlsWire(this, plain, below, socket);
        } finally {
            if (!layered) {
                plain.abort();
            }
        }
    }

    private static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {VERSION});
        parameters.setApplicationProtocols(new String[] {PROTOCOL});
        // The certificate names no host, so whoever listens on the way need not learn which one is meant.
        parameters.setServerNames(List.of());
        return parameters;
    }

    /** Looks at what a handshake came to; a session that is taken up again had its certificate checked before. */
    Fingerprint check(SSLSocket socket) throws IOException, PinnedTrust.MismatchException {
        Fingerprint fingerprint =
                trust.check((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        if (!PROTOCOL.equals(socket.getApplicationProtocol())) {
            throw new IOException("no " + PROTOCOL + " at the other end");
        }
        return fingerprint;
    }
}
