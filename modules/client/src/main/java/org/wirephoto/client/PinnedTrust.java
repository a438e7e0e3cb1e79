package org.wirephoto.client;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wirephoto.protocol.Fingerprint;

/**
 * Trusts one public key and looks at nothing else of a certificate: not at its names, which say nothing about a server
 * that moves, nor at its dates, since whoever holds the key could make a new one at any time. That the server does hold
 * it, the handshake proves.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Optional<Fingerprint> pin;

    /** Trusts {@code pin} alone, or everyone where it is empty. */
    PinnedTrust(Optional<Fingerprint> pin) {
        this.pin = pin;
    }

    /** The certificate has another key than the one that is trusted. */
    static final class MismatchException extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final transient Fingerprint expected;
        private final transient Fingerprint actual;

        private MismatchException(Fingerprint expected, Fingerprint actual) {
            super("the fingerprint is " + actual + " and not " + expected);
            this.expected = expected;
            this.actual = actual;
        }

        Fingerprint expected() {
            return expected;
        }

        Fingerprint actual() {
            return actual;
        }
    }

    /** The fingerprint of a server, if it is trusted. */
    Fingerprint check(X509Certificate server) throws MismatchException {
        Fingerprint actual = Fingerprint.of(server.getPublicKey());
        if (pin.isPresent() && !pin.get().equals(actual)) {
            throw new MismatchException(pin.get(), actual);
        }
        return actual;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        var _ = check(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
