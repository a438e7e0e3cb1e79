package org.wirephoto.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Reads the certificate and the key that an operator named. */
final class GivenIdentities {
    private static final Logger LOG = LogManager.getLogger(GivenIdentities.class);

    private GivenIdentities() {}

    /**
     * Reads and checks both.
     *
     * @throws FailureException if they can't be used, with a sentence that names the file
     */
    static ServerIdentity read(Protection.GivenIdentity given, Clock clock) throws FailureException {
        List<X509Certificate> chain =
                pem(Setting.CERTIFICATE, given.certificate()).certificates();
        if (chain.isEmpty()) {
            throw fault(Setting.CERTIFICATE, given.certificate(), "has no certificate (-----BEGIN CERTIFICATE-----)");
        }
        List<PrivateKey> keys = pem(Setting.CERTIFICATE_KEY, given.key()).privateKeys();
        if (keys.size() != 1) {
            throw fault(
                    Setting.CERTIFICATE_KEY,
                    given.key(),
                    keys.isEmpty() ? "has no key (-----BEGIN PRIVATE KEY-----)" : "has more than one key");
        }
        check(given, chain.getFirst(), keys.getFirst());
        warn(given, chain.getFirst(), clock);
        return new ServerIdentity(keys.getFirst(), chain);
    }

    private static PemFile pem(Setting setting, Path file) throws FailureException {
        try {
            return PemFile.read(file);
        } catch (PemFile.PemException e) {
            throw fault(setting, file, e.fault());
        } catch (IOException e) {
            throw fault(
                    setting,
                    file,
                    "can't be read: " + e.getClass().getSimpleName().replace("Exception", ""));
        }
    }

    private static void check(Protection.GivenIdentity given, X509Certificate certificate, PrivateKey key)
            throws FailureException {
        if (!KeyPairs.belong(new KeyPair(certificate.getPublicKey(), key))) {
            throw fault(
                    Setting.CERTIFICATE_KEY,
                    given.key(),
                    "is not the key of the first certificate in " + given.certificate());
        }
        String weakness = KeyPairs.weakness(certificate.getPublicKey()).orElse("");
        if (!weakness.isEmpty()) {
            throw fault(Setting.CERTIFICATE, given.certificate(), weakness);
        }
    }

    /** What is odd, but the operator's own business: clients go by the key. */
    private static void warn(Protection.GivenIdentity given, X509Certificate certificate, Clock clock) {
        if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
            LOG.warn("The certificate in {} ended on {}", given.certificate(), certificate.getNotAfter());
        }
        try {
            if (DataFolder.isPosix()
                    && Files.getPosixFilePermissions(given.key()).contains(PosixFilePermission.OTHERS_READ)) {
                LOG.warn("Every user of this machine can read the key in {}: chmod o-r", given.key());
            }
        } catch (IOException e) {
            LOG.debug("Who can read {} can't be told", given.key(), e);
        }
    }

    private static FailureException fault(Setting setting, Path file, String fault) {
        return new FailureException(ExitCode.USAGE, setting.option() + ": " + file + " " + fault + ".");
    }
}
