package org.wirephoto.server;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** What can be said of a key pair by looking at it. */
final class KeyPairs {
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private KeyPairs() {}

    /** Whether the two keys are of one pair: what the one signs the other verifies. */
    static boolean belong(KeyPair pair) {
        byte[] sample = "wirephoto".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(signing(pair.getPrivate()));
            signature.initSign(pair.getPrivate());
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(pair.getPublic());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false; // keys of two kinds
        }
    }

    private static String signing(Key key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }

    /** Why a key is too weak to protect anything; empty where it is not. The end of a sentence. */
    static Optional<String> weakness(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> weakness("RSA", rsa.getModulus(), LEAST_RSA_BITS);
            case ECPublicKey ec -> weakness("ECDSA", ec.getParams().getOrder(), LEAST_EC_BITS);
            default -> Optional.empty();
        };
    }

    private static Optional<String> weakness(String kind, BigInteger size, int least) {
        return size.bitLength() >= least
                ? Optional.empty()
                : Optional.of("has an " + kind + " key of " + size.bitLength() + " bits, which is too weak: it needs "
                        + least + " or more");
    }
}
