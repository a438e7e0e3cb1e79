import org.jspecify.annotations.NullMarked;

/** Where things are kept: the catalogue, the blobs, the uploads and the events; it knows no rule. */
@NullMarked
module org.wirephoto.storage {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires java.sql;
    requires org.apache.logging.log4j;
    requires org.xerial.sqlitejdbc;

    exports org.wirephoto.storage;
}
