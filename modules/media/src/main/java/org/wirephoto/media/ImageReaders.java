package org.wirephoto.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.wirephoto.protocol.ImageType;

/**
 * Chooses the reader of each type by its class, so that what else is on the path changes nothing: the JDK's where it
 * is good, TwelveMonkeys' where the JDK has none or knows fewer variants.
 */
final class ImageReaders {
    private ImageReaders() {}

    /** A reader for the file of a type, or empty where there is none for it. */
    static Optional<ImageReader> of(ImageType type, ImageInputStream input) throws IOException {
        return switch (type) {
            case PNG -> Optional.of(jdk("png"));
            case GIF -> Optional.of(jdk("gif"));
            case BMP -> Optional.of(jdk("bmp"));
            case JPEG -> Optional.of(registered(JPEGImageReaderSpi.class));
            case WEBP -> Optional.of(registered(WebPImageReaderSpi.class));
            case TIFF -> Optional.of(tiff(input));
            case AVIF, HEIC, HEIF -> Optional.empty();
        };
    }

    /** The JDK's own writer of a format. */
    static ImageWriter writer(String format) {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (isOfJdk(writer)) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no writer for " + format);
    }

    private static ImageReader jdk(String format) {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (isOfJdk(reader)) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java has no reader for " + format);
    }

    private static ImageReader tiff(ImageInputStream input) throws IOException {
        ImageReaderSpi big = spi(BigTIFFImageReaderSpi.class);
        return big.canDecodeInput(input) ? big.createReaderInstance() : registered(TIFFImageReaderSpi.class);
    }

    private static ImageReader registered(Class<? extends ImageReaderSpi> spi) throws IOException {
        return spi(spi).createReaderInstance();
    }

    /** The registered one: the JPEG reader finds the JDK's, which it builds on, when it is registered. */
    private static <T extends ImageReaderSpi> T spi(Class<T> spi) {
        T found = IIORegistry.getDefaultInstance().getServiceProviderByClass(spi);
        if (found == null) {
            throw new IllegalStateException("not registered: " + spi.getName());
        }
        return found;
    }

    private static boolean isOfJdk(Object plugin) {
        return plugin.getClass().getModule() == ImageIO.class.getModule();
    }
}
