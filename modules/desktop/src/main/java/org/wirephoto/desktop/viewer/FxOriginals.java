package org.wirephoto.desktop.viewer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import org.wirephoto.desktop.picture.JpegOrientation;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageType;

/** Decodes originals as JavaFX draws them. */
public final class FxOriginals implements OriginalDecoder<Image> {
    private static final long LARGEST_FILE = 64L * 1024 * 1024;
    /** What is decoded whole before it is made smaller takes four bytes a pixel. */
    private static final long MOST_PIXELS = 36_000_000;
    /** JPEGs are made smaller while they are decoded. */
    private static final long MOST_JPEG_PIXELS = 150_000_000;

    private static final double MOST_SHOWN = 16_000_000;
    /** Needs the toolkit from the first picture on. */
    public FxOriginals() {}

    @Override
    public boolean takes(ImageAttributes attributes) {
        long pixels = (long) attributes.width() * attributes.height();
        boolean known = switch (attributes.type()) {
            case JPEG -> pixels <= MOST_JPEG_PIXELS;
            case PNG, GIF, BMP -> pixels <= MOST_PIXELS;
            case WEBP, TIFF, AVIF, HEIC, HEIF -> false;
        };
        return known && attributes.filesize() <= LARGEST_FILE;
    }

    @Override
    public Image decode(byte[] bytes, ImageAttributes attributes) throws IOException {
        int orientation = attributes.type() == ImageType.JPEG ? JpegOrientation.of(bytes) : 1;
        boolean turned = JpegOrientation.isTurned(orientation);
        double width = turned ? attributes.height() : attributes.width();
        double height = turned ? attributes.width() : attributes.height();
        double scale = Math.min(1, Math.sqrt(MOST_SHOWN / (width * height)));
        Image image = scale < 1
                ? new Image(new ByteArrayInputStream(bytes), width * scale, height * scale, true, true)
                : new Image(new ByteArrayInputStream(bytes));
        if (image.isError()) {
            throw new IOException("What came is no picture that can be shown here.", image.getException());
        }
        return JpegOrientation.upright(image, orientation);
    }
}
