package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.ImageWriteParam;

/** GIF files. */
final class GifBytes {
    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;

    private GifBytes() {}

    static byte[] plain(BufferedImage image) {
        return ImageIoBytes.write("gif", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DISABLED));
    }

    static byte[] interlaced(BufferedImage image) {
        return ImageIoBytes.write("gif", image, param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    static byte[] animated(List<BufferedImage> frames) {
        return ImageIoBytes.writeSequence("gif", frames);
    }

    /** The same with a larger screen, on which the first frame lies at a place. */
    static byte[] onScreen(byte[] gif, int width, int height, int left, int top) {
        byte[] placed = gif.clone();
        ByteBuffer bytes = ByteBuffer.wrap(placed).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(6, (short) width).putShort(8, (short) height);
        int at = HEADER + ((placed[10] & 0x80) == 0 ? 0 : 3 << ((placed[10] & 7) + 1));
        while (placed[at] == EXTENSION) {
            at += 2;
            while (placed[at] != 0) {
                at += 1 + (placed[at] & 255);
            }
            at++;
        }
        if (placed[at] != IMAGE) {
            throw new IllegalStateException("no image at " + at);
        }
        bytes.putShort(at + 1, (short) left).putShort(at + 3, (short) top);
        return placed;
    }
}
