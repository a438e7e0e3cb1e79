import org.jspecify.annotations.NullMarked;

/** The command line {@code wirephoto}, on the client. */
@NullMarked
module org.wirephoto.cli {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.google.zxing;
    requires info.picocli;
    requires org.apache.logging.log4j;
    requires org.wirephoto.client;
    requires org.wirephoto.protocol;

    opens org.wirephoto.cli to
            info.picocli;
}
