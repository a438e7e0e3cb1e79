package org.wirephoto.desktop.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** Images as a server would list them. */
public final class Images {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static final int PNG_WIDTH = 16;

    private Images() {}

    /** An image that was saved so many minutes after the first. */
    public static RemoteImage image(String name, int minute) {
        return image(name, minute, ImageType.PNG, 800, 600);
    }

    public static RemoteImage image(String name, int minute, ImageType type, int width, int height) {
        String content = name + minute;
        Digest digest = digest(content);
        ImageAttributes attributes = new ImageAttributes(
                1000L + minute,
                type,
                width,
                height,
                digest,
                START.plusSeconds(60L * minute),
                "id-" + content,
                Optional.empty(),
                Optional.of("Anna"));
        return new RemoteImage(ImageName.of(name), attributes, Optional.empty());
    }

    /** The image that a PNG file is. */
    public static RemoteImage image(String name, int minute, byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        ImageAttributes attributes = new ImageAttributes(
                png.length,
                ImageType.PNG,
                header.getInt(PNG_WIDTH),
                header.getInt(PNG_WIDTH + 4),
                digest(new String(png, StandardCharsets.ISO_8859_1)),
                START.plusSeconds(60L * minute),
                "id-" + name,
                Optional.empty(),
                Optional.of("Anna"));
        return new RemoteImage(ImageName.of(name), attributes, Optional.empty());
    }

    private static Digest digest(String content) {
        try {
            return Digest.of(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many images, img-00000.png the oldest. */
    public static List<RemoteImage> many(int count) {
        List<RemoteImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(image(String.format("img-%05d.png", i), i));
        }
        return images;
    }

    /** The same image under another name. */
    public static RemoteImage renamed(RemoteImage image, String name) {
        return new RemoteImage(ImageName.of(name), image.attributes(), Optional.empty());
    }
}
