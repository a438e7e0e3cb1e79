package org.wirephoto.server;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.wirephoto.protocol.Fingerprint;

/** What clients know a server by: a key pair, and the certificate over it. Used by any number of threads. */
final class ServerIdentity {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /**
     * An identity.
     *
     * @param key the key of the first certificate
     * @param chain the server's certificate first, then those that vouch for it
     */
    ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** What clients pin: it stays the same while the key pair does, whatever becomes of the certificate. */
    Fingerprint fingerprint() {
        return Fingerprint.of(certificate().getPublicKey());
    }

    /** The server's own certificate. */
    X509Certificate certificate() {
        return chain.getFirst();
    }

    List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "ServerIdentity[" + fingerprint() + "]";
    }
}
