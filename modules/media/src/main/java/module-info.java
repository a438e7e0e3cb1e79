import org.jspecify.annotations.NullMarked;

/** What a file really is: its type, its size in pixels, its orientation, and thumbnails of it. */
@NullMarked
module org.wirephoto.media {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires com.twelvemonkeys.imageio.jpeg;
    requires com.twelvemonkeys.imageio.tiff;
    requires com.twelvemonkeys.imageio.webp;
    requires java.desktop;
    requires org.apache.logging.log4j;
    requires org.apache.tika.core;

    exports org.wirephoto.media;
}
