package org.wirephoto.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.Encodable;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * What a file of PEM blocks holds, as far as a server needs it.
 *
 * @param certificates in the file's order
 * @param privateKeys from PKCS#8 ({@code PRIVATE KEY}), SEC 1 ({@code EC PRIVATE KEY}) or PKCS#1 blocks
 * @param publicKeys those that stand alone
 */
record PemFile(List<X509Certificate> certificates, List<PrivateKey> privateKeys, List<PublicKey> publicKeys) {
    private static final long MOST_BYTES = 1 << 20;

    /**
     * Reads a file.
     *
     * @throws PemException if it has blocks that make no sense; the message is the end of a sentence about the file
     * @throws IOException if it can't be read
     */
    static PemFile read(Path file) throws PemException, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new PemException("is too large for what it has to be");
        }
        PemFile found = new PemFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Optional<Object> block = next(parser); block.isPresent(); block = next(parser)) {
                found.add(block.get());
            }
        } catch (GeneralSecurityException e) {
            throw new PemException("is damaged or of a kind that this server does not know", e);
        }
        return found;
    }

    private static Optional<Object> next(PEMParser parser) throws PemException {
        try {
            return Optional.ofNullable(parser.readObject());
        } catch (IOException | RuntimeException e) {
            throw new PemException("is damaged", e); // the library throws many kinds at what it can't read
        } catch (NoClassDefFoundError e) {
            // What reads rare kinds of keys is left out of the image.
            throw new PemException("has a block that this server does not know", e);
        }
    }

    private void add(Object block) throws PemException, GeneralSecurityException {
        switch (block) {
            case X509CertificateHolder holder -> certificates.add(certificate(holder));
            case PrivateKeyInfo info -> privateKeys.add(privateKey(info));
            case PEMKeyPair pair -> privateKeys.add(privateKey(pair.getPrivateKeyInfo()));
            case SubjectPublicKeyInfo info -> publicKeys.add(publicKey(info));
            case PKCS8EncryptedPrivateKeyInfo _ -> throw encrypted();
            case PEMEncryptedKeyPair _ -> throw encrypted();
            default -> {} // such as the parameters of a curve, which the key has too
        }
    }

    private static PemException encrypted() {
        return new PemException("has a key with a passphrase, and when a server starts there is nobody to ask for it:"
                + " write the key to a file of its own without one (openssl pkey -in FILE -out NEW), for its owner"
                + " alone to read");
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static PrivateKey privateKey(PrivateKeyInfo info) throws PemException, GeneralSecurityException {
        KeyFactory factory = factory(info.getPrivateKeyAlgorithm().getAlgorithm());
        return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded(info)));
    }

    private static PublicKey publicKey(SubjectPublicKeyInfo info) throws PemException, GeneralSecurityException {
        return factory(info.getAlgorithm().getAlgorithm()).generatePublic(new X509EncodedKeySpec(encoded(info)));
    }

    private static byte[] encoded(Encodable block) throws PemException {
        try {
            return block.getEncoded();
        } catch (IOException e) {
            throw new PemException("is damaged", e);
        }
    }

    private static KeyFactory factory(ASN1ObjectIdentifier kind) throws PemException, GeneralSecurityException {
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return KeyFactory.getInstance("EC");
        } else if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return KeyFactory.getInstance("RSA");
        } else if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return KeyFactory.getInstance("Ed25519");
        }
        throw new PemException("has a key that is neither ECDSA, Ed25519 nor RSA");
    }

    /** The text of a file with a key pair. */
    static String text(PrivateKey privateKey, PublicKey publicKey) {
        return block("PRIVATE KEY", privateKey) + block("PUBLIC KEY", publicKey);
    }

    /** The text of a file with a certificate. */
    static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate made here", e);
        }
    }

    private static String block(String type, Key key) {
        return block(type, key.getEncoded());
    }

    private static String block(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }

    /** A file is not what it should be; the message is the end of a sentence that begins with the file's name. */
    static final class PemException extends Exception {
        private static final long serialVersionUID = 1L;

        PemException(String fault) {
            super(fault);
        }

        PemException(String fault, Throwable cause) {
            super(fault, cause);
        }

        String fault() {
            return String.valueOf(getMessage());
        }
    }
}
