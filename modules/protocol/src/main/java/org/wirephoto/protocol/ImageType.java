package org.wirephoto.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The image types that a server accepts, each with its media type and the file name endings that go with it.
 *
 * <p>The type of an image is always decided by its content; a name only has to agree with it.
 */
public enum ImageType {
    /** Portable Network Graphics. */
    PNG("image/png", "png"),
    /** JPEG in a JFIF or EXIF file. */
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    /** Graphics Interchange Format. */
    GIF("image/gif", "gif"),
    /** WebP, lossy or lossless. */
    WEBP("image/webp", "webp"),
    /** Windows bitmap. */
    BMP("image/bmp", "bmp", "dib"),
    /** Tagged Image File Format, camera raw excepted. */
    TIFF("image/tiff", "tif", "tiff"),
    /** A still AV1 image. */
    AVIF("image/avif", "avif"),
    /** A still HEVC image in a HEIF file. */
    HEIC("image/heic", "heic", "heif", "hif"),
    /** A still image in a HEIF file of another coding; one family with {@link #HEIC}. */
    HEIF("image/heif", "heic", "heif", "hif");

    private final String mediaType;
    private final List<String> extensions;

    ImageType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type as it stands on the wire, such as {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The endings that go with this type, lower case and without a dot; the first is the one to suggest. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a name with this ending (without its dot, in any case) may hold an image of this type. */
    public boolean takes(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** The type with this media type, or empty where a server accepts none such. */
    public static Optional<ImageType> ofMediaType(String mediaType) {
        for (ImageType type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
