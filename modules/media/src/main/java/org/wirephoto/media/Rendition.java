package org.wirephoto.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wirephoto.protocol.ImageType;

/** A finished rendering: a file that holds pixels and nothing else, a few MiB at most. */
final class Rendition {
    private static final float QUALITY = 0.85f;
    private static final int OPAQUE = 0xFF;

    private final ImageType type;
    private final byte[] bytes;

    private Rendition(ImageType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Codes sRGB pixels as JPEG, or as PNG where one of them is not opaque. */
    static Rendition of(int[] pixels, int width) throws IOException {
        boolean opaque = Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == OPAQUE);
        BufferedImage image = new BufferedImage(
                width, pixels.length / width, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, image.getHeight(), pixels, 0, width);
        ImageType type = opaque ? ImageType.JPEG : ImageType.PNG;
        return new Rendition(type, write(type, image));
    }

    ImageType type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    private static byte[] write(ImageType type, BufferedImage image) throws IOException {
        ImageWriter writer = ImageReaders.writer(type == ImageType.JPEG ? "jpeg" : "png");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == ImageType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
