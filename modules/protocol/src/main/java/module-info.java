import org.jspecify.annotations.NullMarked;

/** The wire's language: lines, commands, replies, error codes and image names, as pure code. */
@NullMarked
module org.wirephoto.protocol {
    requires static org.jspecify;

    exports org.wirephoto.protocol;
}
