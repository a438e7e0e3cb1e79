package org.wirephoto.protocol;

import java.util.Optional;

/** What became of the bytes of one line. */
public sealed interface LineResult {
    /**
     * The bytes were a line.
     *
     * @param line what they said
     */
    record Parsed(Line line) implements LineResult {}

    /**
     * The bytes break the rules of lines: {@link ErrorCode#MALFORMED_REQUEST}.
     *
     * @param reason one English sentence for a person
     * @param placeLost whether the reader can't know any more where the next line begins, so that the connection
     *     has to end
     * @param name the line's name, where it could still be read
     */
    record Malformed(String reason, boolean placeLost, Optional<String> name) implements LineResult {}
}
