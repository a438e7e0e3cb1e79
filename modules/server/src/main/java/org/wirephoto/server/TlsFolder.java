package org.wirephoto.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The folder with the identity that a server made for itself: a key pair for good, and a certificate that is made anew
 * long before it ends. What is damaged stops the start: a new key pair would look to every client like another server.
 */
final class TlsFolder {
    /** Its name in the data folder. */
    static final String NAME = "tls";

    static final String KEY = "key.pem";
    static final String CERTIFICATE = "certificate.pem";

    private static final Logger LOG = LogManager.getLogger(TlsFolder.class);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(365);
    private static final String OWNER_FOLDER = "rwx------";
    private static final String OWNER_FILE = "rw-------";

    private final Path folder;
    private final Path keyFile;
    private final Path certificateFile;
    private final Clock clock;

    TlsFolder(Path data, Clock clock) {
        this.folder = data.resolve(NAME);
        this.keyFile = folder.resolve(KEY);
        this.certificateFile = folder.resolve(CERTIFICATE);
        this.clock = clock;
    }

    /**
     * The server's identity: a new one where there is none yet.
     *
     * @throws FailureException if the folder is damaged or can't be used
     */
    ServerIdentity open() throws FailureException {
        try {
            Files.createDirectories(folder, DataFolder.ownerOnly());
            forOwnerAlone(folder, OWNER_FOLDER);
            KeyPair pair = keyPair();
            return new ServerIdentity(pair.getPrivate(), List.of(certificate(pair)));
        } catch (IOException e) {
            throw failure(folder + " can't be used: " + DataFolder.reason(e) + ".", e);
        }
    }

    private KeyPair keyPair() throws FailureException, IOException {
        if (Files.exists(keyFile)) {
            forOwnerAlone(keyFile, OWNER_FILE);
            return stored();
        }
        if (Files.exists(certificateFile)) {
            throw damagedKey(keyFile + " is gone, and clients know this server by it.");
        }
        KeyPair pair = CertificateMaker.keyPair();
        OwnerFiles.replace(keyFile, bytes(PemFile.text(pair.getPrivate(), pair.getPublic())));
        LOG.info("Made a key pair in {}", keyFile);
        return pair;
    }

    private KeyPair stored() throws FailureException, IOException {
        try {
            PemFile pem = PemFile.read(keyFile);
            if (pem.privateKeys().size() != 1 || pem.publicKeys().size() != 1) {
                throw new PemFile.PemException("is damaged");
            }
            KeyPair pair =
                    new KeyPair(pem.publicKeys().getFirst(), pem.privateKeys().getFirst());
            if (!KeyPairs.belong(pair)) {
                throw new PemFile.PemException("is damaged: its two keys are no pair");
            }
            return pair;
        } catch (PemFile.PemException e) {
            throw damagedKey(keyFile + " " + e.fault() + ".");
        }
    }

    private FailureException damagedKey(String what) {
        return failure(what + " Bring it back from a copy. Where there is none, move " + folder
                + " away: the next start" + " makes a new key pair, and everyone has to be invited again.");
    }

    private X509Certificate certificate(KeyPair pair) throws FailureException, IOException {
        Instant now = clock.instant();
        if (!Files.exists(certificateFile)) {
            return renew(pair, now);
        }
        X509Certificate certificate = storedCertificate(pair);
        Instant end = certificate.getNotAfter().toInstant();
        boolean good = !certificate.getNotBefore().toInstant().isAfter(now)
                && end.minus(RENEWED_BEFORE).isAfter(now);
        return good ? certificate : renew(pair, now);
    }

    private X509Certificate storedCertificate(KeyPair pair) throws FailureException, IOException {
        try {
            List<X509Certificate> certificates = PemFile.read(certificateFile).certificates();
            if (certificates.size() != 1
                    || !certificates.getFirst().getPublicKey().equals(pair.getPublic())) {
                throw new PemFile.PemException("is not the certificate of the key beside it");
            }
            return certificates.getFirst();
        } catch (PemFile.PemException e) {
            throw failure(certificateFile + " " + e.fault() + ". Move it away: the next start makes a new one for the"
                    + " same key, and clients will not notice.");
        }
    }

    private X509Certificate renew(KeyPair pair, Instant now) throws IOException {
        X509Certificate certificate = CertificateMaker.certificate(pair, now);
        OwnerFiles.replace(certificateFile, bytes(PemFile.text(certificate)));
        LOG.info("Made a certificate in {}, good until {}", certificateFile, certificate.getNotAfter());
        return certificate;
    }

    private static byte[] bytes(String pem) {
        return pem.getBytes(StandardCharsets.US_ASCII);
    }

    /** Rights that somebody widened are narrowed again, but what was read in the meantime was read. */
    private static void forOwnerAlone(Path path, String rights) throws IOException {
        if (!DataFolder.isPosix()) {
            return;
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(rights);
        if (!owner.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, owner);
            LOG.warn("{} was open to other users of this machine. It is for its owner alone again", path);
        }
    }

    private static FailureException failure(String sentence) {
        return new FailureException(ExitCode.DATA_FOLDER, sentence);
    }

    private static FailureException failure(String sentence, IOException cause) {
        return new FailureException(ExitCode.DATA_FOLDER, sentence, cause);
    }
}
