import org.jspecify.annotations.NullMarked;

/** The JavaFX program: finds a server, shows what is there, sends, fetches and follows. */
@NullMarked
module org.wirephoto.desktop {
    requires static org.jspecify;
    requires com.google.zxing;
    requires javafx.controls;
    requires org.apache.logging.log4j;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.wirephoto.client;
    requires org.wirephoto.protocol;

    exports org.wirephoto.desktop to
            javafx.graphics;
}
