package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the handshake agrees on, as a client that is not ours sees it. */
class TlsTermsTest {
    @TempDir
    Path data;

    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(data, Fast.patient(), Speech.TLS);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private SSLSocket connect(SSLContext client, SSLParameters parameters) throws IOException {
        InetSocketAddress address = server.server().address();
        SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(address.getAddress(), address.getPort());
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static SSLParameters protocols(String... names) {
        SSLParameters parameters = new SSLParameters();
        parameters.setApplicationProtocols(names);
        return parameters;
    }

    private static void assertAnswers(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("bye,N/A,N/A\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("ok,N/A,N/A\n");
    }

    @Nested
    class Versions {
        @Test
        void is13() throws IOException {
            try (SSLSocket socket = connect(Speech.client(), new SSLParameters())) {
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
                assertAnswers(socket);
            }
        }

        @Test
        void refusesOlderOnes() throws IOException {
            SSLParameters old = new SSLParameters(null, new String[] {"TLSv1.2"});
            try (SSLSocket socket = connect(Speech.client(), old)) {
                assertThatThrownBy(socket::startHandshake)
                        .isInstanceOf(SSLException.class)
                        .hasMessageContaining("protocol_version");
            }
        }
    }

    @Nested
    class Protocols {
        @Test
        void namesItsOwn() throws IOException {
            try (SSLSocket socket = connect(Speech.client(), protocols("h2", "wirephoto/1"))) {
                socket.startHandshake();
                assertThat(socket.getApplicationProtocol()).isEqualTo("wirephoto/1");
                assertAnswers(socket);
            }
        }

        @Test
        void takesAClientThatNamesNone() throws IOException {
            try (SSLSocket socket = connect(Speech.client(), protocols())) {
                socket.startHandshake();
                assertThat(socket.getApplicationProtocol()).isEmpty();
                assertAnswers(socket);
            }
        }

        @Test
        void refusesAClientThatNamesOnlyOthers() throws IOException {
            try (SSLSocket socket = connect(Speech.client(), protocols("h2", "http/1.1"))) {
                assertThatThrownBy(socket::startHandshake)
                        .isInstanceOf(SSLException.class)
                        .hasMessageContaining("no_application_protocol");
            }
        }
    }

    @Nested
    class Resumption {
        private final AtomicInteger shown = new AtomicInteger();

        /** A certificate is shown in full handshakes only. */
        private SSLContext counting() throws GeneralSecurityException {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Counting(shown)}, null);
            return context;
        }

        @Test
        void costsASecondConnectionNoFullHandshake() throws Exception {
            SSLContext client = counting();
            for (int i = 0; i < 5; i++) {
                try (SSLSocket socket = connect(client, protocols("wirephoto/1"))) {
                    assertAnswers(socket);
                    assertThat(shown).hasValue(1);
                }
            }
        }

        @Test
        void isNotForAnotherClient() throws Exception {
            for (int i = 1; i < 3; i++) {
                try (SSLSocket socket = connect(counting(), protocols("wirephoto/1"))) {
                    assertAnswers(socket);
                    assertThat(shown).hasValue(i);
                }
            }
        }
    }

    /** An operator's key may be of each kind that TLS 1.3 has a use for. */
    @Nested
    class Kinds {
        @ParameterizedTest
        @CsvSource({
            "EC, 256, SHA256withECDSA",
            "EC, 384, SHA384withECDSA",
            "EC, 521, SHA512withECDSA",
            "RSA, 2048, SHA256withRSA",
            "Ed25519, 255, Ed25519"
        })
        void shakeHands(String kind, int size, String signature) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(size);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = CertificateMaker.certificate(pair, Instant.now(), signature);
            TlsTerms terms = new TlsTerms(new ServerIdentity(pair.getPrivate(), List.of(certificate)));
            try (Watchdog watchdog = new Watchdog(Fast.SHORT);
                    WirePair ends = WirePair.connect(WireFactory.tls(terms), Speech.TLS, watchdog, Fast.patient(), 0)) {
                Speech.TLS.begin(ends.wire(), ends.peer().socket());
                SSLSocket socket = (SSLSocket) ends.peer().socket();
                assertThat(socket.getSession().getPeerCertificates()[0].getPublicKey())
                        .isEqualTo(pair.getPublic());
            }
        }
    }

    private record Counting(AtomicInteger shown) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown.incrementAndGet();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void showsItsCertificate() throws SSLPeerUnverifiedException, IOException {
        try (SSLSocket socket = connect(Speech.client(), new SSLParameters())) {
            socket.startHandshake();
            assertThat(socket.getSession().getPeerCertificates()).containsExactly(Speech.IDENTITY.certificate());
        }
    }
}
