import org.jspecify.annotations.NullMarked;

/** The rules: who may do what, and which names, types and sizes; the one front of the image database. */
@NullMarked
module org.wirephoto.library {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires org.apache.logging.log4j;
    requires org.wirephoto.media;
    requires org.wirephoto.storage;

    exports org.wirephoto.library;
}
