package org.wirephoto.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.Reply;

/** Who speaks over one connection, and whether they said hello. Used by that connection's thread. */
final class Session {
    private static final Logger LOG = LogManager.getLogger(Session.class);
    private static final int VERSION = 1;
    private static final int AGENT_CHARS = 80;

    private final Service service;
    private final String from;
    private Optional<Caller> caller;
    private boolean greeted;

    /**
     * A session at its start.
     *
     * @param from the peer's address
     */
    Session(Service service, String from) {
        this.service = service;
        this.from = from;
        this.caller = service.door().stranger(from);
    }

    /** On whose behalf requests are made; empty until a hello that this server asks for has come. */
    Optional<Caller> caller() {
        return caller;
    }

    /** How long to wait for the next request. */
    Duration patience() {
        return caller.isPresent() ? service.timings().idle() : service.timings().hello();
    }

    /** Answers a hello. */
    Reply hello(Command.Hello hello) {
        if (greeted) {
            return Refusals.of(Optional.empty(), ErrorCode.MALFORMED_REQUEST, "You have said hello already.");
        }
        if (hello.version() < VERSION) {
            return Refusals.of(ErrorCode.UNSUPPORTED_VERSION);
        }
        return switch (service.door().admit(hello, from)) {
            case Doorkeeper.Admission.Refused(ErrorCode code) -> Refusals.of(code);
            case Doorkeeper.Admission.Admitted(Caller admitted) -> welcome(hello, admitted);
        };
    }

    private Reply welcome(Command.Hello hello, Caller admitted) {
        greeted = true;
        caller = Optional.of(admitted);
        LOG.debug(
                "{} is {} with {}",
                () -> from,
                () -> admitted.role().wire(),
                () -> PeerText.safe(hello.agent().orElse("an unnamed client"), AGENT_CHARS));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("version", Integer.toString(VERSION));
        attributes.put("server", service.name());
        attributes.put("role", admitted.role().wire());
        attributes.put(
                "max-filesize", Long.toString(service.library().settings().maxFilesize()));
        return new Reply.Ok(Optional.empty(), OptionalLong.empty(), attributes);
    }
}
