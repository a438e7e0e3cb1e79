package org.wirephoto.cli;

import java.util.Optional;
import org.wirephoto.client.RefusedException;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * Why a server refused.
 *
 * @param code why, as it stands on the wire
 * @param message the server's sentence, safe to show
 * @param suggestion a name that would have worked, where there is one
 */
record Refusal(String code, String message, Optional<ImageName> suggestion) {
    static Refusal of(RefusedException e) {
        return new Refusal(e.code(), Optional.ofNullable(e.getMessage()).orElse(""), e.suggestion());
    }

    Optional<ErrorCode> errorCode() {
        return ErrorCode.of(code);
    }
}
