package org.wirephoto.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.wirephoto.protocol.Fingerprint;

/** A server's key pair, made by the JDK's own tool, and the server's side of TLS with it. */
final class TestCertificate {
    private static final char[] PASSWORD = "of a test".toCharArray();

    private final SSLContext context;
    private final Fingerprint fingerprint;

    private TestCertificate(SSLContext context, Fingerprint fingerprint) {
        this.context = context;
        this.fingerprint = fingerprint;
    }

    static TestCertificate create() {
        try {
            Path folder = Files.createTempDirectory("wirephoto-test");
            Path file = folder.resolve("keys.p12");
            try {
                makeKeys(file);
                return read(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void makeKeys(Path file) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=wirephoto",
                        "-alias",
                        "server",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS)) {
                keytool.destroyForcibly();
                throw new IOException("keytool did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static TestCertificate read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new TestCertificate(
                context, Fingerprint.of(store.getCertificate("server").getPublicKey()));
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** The server's side of TLS over a connection. */
    Socket over(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        socket.setUseClientMode(false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setApplicationProtocols(new String[] {"wirephoto/1"});
        socket.setSSLParameters(parameters);
        return socket;
    }
}
