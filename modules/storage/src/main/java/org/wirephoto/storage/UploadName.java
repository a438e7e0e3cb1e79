package org.wirephoto.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirephoto.protocol.Digest;

/**
 * What the name of a file in {@code incoming/} says of the upload in it, so that it can be found again after a
 * restart.
 *
 * @param owner stands for the id of the key that uploads; not the id itself, which might not do for a file name
 * @param digest what the bytes should turn out to be
 * @param size how many bytes there will be
 */
record UploadName(String owner, Digest digest, long size) {
    private static final String ANONYMOUS = ".tmp";
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{64})-([0-9]{1,19})-([0-9a-f]{16})-[0-9a-f-]+\\.part");
    private static final int OWNER_DIGITS = 16;

    static UploadName of(String owner, Digest digest, long size) {
        byte[] hash = sha256().digest(owner.getBytes(StandardCharsets.UTF_8));
        return new UploadName(HexFormat.of().formatHex(hash).substring(0, OWNER_DIGITS), digest, size);
    }

    /** Reads a file's name; empty where it is none that {@link #fresh} gave. */
    static Optional<UploadName> parse(Path file) {
        Matcher matcher = FORM.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                ? Optional.of(new UploadName(
                        matcher.group(3), new Digest(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** A file name for this upload that no other has. */
    String fresh() {
        return digest.hex() + "-" + size + "-" + owner + "-" + UUID.randomUUID() + ".part";
    }

    /** A file name for an upload that nobody can go on with. */
    static String anonymous() {
        return UUID.randomUUID() + ANONYMOUS;
    }

    /** Removes the files that a broken process left in a folder and nobody can go on with. */
    static void removeAnonymous(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ANONYMOUS)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A fresh SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
