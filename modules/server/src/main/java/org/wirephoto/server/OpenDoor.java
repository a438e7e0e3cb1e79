package org.wirephoto.server;

import java.net.InetAddress;
import java.util.Optional;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Reply;

/** Lets everybody in, as a curator, whatever key they show: the door of {@code --open}. */
final class OpenDoor implements Doorkeeper {
    @Override
    public Optional<Caller> stranger(InetAddress from) {
        return Optional.of(Caller.open(from.getHostAddress()));
    }

    @Override
    public Admission admit(Command.Hello hello, InetAddress from) {
        return new Admission.Admitted(Caller.open(from.getHostAddress()), () -> true);
    }

    @Override
    public Reply invite(Caller caller, Command.Invite invite, boolean secret) {
        return Refusals.of(
                Optional.empty(),
                ErrorCode.NOT_ALLOWED,
                "This server asks for no keys, so there are none to hand out: its address is all that anyone needs.");
    }
}
