package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** The linked server as it is without --plain, met by clients that are not ours. */
class TlsIT {
    @TempDir
    Path scratch;

    @TempDir
    Path data;

    /** Names no protocol, as clients that are not ours may do. */
    private static SSLSocket connect(ServerProcess server) throws Exception {
        SSLContext context = Tls.context(server.invite().fingerprint());
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(40_000);
        return socket;
    }

    private static X509Certificate shownBy(ServerProcess server) throws Exception {
        try (SSLSocket socket = connect(server)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static Fingerprint fingerprint(ServerProcess server) throws Exception {
        return Fingerprint.of(shownBy(server).getPublicKey());
    }

    @Test
    void imagesGoBothWays() throws Exception {
        byte[] image = TestImages.photo(ImageType.BMP, 1200, 900, 1);
        try (ServerProcess server = ServerProcess.startEncrypted(data);
                RawConnection peer = RawConnection.over(connect(server))) {
            assertThat(peer.ask("hello,N/A,N/A,version=1").command()).isEqualTo("ok");
            assertThat(peer.save("beach.bmp", image).command()).isEqualTo("ok");
            assertThat(peer.fetch("beach.bmp")).isEqualTo(image);
            assertThat(peer.ask("bye,N/A,N/A").command()).isEqualTo("ok");
            assertThat(peer.isClosedByServer()).isTrue();
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void theKeyPairStaysAndIsForItsOwnerAlone() throws Exception {
        Fingerprint first;
        try (ServerProcess server = ServerProcess.startEncrypted(data)) {
            X509Certificate certificate = shownBy(server);
            first = Fingerprint.of(certificate.getPublicKey());
            assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=wirephoto");
            assertThat(certificate.getSubjectAlternativeNames()).isNull();
            assertThat(certificate.getPublicKey().toString()).contains("secp256r1");
        }
        assertThat(rights("tls")).isEqualTo("rwx------");
        assertThat(rights("tls/key.pem")).isEqualTo("rw-------");
        Files.delete(data.resolve("tls/certificate.pem"));
        try (ServerProcess server = ServerProcess.startEncrypted(data)) {
            assertThat(fingerprint(server)).isEqualTo(first);
        }
    }

    private String rights(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    @Test
    void aDamagedKeyStopsTheStartWithASentence() throws Exception {
        try (ServerProcess server = ServerProcess.startEncrypted(data)) {
            assertThat(server.process().isAlive()).isTrue();
        }
        Files.writeString(data.resolve("tls/key.pem"), "garbage");
        Image.Outcome outcome = serve();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.errors()).contains("key.pem is damaged", "copy").doesNotContain("\tat ");
    }

    private Image.Outcome serve(String... options) {
        String[] all = java.util.Arrays.copyOf(
                new String[] {"serve", "--data", data.toString(), "--port", "0", "--open"}, 6 + options.length);
        System.arraycopy(options, 0, all, 6, options.length);
        return Image.run(scratch, "wirephoto-server", Map.of(), all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello,N/A,N/A,version=1\n", "GET / HTTP/1.1\r\n\r\n", "nonsense\n"})
    void whoeverComesWithoutTlsIsToldSo(String said) throws Exception {
        try (ServerProcess server = ServerProcess.startEncrypted(data);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(said.startsWith("GET") ? "HTTP/1.1 400 Bad Request\r\n" : "error,N/A,N/A,code=")
                    .endsWith("\n");
        }
    }

    @Nested
    class OpenSsl {
        private final ForeignTool openssl = ForeignTool.named("openssl");

        private Process client(ServerProcess server, Path out, String... more) throws IOException {
            String[] all = java.util.Arrays.copyOf(
                    new String[] {"s_client", "-connect", server.address(), "-alpn", "wirephoto/1"}, 5 + more.length);
            System.arraycopy(more, 0, all, 5, more.length);
            return openssl.start(out, all);
        }

        @Test
        void canBeUsedToTypeTheProtocol() throws Exception {
            Path out = scratch.resolve("out");
            try (ServerProcess server = ServerProcess.startEncrypted(data)) {
                Process client = client(server, out, "-quiet");
                ForeignTool.type(client, "hello,N/A,N/A,version=1\n");
                ForeignTool.awaitOutput(client, out, "role=curator");
                ForeignTool.type(client, "bye,N/A,N/A\n");
                assertThat(ForeignTool.end(client, out).exitCode()).isZero();
            }
        }

        @Test
        void maySayItHasNewKeys() throws Exception {
            Path out = scratch.resolve("out");
            try (ServerProcess server = ServerProcess.startEncrypted(data)) {
                Process client = client(server, out);
                ForeignTool.awaitOutput(client, out, "Verify return code");
                ForeignTool.type(client, "K\n");
                ForeignTool.awaitOutput(client, out, "KEYUPDATE");
                ForeignTool.type(client, "hello,N/A,N/A,version=1\n");
                ForeignTool.awaitOutput(client, out, "role=curator");
                ForeignTool.type(client, "bye,N/A,N/A\n");
                assertThat(ForeignTool.end(client, out).exitCode()).isZero();
            }
        }

        @Test
        void resumesItsSession() throws Exception {
            Path session = scratch.resolve("session");
            Path out = scratch.resolve("out");
            try (ServerProcess server = ServerProcess.startEncrypted(data)) {
                Process first = client(server, out, "-sess_out", session.toString());
                ForeignTool.awaitOutput(first, out, "Verify return code");
                ForeignTool.type(first, "bye,N/A,N/A\n");
                assertThat(ForeignTool.end(first, out).output()).contains("New, TLSv1.3");
                Process second = client(server, out, "-sess_in", session.toString());
                ForeignTool.awaitOutput(second, out, "Reused, TLSv1.3");
                ForeignTool.type(second, "bye,N/A,N/A\n");
                assertThat(ForeignTool.end(second, out).exitCode()).isZero();
            }
        }

        @Test
        void isRefusedWithAnotherProtocol() throws Exception {
            try (ServerProcess server = ServerProcess.startEncrypted(data)) {
                assertThat(openssl.run(scratch, "s_client", "-connect", server.address(), "-alpn", "h2")
                                .output())
                        .contains("no application protocol");
                assertThat(openssl.run(scratch, "s_client", "-connect", server.address(), "-tls1_2")
                                .output())
                        .contains("protocol version");
            }
        }

        @Test
        void makesACertificateThatRanOutWhichIsRenewedSoThatPinsHold() throws Exception {
            Path pin = scratch.resolve("invite");
            try (ServerProcess first = ServerProcess.start(data)) {
                Files.copy(first.inviteFile(), pin);
            }
            Path certificate = data.resolve("tls/certificate.pem");
            Path ended = scratch.resolve("ended"); // a day ago
            String words = "x509 -days -1 -in %s -signkey %s -out %s"
                    .formatted(certificate, data.resolve("tls/key.pem"), ended);
            ForeignTool.Outcome made = openssl.run(scratch, words.split(" "));
            assertThat(made.exitCode()).as(made.output()).isZero();
            Files.copy(ended, certificate, StandardCopyOption.REPLACE_EXISTING);
            try (ServerProcess second = ServerProcess.start(data)) {
                assertThat(shownBy(second).getNotAfter()).isAfter(Instant.now().plus(Duration.ofDays(365)));
                String[] list = {"--key-file", pin.toString(), "--server", second.address(), "list"};
                Image.Outcome outcome = Image.run(scratch, "wirephoto", Map.of(), list);
                assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            }
        }

        private Path make(String name, String... key) throws Exception {
            Path file = scratch.resolve(name + ".key");
            String[] all = java.util.Arrays.copyOf(new String[] {"genpkey", "-out", file.toString()}, 3 + key.length);
            System.arraycopy(key, 0, all, 3, key.length);
            assertThat(openssl.run(scratch, all).exitCode()).isZero();
            return file;
        }

        private Path certificate(Path key) throws Exception {
            Path file = Path.of(key + ".crt");
            ForeignTool.Outcome made = openssl.run(
                    scratch,
                    "req",
                    "-new",
                    "-x509",
                    "-key",
                    key.toString(),
                    "-subj",
                    "/CN=photos.example",
                    "-days",
                    "30",
                    "-out",
                    file.toString());
            assertThat(made.exitCode()).as(made.output()).isZero();
            return file;
        }

        @ParameterizedTest
        @ValueSource(strings = {"EC -pkeyopt ec_paramgen_curve:P-256", "RSA -pkeyopt rsa_keygen_bits:2048", "ED25519"})
        void makesAnOperatorsCertificate(String kind) throws Exception {
            String[] words = ("-algorithm " + kind).split(" ");
            Path key = make("own", words);
            Path certificate = certificate(key);
            try (ServerProcess server = ServerProcess.startEncrypted(
                            data, "--certificate", certificate.toString(), "--certificate-key", key.toString());
                    SSLSocket socket = connect(server)) {
                X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=photos.example");
                assertThat(data.resolve("tls")).doesNotExist();
            }
        }

        @Test
        void makesAKeyThatDoesNotFit() throws Exception {
            Path key = make("own", "-algorithm", "ED25519");
            Path other = make("other", "-algorithm", "ED25519");
            Image.Outcome outcome =
                    serve("--certificate", certificate(key).toString(), "--certificate-key", other.toString());
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.errors())
                    .contains(other.toString(), "is not the key")
                    .doesNotContain("\tat ");
        }

        /** What reads such a key is left out of the image: that has to be a sentence too. */
        @Test
        void makesAKeyOfAKindThatNobodyUses() throws Exception {
            Path key = make(
                    "odd",
                    "-algorithm",
                    "EC",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-pkeyopt",
                    "ec_param_enc:explicit");
            Path certificate = certificate(make("own", "-algorithm", "ED25519"));
            Image.Outcome outcome = serve("--certificate", certificate.toString(), "--certificate-key", key.toString());
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.errors()).contains(key.toString()).doesNotContain("\tat ", "fault of the program");
        }
    }

    /** Nothing below TLS 1.3 and nothing weak, in the eyes of a scanner; what it says goes to the log. */
    @Test
    void aScannerFindsNothingWeak() throws Exception {
        ForeignTool sslscan = ForeignTool.named("sslscan");
        try (ServerProcess server = ServerProcess.startEncrypted(data)) {
            String found = sslscan.run(scratch, "--no-colour", server.address()).output();
            System.out.println(found);
            assertThat(found)
                    .containsPattern("TLSv1\\.3 +enabled")
                    .contains("TLSv1.3  256 bits  TLS_AES_256_GCM_SHA384")
                    .containsPattern("Subject: +wirephoto")
                    .doesNotContainPattern("(SSLv2|SSLv3|TLSv1\\.0|TLSv1\\.1|TLSv1\\.2) +enabled")
                    .doesNotContain("(weak)", " 56 bits", "vulnerable to heartbleed\n(not ", "RC4", "3DES", "NULL");
            assertThat(found.lines().filter(line -> line.matches("(Preferred|Accepted).*")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("TLSv1.3"));
        }
    }
}
