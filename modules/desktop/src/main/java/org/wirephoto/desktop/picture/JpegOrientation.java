package org.wirephoto.desktop.picture;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import org.wirephoto.desktop.metadata.ExifOrientation;

/** Finds how a JPEG has to be turned, and turns it: JavaFX shows it as it lies in the file. */
public final class JpegOrientation {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int MARKER = 0xff;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TURNED = 5;

    private JpegOrientation() {}

    /**
     * EXIF's number from 1, upright, to 8; 1 where the file does not say.
     *
     * @param jpeg the file, or its first 128 KiB at least
     */
    public static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == MARKER) {
            int marker = jpeg[at + 1] & 0xff;
            int length = ((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return 1;
            }
            if (marker == APP1 && startsWithExif(jpeg, at + 4, length)) {
                return ExifOrientation.read(Arrays.copyOfRange(jpeg, at + 4 + EXIF.length, at + 2 + length))
                        .code();
            }
            at += 2 + length;
        }
        return 1;
    }

    private static boolean startsWithExif(byte[] jpeg, int at, int length) {
        if (length < EXIF.length + 2) {
            return false;
        }
        for (int i = 0; i < EXIF.length; i++) {
            if (jpeg[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether width and height change places. */
    public static boolean isTurned(int orientation) {
        return orientation >= TURNED;
    }

    /** The picture, or a copy of it that is turned and mirrored as EXIF's number says. Needs no UI thread. */
    public static Image upright(Image image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        boolean turned = isTurned(orientation);
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
