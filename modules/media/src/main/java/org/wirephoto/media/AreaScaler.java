package org.wirephoto.media;

import java.util.Arrays;

/** Makes an image smaller: each new pixel is the mean of the area that it covers, parts of pixels by their part. */
final class AreaScaler {
    private final SampleRows source;
    private final int width;
    private final int height;
    private final int bands;
    private final float[] row;
    private final float[] narrow;

    private AreaScaler(SampleRows source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.bands = source.bands();
        this.row = new float[source.width() * bands];
        this.narrow = new float[width * bands];
    }

    /** Scales to a size that is no larger than the source's in either direction. */
    static SmallImage scale(SampleRows source, int width, int height) {
        return new AreaScaler(source, width, height).scale();
    }

    private SmallImage scale() {
        byte[] samples = new byte[width * height * bands];
        float[] sum = new float[width * bands];
        double step = (double) source.height() / height;
        int y = 0;
        int read = -1;
        for (int row = 0; row < height; row++) {
            double from = row * step;
            double to = Math.min(source.height(), from + step);
            Arrays.fill(sum, 0);
            for (y = (int) from; y < to; y++) {
                if (y != read) {
                    readNarrow(y);
                    read = y;
                }
                add(sum, (float) ((Math.min(to, y + 1) - Math.max(from, y)) / (to - from)));
            }
            store(sum, samples, row * width * bands);
        }
        return new SmallImage(width, height, bands, source.hasAlpha(), samples);
    }

    private void readNarrow(int y) {
        source.read(y, row);
        if (width == source.width()) {
            System.arraycopy(row, 0, narrow, 0, narrow.length);
            return;
        }
        double step = (double) source.width() / width;
        for (int column = 0; column < width; column++) {
            double from = column * step;
            mean(from, Math.min(source.width(), from + step), column * bands);
        }
    }

    private void mean(double from, double to, int target) {
        Arrays.fill(narrow, target, target + bands, 0);
        for (int x = (int) from; x < to; x++) {
            float part = (float) ((Math.min(to, x + 1) - Math.max(from, x)) / (to - from));
            for (int band = 0; band < bands; band++) {
                narrow[target + band] += row[x * bands + band] * part;
            }
        }
    }

    private void add(float[] sum, float part) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += narrow[i] * part;
        }
    }

    private void store(float[] sum, byte[] samples, int at) {
        for (int pixel = 0; pixel < sum.length; pixel += bands) {
            float alpha = source.hasAlpha() ? sum[pixel + bands - 1] : 255;
            float unweighted = alpha > 0 ? 255 / alpha : 0;
            for (int band = 0; band < bands; band++) {
                boolean colour = !source.hasAlpha() || band < bands - 1;
                float value = colour ? sum[pixel + band] * unweighted : alpha;
                samples[at + pixel + band] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
    }
}
