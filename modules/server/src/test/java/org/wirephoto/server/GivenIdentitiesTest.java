package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that an operator names. */
class GivenIdentitiesTest {
    /** The markers in two parts, so that nothing that looks for keys in sources stops here. */
    private static final String BEGIN = "-----BEGIN ";

    private static final String CIPHER = "PBEWithSHA1AndDESede";

    @TempDir
    Path folder;

    private final KeyPair pair = CertificateMaker.keyPair();
    private final X509Certificate certificate = CertificateMaker.certificate(pair, Instant.now());
    private Path certificateFile;
    private Path keyFile;

    @BeforeEach
    void write() throws IOException {
        certificateFile = Files.writeString(folder.resolve("server.crt"), PemFile.text(certificate));
        keyFile = Files.writeString(
                folder.resolve("server.key"),
                block("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static String block(String type, byte[] content) {
        return BEGIN + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private ServerIdentity read() throws FailureException {
        return GivenIdentities.read(new Protection.GivenIdentity(certificateFile, keyFile), Clock.systemUTC());
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .message()
                .startsWith("--certificate")
                .contains(file.toString())
                .contains(words)
                .doesNotContain("Exception")
                .endsWith(".");
    }

    @Nested
    class Good {
        @Test
        void keyAndCertificateMakeAnIdentity() throws Exception {
            assertThat(read().certificate()).isEqualTo(certificate);
            assertThat(read().key()).isEqualTo(pair.getPrivate());
        }

        @Test
        void chainIsTakenWhole() throws Exception {
            X509Certificate above = CertificateMaker.certificate(CertificateMaker.keyPair(), Instant.now());
            Files.writeString(certificateFile, PemFile.text(certificate) + "\nan issuer:\n" + PemFile.text(above));
            assertThat(read().chain()).containsExactly(certificate, above);
        }

        @Test
        void oneFileMayHoldBoth() throws Exception {
            Files.writeString(certificateFile, Files.readString(keyFile) + PemFile.text(certificate));
            keyFile = certificateFile;
            assertThat(read().certificate()).isEqualTo(certificate);
        }

        /** As openssl ecparam -genkey writes it: the curve's name in a block of its own comes first. */
        @Test
        void sec1KeyIsTaken() throws Exception {
            byte[] sec1 = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
            org.bouncycastle.asn1.sec.ECPrivateKey bare = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(sec1);
            byte[] whole = new org.bouncycastle.asn1.sec.ECPrivateKey(
                            256, bare.getKey(), X9ObjectIdentifiers.prime256v1)
                    .getEncoded();
            byte[] curve = X9ObjectIdentifiers.prime256v1.getEncoded();
            Files.writeString(keyFile, block("EC PARAMETERS", curve) + block("EC PRIVATE KEY", whole));
            assertThat(((ECPrivateKey) read().key()).getS()).isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());
        }

        @ParameterizedTest
        @CsvSource({"RSA, 2048, SHA256withRSA", "Ed25519, 255, Ed25519", "EC, 384, SHA384withECDSA"})
        void otherKindsAreTaken(String kind, int size, String algorithm) throws Exception {
            write(kind, size, algorithm);
            assertThat(read().key().getAlgorithm()).isEqualTo(kind.equals("Ed25519") ? "EdDSA" : kind);
        }

        @Test
        void anEndedCertificateIsTheOperatorsBusiness() throws Exception {
            X509Certificate old =
                    CertificateMaker.certificate(pair, Instant.now().minus(CertificateMaker.LIFETIME.multipliedBy(2)));
            Files.writeString(certificateFile, PemFile.text(old));
            assertThat(read().certificate()).isEqualTo(old);
        }
    }

    private void write(String kind, int size, String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        KeyPair other = generator.generateKeyPair();
        Files.writeString(certificateFile, PemFile.text(CertificateMaker.certificate(other, Instant.now(), algorithm)));
        Files.writeString(keyFile, block("PRIVATE KEY", other.getPrivate().getEncoded()));
    }

    @Nested
    class Bad {
        @Test
        void aFileThatIsNotThereIsNamed() throws IOException {
            Files.delete(keyFile);
            assertRefused(keyFile, "--certificate-key", "can't be read");
            Files.delete(certificateFile);
            assertRefused(certificateFile, "can't be read");
        }

        @Test
        void aFolderIsNamed() throws IOException {
            Files.delete(keyFile);
            Files.createDirectory(keyFile);
            assertRefused(keyFile, "can't be read");
        }

        @Test
        void aKeyOfAnotherCertificateIsRefused() throws IOException {
            Files.writeString(
                    keyFile,
                    block("PRIVATE KEY", CertificateMaker.keyPair().getPrivate().getEncoded()));
            assertRefused(keyFile, "is not the key of the first certificate in " + certificateFile);
        }

        @Test
        void aKeyOfAnotherKindIsRefused() throws Exception {
            write("RSA", 2048, "SHA256withRSA");
            Files.writeString(certificateFile, PemFile.text(certificate));
            assertRefused(keyFile, "is not the key");
        }

        @Test
        void aWeakKeyIsRefused() throws Exception {
            write("RSA", 1024, "SHA256withRSA");
            assertRefused(certificateFile, "1024 bits", "2048");
        }

        @Test
        void anUnknownKindIsRefused() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
            generator.initialize(2048);
            Files.writeString(
                    keyFile,
                    block(
                            "PRIVATE KEY",
                            generator.generateKeyPair().getPrivate().getEncoded()));
            assertRefused(keyFile, "neither ECDSA, Ed25519 nor RSA");
        }

        @Test
        void anEncryptedKeyIsRefusedWithTheWayOut() throws Exception {
            SecretKey passphrase =
                    SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec("secret".toCharArray()));
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, passphrase);
            byte[] locked = cipher.doFinal(pair.getPrivate().getEncoded());
            byte[] encoded = new EncryptedPrivateKeyInfo(cipher.getParameters(), locked).getEncoded();
            Files.writeString(keyFile, block("ENCRYPTED PRIVATE KEY", encoded));
            assertRefused(keyFile, "passphrase", "openssl pkey");
        }

        @Test
        void anEncryptedKeyOfTheOldKindIsRefusedWithTheWayOut() throws IOException {
            Files.writeString(
                    keyFile,
                    BEGIN + "EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,"
                            + "0123456789ABCDEF0123456789ABCDEF\n\nAAAA\n-----END EC PRIVATE KEY-----\n");
            assertRefused(keyFile, "passphrase", "openssl pkey");
        }

        @Test
        void filesInTheWrongPlacesAreNamed() {
            Path swap = certificateFile;
            certificateFile = keyFile;
            keyFile = swap;
            assertRefused(certificateFile, "has no certificate");
        }

        @Test
        void aCertificateWithoutItsKeyIsNamed() {
            keyFile = certificateFile;
            assertRefused(keyFile, "has no key");
        }

        @Test
        void garbageIsNamed() throws IOException {
            Files.writeString(certificateFile, BEGIN + "CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n");
            assertRefused(certificateFile, "is damaged");
            Files.write(certificateFile, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
            assertRefused(certificateFile, "has no certificate");
            Files.write(certificateFile, new byte[2 << 20]);
            assertRefused(certificateFile, "too large");
        }
    }
}
