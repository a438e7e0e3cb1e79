/** What an image file really is: its type, its size in pixels, its orientation, its thumbnails. */
@org.jspecify.annotations.NullMarked
module org.wirephoto.media {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;

    exports org.wirephoto.media;
}
