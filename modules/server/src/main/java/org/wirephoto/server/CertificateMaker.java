package org.wirephoto.server;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the key pair and the certificate of a server that was given none. The certificate names no address, because a
 * server may be reached by any; clients trust the key, and take the certificate for no more than its envelope.
 */
final class CertificateMaker {
    static final Duration LIFETIME = Duration.ofDays(3650);

    private static final X500Name NAME = new X500Name("CN=wirephoto");
    private static final String CURVE = "secp256r1";
    private static final int SERIAL_BITS = 127;
    /** Clocks differ. */
    private static final Duration SLACK = Duration.ofDays(1);

    private CertificateMaker() {}

    /** A new key pair, of ECDSA with P-256. */
    static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** A certificate over a key pair of {@link #keyPair}, signed by itself, good from now on. */
    static X509Certificate certificate(KeyPair pair, Instant now) {
        return certificate(pair, now, "SHA256withECDSA");
    }

    /** A certificate over a key pair of any kind, signed by itself with that algorithm, good from now on. */
    static X509Certificate certificate(KeyPair pair, Instant now, String algorithm) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                Date.from(now.minus(SLACK)),
                Date.from(now.plus(LIFETIME)),
                NAME,
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate over a key pair of this platform", e);
        }
    }
}
