package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** The drawings that test images show. */
final class Scene {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private Scene() {}

    /**
     * The drawing of all small test images: red grows to the right, green downwards, a red square marks the upper
     * left; where there is alpha the lower right is transparent.
     */
    static BufferedImage small(int imageType) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, imageType);
        boolean alpha = image.getColorModel().hasAlpha();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean clear = alpha && x > WIDTH * 3 / 4 && y > HEIGHT * 3 / 4;
                image.setRGB(x, y, clear ? 0 : colour(x, y));
            }
        }
        return image;
    }

    /** The opaque colour of the small drawing at a place. */
    static int colour(int x, int y) {
        if (x < WIDTH / 4 && y < HEIGHT / 4) {
            return 0xFFDC141E;
        }
        int wave = 128 + (int) (100 * Math.sin(x / 9.0) * Math.cos(y / 7.0));
        return pixel(255 * x / (WIDTH - 1), 255 * y / (HEIGHT - 1), wave);
    }

    /** Soft shapes under noise, other ones for every seed. */
    static BufferedImage photo(int imageType, int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] phase = random.ints(3, 0, 256).toArray();
        BufferedImage image = new BufferedImage(width, height, imageType);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt() & 0x1F;
                int red = Math.abs(255 - (x * 512 / width + phase[0]) % 511) * 7 / 8;
                int green = Math.abs(255 - (y * 512 / height + phase[1]) % 511) * 7 / 8;
                int blue = Math.abs(255 - ((x + y) * 512 / (width + height) + phase[2]) % 511) * 7 / 8;
                row[x] = pixel(red + noise, green + (noise ^ 0x15), blue + (noise ^ 0x0A));
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int pixel(int red, int green, int blue) {
        return 0xFF000000 | (red << 16) | (green << 8) | blue;
    }
}
