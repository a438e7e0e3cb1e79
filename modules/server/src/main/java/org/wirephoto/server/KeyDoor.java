package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.Role;

/** Lets in who shows one of the keys of {@code access-keys}. */
final class KeyDoor implements Doorkeeper {
    private static final KeyLabel GUEST = new KeyLabel("guest");

    private final KeyFile file;
    private final KeyWatch keys;
    private final WrongKeys wrong;
    private final Optional<Fingerprint> fingerprint;

    /**
     * A door.
     *
     * @param fingerprint what clients know the server by; empty where it does not encrypt
     */
    KeyDoor(KeyFile file, KeyWatch keys, WrongKeys wrong, Optional<Fingerprint> fingerprint) {
        this.file = file;
        this.keys = keys;
        this.wrong = wrong;
        this.fingerprint = fingerprint;
    }

    @Override
    public Optional<Caller> stranger(InetAddress from) {
        return Optional.empty();
    }

    @Override
    public Admission admit(Command.Hello hello, InetAddress from) throws InterruptedException {
        if (hello.key().isEmpty()) {
            return new Admission.Refused(ErrorCode.KEY_REQUIRED, true);
        }
        Optional<KeyEntry> entry = AccessKey.parse(hello.key().get()).flatMap(keys.current()::find);
        if (entry.isEmpty()) {
            return refuse(from);
        }
        KeyEntry own = entry.get();
        return new Admission.Admitted(
                own.caller(from.getHostAddress()), () -> keys.current().contains(own));
    }

    private Admission refuse(InetAddress from) throws InterruptedException {
        return switch (wrong.note(from)) {
            case FEW -> new Admission.Refused(ErrorCode.KEY_REFUSED, true);
            case MANY -> new Admission.Refused(ErrorCode.BUSY, true);
            case FLOOD -> new Admission.Refused(ErrorCode.BUSY, false);
        };
    }

    @Override
    public Reply invite(Caller caller, Command.Invite invite, boolean secret) throws IOException {
        if (!caller.role().covers(Role.CURATOR)) {
            return refusal(ErrorCode.NOT_ALLOWED, "Only a curator's key may invite.");
        }
        if (!secret) {
            return refusal(
                    ErrorCode.NOT_ALLOWED, "This wire is not encrypted, and a new key must not be sent over it.");
        }
        Optional<KeyLabel> label =
                invite.label().isPresent() ? KeyLabel.of(invite.label().get()) : Optional.of(GUEST);
        if (label.isEmpty()) {
            return refusal(ErrorCode.MALFORMED_REQUEST, "The label is empty, or has characters that can't be shown.");
        }
        NewKey made = make(invite.role(), label.get());
        AuditTrail.invited(caller, made.entry());
        keys.reload();
        return reply(made);
    }

    private static Reply refusal(ErrorCode code, String sentence) {
        return Refusals.of(Optional.empty(), code, sentence);
    }

    private NewKey make(Role role, KeyLabel label) throws IOException {
        try {
            return NewKey.addNumbered(file, role, label);
        } catch (FailureException e) {
            throw new IOException(e);
        }
    }

    private Reply reply(NewKey made) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("key", made.key().text());
        fingerprint.ifPresent(print -> attributes.put("fp", print.hex()));
        attributes.put("label", made.entry().label().text());
        return new Reply.Ok(Optional.empty(), OptionalLong.empty(), attributes);
    }
}
