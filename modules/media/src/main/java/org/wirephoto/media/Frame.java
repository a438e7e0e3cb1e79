package org.wirephoto.media;

/** Where the pixels that a decoder gives lie on the image that is shown; only in GIF files is that not all of it. */
record Frame(long left, long top, long width, long height) {
    static Frame whole(Header header) {
        return new Frame(0, 0, header.width(), header.height());
    }

    long pixels() {
        return Header.product(width, height);
    }
}
