package org.wirephoto.desktop.demo;

/** Something that can be drawn pixel by pixel. */
interface Drawing {
    int width();

    int height();

    /** The colour of a pixel, as 0xRRGGBB. */
    int rgb(int x, int y);
}
