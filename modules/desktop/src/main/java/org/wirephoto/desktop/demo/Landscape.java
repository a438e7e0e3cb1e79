package org.wirephoto.desktop.demo;

/**
 * A landscape that is reckoned, not photographed: a sky, a sun or moon in it, and ridges or a sea below.
 *
 * @param width in pixels
 * @param height in pixels
 * @param palette its colours
 * @param ground what lies below the sky
 * @param seed makes it differ from others of its kind
 */
record Landscape(int width, int height, Palette palette, Ground ground, int seed) implements Drawing {
    /** What lies below the sky. */
    enum Ground {
        MOUNTAINS,
        HILLS,
        SEA,
        CITY
    }

    /** The colours: of the sky from above to below, of what shines in it, of the land from far to near. */
    record Palette(int sky, int horizon, int light, int far, int near) {}

    private static final int RIDGES = 5;

    @Override
    public int rgb(int column, int row) {
        double x = (double) column / height;
        double y = (double) row / height;
        Colour colour = sky(x, y);
        colour = ground == Ground.SEA ? sea(colour, x, y) : land(colour, x, y);
        return colour.rgb(noise(column, row));
    }

    private double aspect() {
        return (double) width / height;
    }

    private double shineX() {
        return aspect() * (0.2 + 0.6 * noise(seed, 1));
    }

    private double shineY() {
        return 0.18 + 0.25 * noise(seed, 2);
    }

    private Colour sky(double x, double y) {
        Colour light = Colour.of(palette.light);
        double distance = Math.hypot(x - shineX(), y - shineY());
        Colour colour = Colour.of(palette.sky).with(Math.pow(y / 0.7, 1.3), Colour.of(palette.horizon));
        colour = colour.with(0.05 * clouds(x, y), new Colour(1, 1, 1));
        colour = colour.with(0.55 * Math.exp(-distance * 5), light);
        return colour.with(edge(0.065 + 0.04 * noise(seed, 3) - distance, 0.003), light);
    }

    private double clouds(double x, double y) {
        double waves = 0;
        for (int i = 1; i <= 4; i++) {
            waves += Math.sin(x * 3 * i + seed + i * Math.sin(y * 9 + i)) * Math.sin(y * 14 * i + seed * i) / i;
        }
        return Math.max(0, waves) * 4;
    }

    private Colour land(Colour behind, double x, double y) {
        Colour colour = behind;
        for (int i = 0; i < RIDGES; i++) {
            double depth = (i + 1.0) / RIDGES;
            Colour own = Colour.of(palette.far).with(depth, Colour.of(palette.near));
            double top = top(i, x);
            own = own.with(0.35 * Math.clamp((y - top) * 2.2, 0, 1), Colour.of(palette.near));
            if (ground == Ground.CITY && y > top && isWindow(i, x, y)) {
                own = own.with(0.8, Colour.of(palette.light));
            }
            colour = colour.with(edge(y - top, 0.002), own);
        }
        return colour;
    }

    /** How far down the top of a ridge is. */
    private double top(int ridge, double x) {
        double base = 0.48 + 0.11 * ridge;
        double phase = seed * 1.7 + ridge * 2.3;
        return switch (ground) {
            case MOUNTAINS -> base - 0.16 * peaks(x * (1.6 + 0.5 * ridge) + phase) * (1.2 - 0.15 * ridge);
            case CITY -> base - 0.2 * noise((int) Math.floor((x + ridge * 0.37) * (16 - 2 * ridge)), seed + ridge);
            case HILLS, SEA ->
                base
                        - 0.07 * Math.sin(x * (1.5 + 0.6 * ridge) + phase)
                        - 0.03 * Math.sin(x * (4.1 + ridge) + phase * 2);
        };
    }

    private static double peaks(double x) {
        double height = 0;
        double size = 0.6;
        double at = x;
        for (int i = 0; i < 5; i++) {
            height += size * (1 - Math.abs(2 * (at - Math.floor(at)) - 1));
            at = at * 2.03 + 0.37;
            size *= 0.45;
        }
        return height;
    }

    private boolean isWindow(int ridge, double x, double y) {
        double across = x * (90 - 8 * ridge);
        double down = y * (80 - 7 * ridge);
        return across - Math.floor(across) > 0.45
                && down - Math.floor(down) > 0.5
                && noise((int) Math.floor(across) * 31 + ridge, (int) Math.floor(down) + seed) > 0.62;
    }

    private Colour sea(Colour sky, double x, double y) {
        double horizon = 0.56;
        double depth = (y - horizon) / (1 - horizon);
        if (depth < 0) {
            return sky;
        }
        Colour water = Colour.of(palette.far).with(depth, Colour.of(palette.near));
        double ripple = Math.sin(y * 260 / (0.4 + depth) + 5 * Math.sin(x * 7 / (0.25 + depth) + seed));
        water = water.with(0.12 * Math.max(0, ripple), Colour.of(palette.horizon));
        double path = Math.exp(-Math.pow((x - shineX()) / (0.05 + 0.16 * depth), 2));
        return water.with(path * (0.25 + 0.6 * Math.max(0, ripple)), Colour.of(palette.light));
    }

    private static double edge(double inside, double softness) {
        return Math.clamp(inside / softness + 0.5, 0, 1);
    }

    /** A number from 0 to 1 that is always the same for the same place. */
    private static double noise(int x, int y) {
        int mixed = x * 374_761_393 + y * 668_265_263;
        mixed = (mixed ^ mixed >>> 13) * 1_274_126_177;
        return ((mixed ^ mixed >>> 16) & 0xffff) / 65_536.0;
    }
}
