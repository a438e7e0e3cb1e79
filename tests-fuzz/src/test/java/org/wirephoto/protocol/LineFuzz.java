package org.wirephoto.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Any bytes as a line: it is read or refused, and what was read is written so that it reads the same again. */
public final class LineFuzz {
    private LineFuzz() {}

    /** What the fuzzer calls with bytes of its own. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (!(LineParser.parse(ByteBuffer.wrap(bytes)) instanceof LineResult.Parsed(Line line))) {
            return;
        }
        if (Command.parse(line) instanceof CommandResult.Understood(Command command)) {
            Line written = command.toLine();
            check(Command.parse(written).equals(new CommandResult.Understood(command)), "another command", written);
        }
        Reply.parse(line)
                .ifPresent(reply ->
                        check(Reply.parse(reply.toLine()).equals(Optional.of(reply)), "another reply", reply.toLine()));
        ImageLine.parse(line);
        Event.parse(line);
        line.name().ifPresent(LineFuzz::name);
    }

    private static void name(String text) {
        if (ImageName.check(text) instanceof NameCheck.Accepted(ImageName name)) {
            check(
                    ImageName.check(name.text()).equals(new NameCheck.Accepted(name)),
                    "a name that changes when it is read again",
                    name);
        }
    }

    private static void check(boolean holds, String otherwise, Object what) {
        if (!holds) {
            throw new IllegalStateException(otherwise + ": " + what);
        }
    }
}
