package org.wirephoto.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** How the two ends of a test talk. */
enum Speech {
    PLAIN,
    TLS;

    static final ServerIdentity IDENTITY = identity();

    /** The client's side: one for all, as a pool has it. */
    static final SSLContext CLIENT = client();

    private static ServerIdentity identity() {
        KeyPair pair = CertificateMaker.keyPair();
        return new ServerIdentity(pair.getPrivate(), List.of(CertificateMaker.certificate(pair, Instant.now())));
    }

    /** A client that has nothing of other connections. */
    static SSLContext client() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's side. */
    WireFactory wires() {
        return this == PLAIN ? WireFactory.plain() : WireFactory.tls(new TlsTerms(IDENTITY));
    }

    /** A client's end over a socket that is connected; a handshake is made with the first byte. */
    Socket over(Socket socket, InetSocketAddress server) throws IOException {
        if (this == PLAIN) {
            return socket;
        }
        return CLIENT.getSocketFactory().createSocket(socket, server.getHostString(), server.getPort(), true);
    }

    /** Makes both ends ready for bytes. */
    void begin(Wire wire, Socket client) throws Exception {
        Thread server = Thread.ofVirtual().start(() -> {
            try {
                wire.open(Fast.LONG);
            } catch (WireException e) {
                wire.abort(); // the client's end tells
            }
        });
        if (client instanceof SSLSocket tls) {
            tls.startHandshake();
        }
        server.join(Fast.LONG);
    }

    /** Trusts whoever is there: whom to trust is not what these tests are about. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
