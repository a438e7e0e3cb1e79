package org.wirephoto.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Reply;

/** Who speaks over one connection, and whether they said hello. Used by that connection's thread, but for one look. */
final class Session {
    private static final int VERSION = 1;
    /** Far more than a person types, or a client asks by mistake. */
    private static final int MOST_WITHOUT_KEY = 100;

    private final Service service;
    private final InetAddress from;
    private final long start = System.nanoTime();
    private volatile Optional<Doorkeeper.Admission.Admitted> admitted;
    private boolean greeted;
    private int withoutKey;

    /**
     * A session at its start.
     *
     * @param from the peer's address
     */
    Session(Service service, InetAddress from) {
        this.service = service;
        this.from = from;
        this.admitted =
                service.door().stranger(from).map(caller -> new Doorkeeper.Admission.Admitted(caller, () -> true));
    }

    /** On whose behalf requests are made; empty until a hello that this server asks for has come. */
    Optional<Caller> caller() {
        return admitted.map(Doorkeeper.Admission.Admitted::caller);
    }

    /** Whether a hello is missing that this server asks for. */
    boolean isStranger() {
        return admitted.isEmpty();
    }

    /** Whether the peer was let in, and would not be any more; from any thread. */
    boolean isRevoked() {
        return admitted.stream().anyMatch(one -> !one.valid().getAsBoolean());
    }

    /** How much is left of the time for a hello, which began with the connection; zero or less once it is up. */
    Duration patience() {
        return service.timings().hello().minusNanos(System.nanoTime() - start);
    }

    /** Counts a request of a stranger, whatever it is; false once there were more than who has a key would send. */
    boolean mayAskAgain() {
        withoutKey++;
        return withoutKey <= MOST_WITHOUT_KEY;
    }

    /** Answers a hello. */
    Reply hello(Command.Hello hello) throws InterruptedException {
        if (greeted) {
            return Refusals.of(Optional.empty(), ErrorCode.MALFORMED_REQUEST, "You have said hello already.");
        }
        if (hello.version() < VERSION) {
            note(ErrorCode.UNSUPPORTED_VERSION);
            return Refusals.of(ErrorCode.UNSUPPORTED_VERSION);
        }
        return switch (service.door().admit(hello, from)) {
            case Doorkeeper.Admission.Refused refused -> turnAway(refused);
            case Doorkeeper.Admission.Admitted one -> welcome(hello, one);
        };
    }

    private Reply turnAway(Doorkeeper.Admission.Refused refused) {
        if (refused.told()) {
            note(refused.code());
        }
        return refused.code() == ErrorCode.BUSY
                ? Refusals.of(
                        Optional.empty(), ErrorCode.BUSY, "Too many wrong keys came from this address: wait a minute.")
                : Refusals.of(refused.code());
    }

    /** A line of the audit log, but for what would sweep all others away: a stranger may knock as often as he likes. */
    private void note(ErrorCode code) {
        if (!service.knocks().isTooMany(from)) {
            AuditTrail.helloRefused(from, code);
        }
    }

    private Reply welcome(Command.Hello hello, Doorkeeper.Admission.Admitted one) {
        greeted = true;
        admitted = Optional.of(one);
        if (isRevoked()) { // between the look at the keys and this: whoever ended the others did not see this one
            return Refusals.of(ErrorCode.KEY_REFUSED);
        }
        AuditTrail.hello(one.caller(), hello);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("version", Integer.toString(VERSION));
        attributes.put("server", service.name());
        attributes.put("role", one.caller().role().wire());
        one.caller().label().ifPresent(label -> attributes.put("label", label));
        attributes.put(
                "max-filesize", Long.toString(service.library().settings().maxFilesize()));
        return new Reply.Ok(Optional.empty(), OptionalLong.empty(), attributes);
    }
}
