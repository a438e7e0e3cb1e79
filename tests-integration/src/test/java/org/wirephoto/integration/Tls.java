package org.wirephoto.integration;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.wirephoto.protocol.Fingerprint;

/** A client's side of TLS by the JDK's own sockets, so that the server is not tested with our own client alone. */
final class Tls {
    private Tls() {}

    /** Speaks TLS over a connection to the server of that fingerprint, and to no other. */
    static SSLSocket over(Socket wire, Fingerprint fingerprint) throws IOException {
        SSLSocket socket = (SSLSocket) context(fingerprint).getSocketFactory().createSocket(wire, null, true);
        socket.setUseClientMode(true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setApplicationProtocols(new String[] {"wirephoto/1"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Trusts the server of that fingerprint, and no other. */
    static SSLContext context(Fingerprint fingerprint) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Pin(fingerprint)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Trusts the holder of one key. */
    private static final class Pin implements X509TrustManager {
        private final Fingerprint fingerprint;

        private Pin(Fingerprint fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (!Fingerprint.of(chain[0].getPublicKey()).equals(fingerprint)) {
                throw new CertificateException("another server");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
