package org.wirephoto.desktop.demo;

/** A colour while it is mixed: each channel from 0 to 1. */
record Colour(double red, double green, double blue) {
    private static final double TOP = 255;

    static Colour of(int rgb) {
        return new Colour((rgb >> 16 & 0xff) / TOP, (rgb >> 8 & 0xff) / TOP, (rgb & 0xff) / TOP);
    }

    /** This colour with so much of another in it, 0 to 1. */
    Colour with(double share, Colour other) {
        double part = Math.clamp(share, 0, 1);
        return new Colour(
                red + (other.red - red) * part,
                green + (other.green - green) * part,
                blue + (other.blue - blue) * part);
    }

    /** This colour as 0xRRGGBB. {@code grain} is between 0 and 1: even bands of sky would show otherwise. */
    int rgb(double grain) {
        return channel(red, grain) << 16 | channel(green, grain) << 8 | channel(blue, grain);
    }

    private static int channel(double value, double grain) {
        return (int) Math.clamp(Math.floor(value * TOP + grain), 0, TOP);
    }
}
