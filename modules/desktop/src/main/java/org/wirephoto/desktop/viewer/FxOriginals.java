package org.wirephoto.desktop.viewer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
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
    private static final int TURNED = 5;

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
        boolean turned = orientation >= TURNED;
        double width = turned ? attributes.height() : attributes.width();
        double height = turned ? attributes.width() : attributes.height();
        double scale = Math.min(1, Math.sqrt(MOST_SHOWN / (width * height)));
        Image image = scale < 1
                ? new Image(new ByteArrayInputStream(bytes), width * scale, height * scale, true, true)
                : new Image(new ByteArrayInputStream(bytes));
        if (image.isError()) {
            throw new IOException("What came is no picture that can be shown here.", image.getException());
        }
        return orientation == 1 ? image : upright(image, orientation);
    }

    /** A copy that is turned and mirrored as EXIF's number says. */
    private static Image upright(Image image, int orientation) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        boolean turned = orientation >= TURNED;
        WritableImage upright = new WritableImage(turned ? height : width, turned ? width : height);
        PixelReader from = image.getPixelReader();
        PixelWriter to = upright.getPixelWriter();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                int argb = from.getArgb(x, y);
                switch (orientation) {
                    case 2 -> to.setArgb(right, y, argb);
                    case 3 -> to.setArgb(right, below, argb);
                    case 4 -> to.setArgb(x, below, argb);
                    case 5 -> to.setArgb(y, x, argb);
                    case 6 -> to.setArgb(below, x, argb);
                    case 7 -> to.setArgb(below, right, argb);
                    default -> to.setArgb(y, right, argb);
                }
            }
        }
        return upright;
    }
}
