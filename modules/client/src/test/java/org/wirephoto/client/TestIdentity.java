package org.wirephoto.client;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.wirephoto.protocol.Fingerprint;

/** A server's key pair and what it does TLS with, through the JDK's own sockets. */
final class TestIdentity {
    private static final char[] NO_PASSWORD = {};

    private final KeyPair keys;
    private final SSLContext context;
    private final SSLParameters parameters = new SSLParameters();

    private TestIdentity(KeyPair keys, PrivateKey used, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        this.keys = keys;
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", used, NO_PASSWORD, new X509Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, NO_PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setApplicationProtocols(new String[] {"wirephoto/1"});
    }

    /** A new key pair, with a certificate that is valid today. */
    static TestIdentity create() {
        return create(
                newKeys(),
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(1)));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TestIdentity create(KeyPair keys, Instant from, Instant to) {
        return create(keys, keys.getPrivate(), from, to);
    }

    private static TestIdentity create(KeyPair keys, PrivateKey used, Instant from, Instant to) {
        X500Name name = new X500Name("CN=wirephoto");
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.ONE, Date.from(from), Date.from(to), name, keys.getPublic());
            return new TestIdentity(
                    keys, used, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same key pair with a certificate that ran out long ago. */
    TestIdentity expired() {
        return create(keys, Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
    }

    /** The same certificate in the hands of somebody who does not have the key. */
    TestIdentity copied() {
        return create(keys, newKeys().getPrivate(), Instant.EPOCH, Instant.now().plus(Duration.ofDays(1)));
    }

    /** The same, speaking only this version of TLS. */
    TestIdentity speaking(String version) {
        parameters.setProtocols(new String[] {version});
        return this;
    }

    /** The same, offering only this protocol. */
    TestIdentity offering(String... protocols) {
        parameters.setApplicationProtocols(protocols);
        return this;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(keys.getPublic());
    }

    /** The server's side of TLS over a connection. */
    SSLSocket over(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        socket.setUseClientMode(false);
        socket.setSSLParameters(parameters);
        return socket;
    }
}
