import org.jspecify.annotations.NullMarked;

/** The program that listens: it frames bytes and lines, and leaves every decision to the library. */
@NullMarked
module org.wirephoto.server {
    requires static org.jspecify;
    requires com.google.zxing;
    requires info.picocli;
    requires jdk.unsupported;
    requires org.apache.logging.log4j;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.wirephoto.library;
    requires org.wirephoto.mdns;
    requires org.wirephoto.protocol;

    opens org.wirephoto.server to
            info.picocli;
}
