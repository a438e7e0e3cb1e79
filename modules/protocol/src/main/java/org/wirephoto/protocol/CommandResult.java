package org.wirephoto.protocol;

/** What became of a line that a client sent. */
public sealed interface CommandResult {
    /**
     * The line is a request.
     *
     * @param command what it asks for
     */
    record Understood(Command command) implements CommandResult {}

    /**
     * The line is none; the connection goes on.
     *
     * @param code {@link ErrorCode#UNKNOWN_COMMAND} or {@link ErrorCode#MALFORMED_REQUEST}
     * @param reason one English sentence for a person
     */
    record Refused(ErrorCode code, String reason) implements CommandResult {}
}
