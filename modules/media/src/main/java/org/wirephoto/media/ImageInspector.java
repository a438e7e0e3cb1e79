package org.wirephoto.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Limits;

/**
 * Tells what a file really is: its type from its first bytes, then its size and time from the whole of it.
 *
 * <p>Nothing that a file says of its own size is trusted with memory: a look at an image takes a bounded amount,
 * however large it claims to be. An inspector has no state and may be used by any number of threads.
 */
public final class ImageInspector {
    /** How many of a file's first bytes {@link #typeOf} looks at; give it these, or the whole of a smaller file. */
    public static final int HEAD_BYTES = 65_536;

    private static final TypeVerdict BMP = new TypeVerdict.Accepted(ImageType.BMP);
    private static final TypeVerdict TIFF = new TypeVerdict.Accepted(ImageType.TIFF);

    /** Makes an inspector. */
    public ImageInspector() {}

    /**
     * Decides the type by content alone.
     *
     * @param head the first {@link #HEAD_BYTES} bytes of the file, or all of them; its position is left where it is
     */
    public TypeVerdict typeOf(ByteBuffer head) {
        if (!head.hasRemaining()) {
            return new TypeVerdict.Unsupported("an empty file");
        }
        byte[] looked = new byte[Math.min(head.remaining(), HEAD_BYTES)];
        head.get(head.position(), looked);
        try {
            return typeOf(looked);
        } catch (IOException e) {
            // Memory was read, which has no such faults.
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the size in pixels and the time, without decoding a pixel.
     *
     * @param image the whole file
     * @param type what {@link #typeOf} said
     * @throws IOException where the file can't be read; never for what is in it
     */
    public FactsVerdict factsOf(Path image, ImageType type) throws IOException {
        try (FileBytes file = FileBytes.open(image)) {
            return facts(headerOf(file, type));
        } catch (DamagedException e) {
            return new FactsVerdict.Unreadable(e.sentence());
        }
    }

    /** What the headers of an image say. */
    static Header headerOf(Bytes file, ImageType type) throws IOException, DamagedException {
        return switch (type) {
            case PNG -> PngHeader.read(file);
            case JPEG -> JpegHeader.read(file);
            case GIF -> GifHeader.read(file);
            case WEBP -> WebpHeader.read(file);
            case BMP -> BmpHeader.read(file);
            case TIFF -> TiffHeader.read(file);
            case AVIF, HEIC, HEIF -> HeifHeader.read(file);
        };
    }

    private static TypeVerdict typeOf(byte[] looked) throws IOException {
        Bytes head = new BufferBytes(ByteBuffer.wrap(looked));
        Optional<TypeVerdict> brands = IsoBrands.read(head);
        if (brands.isPresent()) {
            return brands.get();
        }
        if (BmpHeader.isCore(head)) {
            return BMP;
        }
        TypeVerdict type = ContentType.of(looked);
        if (!type.equals(TIFF) && !TiffHeader.isBig(head)) {
            return type;
        }
        return RawSigns.in(head) ? new TypeVerdict.Unsupported(RawSigns.FOUND) : TIFF;
    }

    private static FactsVerdict facts(Header header) {
        if (header.width() < 1 || header.height() < 1) {
            return new FactsVerdict.Unreadable("The file says that it has no width or no height.");
        }
        if (header.pixels() > Limits.PIXELS) {
            return new FactsVerdict.TooManyPixels(header.pixels());
        }
        boolean swapped = header.exif().orientation().swapsSides();
        int width = (int) (swapped ? header.height() : header.width());
        int height = (int) (swapped ? header.width() : header.height());
        return new FactsVerdict.Facts(width, height, header.exif().taken());
    }
}
