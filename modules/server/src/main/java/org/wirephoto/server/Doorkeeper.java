package org.wirephoto.server;

import java.util.Optional;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Reply;

/** Decides on whose behalf a connection speaks. Used by any number of threads. */
interface Doorkeeper {
    /**
     * Who somebody is that has not said hello; empty where a key is asked for.
     *
     * @param from the peer's address
     */
    Optional<Caller> stranger(String from);

    /**
     * Answers a hello, whose version is one that this server speaks.
     *
     * @param from the peer's address
     */
    Admission admit(Command.Hello hello, String from);

    /** Answers an invite of somebody who was admitted. */
    Reply invite(Caller caller, Command.Invite invite);

    /** What a hello led to. */
    sealed interface Admission {
        /**
         * The peer may come in.
         *
         * @param caller on whose behalf its requests are made
         */
        record Admitted(Caller caller) implements Admission {}

        /**
         * It may not.
         *
         * @param code {@link ErrorCode#KEY_REQUIRED}, {@link ErrorCode#KEY_REFUSED} or {@link ErrorCode#BUSY}
         */
        record Refused(ErrorCode code) implements Admission {}
    }
}
