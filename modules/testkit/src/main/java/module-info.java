import org.jspecify.annotations.NullMarked;

/** What tests of several modules share; never shipped. */
@NullMarked
module org.wirephoto.testkit {
    requires static org.jspecify;
    requires transitive org.wirephoto.protocol;
    requires java.desktop;

    exports org.wirephoto.testkit;
}
