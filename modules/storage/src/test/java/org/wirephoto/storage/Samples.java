package org.wirephoto.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** Rows and bytes for tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Digest digest(byte[] bytes) {
        return Digest.of(UploadName.sha256().digest(bytes));
    }

    static Digest digest(String text) {
        return digest(bytes(text));
    }

    /** An image whose id and digest follow from its name. */
    static StoredImage image(String name) {
        return image(name, 1_000, NOON, Optional.empty());
    }

    static StoredImage image(String name, long filesize, Instant saved, Optional<CameraTime> taken) {
        ImageAttributes attributes = new ImageAttributes(
                filesize, ImageType.PNG, 640, 480, digest(name), saved, "id-" + name, taken, Optional.empty());
        return new StoredImage(ImageName.of(name), attributes, "key-1");
    }

    static StoredImage withId(StoredImage image, String id) {
        ImageAttributes old = image.attributes();
        ImageAttributes attributes = new ImageAttributes(
                old.filesize(),
                old.type(),
                old.width(),
                old.height(),
                old.digest(),
                old.saved(),
                id,
                old.taken(),
                old.sender());
        return new StoredImage(image.name(), attributes, image.owner());
    }

    static StoredImage withEverything(String name) {
        ImageAttributes attributes = new ImageAttributes(
                Long.MAX_VALUE >> 20,
                ImageType.HEIC,
                12_000,
                9_000,
                digest(name),
                NOON,
                "id, of=" + name,
                Optional.of(CameraTime.local(LocalDateTime.parse("1969-07-20T20:17:40.001"))),
                Optional.of("Ann's phone, \u2603"));
        return new StoredImage(ImageName.of(name), attributes, "key,2");
    }
}
