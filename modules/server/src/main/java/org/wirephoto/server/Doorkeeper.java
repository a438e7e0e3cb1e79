package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    Optional<Caller> stranger(InetAddress from);

    /**
     * Answers a hello, whose version is one that this server speaks; whoever guesses keys may have to wait for it.
     *
     * @param from the peer's address
     */
    Admission admit(Command.Hello hello, InetAddress from) throws InterruptedException;

    /**
     * Answers an invite of somebody who was admitted.
     *
     * @param secret whether nobody but the peer can read the reply
     */
    Reply invite(Caller caller, Command.Invite invite, boolean secret) throws IOException;

    /** What a hello led to. */
    sealed interface Admission {
        /**
         * The peer may come in.
         *
         * @param caller on whose behalf its requests are made
         * @param valid whether it still may; asked from any thread
         */
        record Admitted(Caller caller, BooleanSupplier valid) implements Admission {}

        /**
         * It may not.
         *
         * @param code {@link ErrorCode#KEY_REQUIRED}, {@link ErrorCode#KEY_REFUSED} or {@link ErrorCode#BUSY}
         * @param told whether it is worth a line of the audit log, which a flood of them would sweep away
         */
        record Refused(ErrorCode code, boolean told) implements Admission {}
    }
}
