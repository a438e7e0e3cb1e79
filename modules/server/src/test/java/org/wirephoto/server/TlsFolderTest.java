package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFolderTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path data;

    private ServerIdentity open(Instant now) throws FailureException {
        return new TlsFolder(data, Clock.fixed(now, ZoneOffset.UTC)).open();
    }

    private Path file(String name) {
        return data.resolve(TlsFolder.NAME).resolve(name);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class FirstStart {
        @Test
        void makesACertificateThatNamesNoAddress() throws Exception {
            X509Certificate certificate = open(START).certificate();
            assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=wirephoto");
            assertThat(certificate.getSubjectAlternativeNames()).isNull();
            assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().toString())
                    .contains("secp256r1");
            assertThat(certificate.getNotAfter().toInstant()).isAfter(START.plus(Duration.ofDays(3000)));
            certificate.checkValidity(java.util.Date.from(START));
            certificate.verify(certificate.getPublicKey());
        }

        @Test
        void keepsAllOfItForTheOwnerAlone() throws Exception {
            open(START);
            assertThat(rights(data.resolve(TlsFolder.NAME))).isEqualTo("rwx------");
            assertThat(rights(file(TlsFolder.KEY))).isEqualTo("rw-------");
            assertThat(rights(file(TlsFolder.CERTIFICATE))).isEqualTo("rw-------");
            try (Stream<Path> files = Files.list(data.resolve(TlsFolder.NAME))) {
                assertThat(files).hasSize(2);
            }
        }

        @Test
        void makesAnotherKeyPairInEachFolder(@TempDir Path other) throws Exception {
            ServerIdentity there = new TlsFolder(other, Clock.systemUTC()).open();
            assertThat(open(START).fingerprint()).isNotEqualTo(there.fingerprint());
        }

        @Test
        void thatAPowerCutEndedIsGoneOnWith() throws Exception {
            ServerIdentity before = open(START);
            Files.delete(file(TlsFolder.CERTIFICATE));
            ServerIdentity after = open(START);
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
            after.certificate().verify(before.certificate().getPublicKey());
        }
    }

    @Nested
    class LaterStarts {
        @Test
        void changeNothing() throws Exception {
            ServerIdentity before = open(START);
            ServerIdentity after = open(START.plus(Duration.ofDays(3000)));
            assertThat(after.certificate()).isEqualTo(before.certificate());
            assertThat(after.key()).isEqualTo(before.key());
        }

        @ParameterizedTest
        @ValueSource(ints = {3650 - 364, 3649, 5000, -400})
        void renewTheCertificateNearItsEndsAndKeepTheKeyPair(int days) throws Exception {
            ServerIdentity before = open(START);
            Instant now = START.plus(Duration.ofDays(days));
            ServerIdentity after = open(now);
            assertThat(after.certificate()).isNotEqualTo(before.certificate());
            after.certificate().checkValidity(java.util.Date.from(now));
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
            assertThat(after.key()).isEqualTo(before.key());
            assertThat(open(now).certificate()).isEqualTo(after.certificate());
            assertThat(rights(file(TlsFolder.CERTIFICATE))).isEqualTo("rw-------");
        }

        @Test
        void narrowRightsThatSomebodyWidened() throws Exception {
            open(START);
            Files.setPosixFilePermissions(data.resolve(TlsFolder.NAME), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(file(TlsFolder.KEY), PosixFilePermissions.fromString("rw-r--r--"));
            open(START);
            assertThat(rights(data.resolve(TlsFolder.NAME))).isEqualTo("rwx------");
            assertThat(rights(file(TlsFolder.KEY))).isEqualTo("rw-------");
        }
    }

    /** What is damaged is told, and never replaced: a new key pair is another server to every client. */
    @Nested
    class Damage {
        private void assertRefused(String file, String... words) throws IOException {
            byte[] before = Files.exists(file(file)) ? Files.readAllBytes(file(file)) : new byte[0];
            assertThatThrownBy(() -> open(START))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_FOLDER))
                    .message()
                    .startsWith(file(file).toString())
                    .contains(words)
                    .doesNotContain("Exception")
                    .endsWith(".");
            assertThat(Files.exists(file(file)) ? Files.readAllBytes(file(file)) : new byte[0])
                    .isEqualTo(before);
        }

        @Test
        void ofTheKeyByItsLossStopsTheStart() throws Exception {
            open(START);
            Files.delete(file(TlsFolder.KEY));
            assertRefused(TlsFolder.KEY, "is gone", "copy", "invited again");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "garbage", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
        void ofTheKeyStopsTheStart(String text) throws Exception {
            open(START);
            Files.writeString(file(TlsFolder.KEY), text);
            assertRefused(TlsFolder.KEY, "is damaged", "copy");
        }

        @Test
        void ofHalfAKeyStopsTheStart() throws Exception {
            open(START);
            String text = Files.readString(file(TlsFolder.KEY));
            for (int length : new int[] {text.length() / 4, text.length() / 2, text.length() - 40}) {
                Files.writeString(file(TlsFolder.KEY), text.substring(0, length));
                assertRefused(TlsFolder.KEY, "is damaged");
            }
        }

        @Test
        void ofTwoKeysThatAreNoPairStopsTheStart(@TempDir Path other) throws Exception {
            ServerIdentity here = open(START);
            ServerIdentity there = new TlsFolder(other, Clock.systemUTC()).open();
            Files.writeString(
                    file(TlsFolder.KEY),
                    PemFile.text(here.key(), there.certificate().getPublicKey()));
            assertRefused(TlsFolder.KEY, "no pair");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "garbage", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
        void ofTheCertificateStopsTheStart(String text) throws Exception {
            open(START);
            Files.writeString(file(TlsFolder.CERTIFICATE), text);
            assertRefused(TlsFolder.CERTIFICATE, "Move it away", "same key");
        }

        @Test
        void byAnotherCertificateStopsTheStart(@TempDir Path other) throws Exception {
            open(START);
            ServerIdentity there = new TlsFolder(other, Clock.systemUTC()).open();
            Files.writeString(file(TlsFolder.CERTIFICATE), PemFile.text(there.certificate()));
            assertRefused(TlsFolder.CERTIFICATE, "not the certificate of the key");
        }
    }
}
