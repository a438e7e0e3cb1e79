package org.wirephoto.desktop.gallery;

import java.time.LocalDateTime;
import java.util.Comparator;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Sort;

/** The server's orders, so that what arrives later finds its place without listing afresh. */
final class ImageOrder {
    private static final Comparator<RemoteImage> BY_NAME = Comparator.comparing(RemoteImage::name);

    private ImageOrder() {}

    static Comparator<RemoteImage> of(Sort sort) {
        return switch (sort) {
            case NAME -> BY_NAME;
            case NEWEST ->
                Comparator.comparing((RemoteImage image) -> image.attributes().saved())
                        .reversed()
                        .thenComparing(BY_NAME);
            case OLDEST ->
                Comparator.comparing((RemoteImage image) -> image.attributes().saved())
                        .thenComparing(BY_NAME);
            case LARGEST ->
                Comparator.comparingLong(
                                (RemoteImage image) -> image.attributes().filesize())
                        .reversed()
                        .thenComparing(BY_NAME);
            case TAKEN -> Comparator.comparing(ImageOrder::taken).reversed().thenComparing(BY_NAME);
        };
    }

    /** Images without a camera's time come last, after the earliest. */
    private static LocalDateTime taken(RemoteImage image) {
        return image.attributes().taken().map(CameraTime::time).orElse(LocalDateTime.MIN);
    }
}
