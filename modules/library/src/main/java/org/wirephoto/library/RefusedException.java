package org.wirephoto.library;

import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * A rule refuses a request.
 *
 * <p>All that it holds may be told to the peer. It has no stack trace: refusals are an outcome, not a fault.
 */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Optional<ImageName> suggestion;

    RefusedException(ErrorCode code, String message, Optional<ImageName> suggestion) {
        super(message, null, false, false);
        this.code = code;
        this.suggestion = suggestion;
    }

    RefusedException(ErrorCode code, String message) {
        this(code, message, Optional.empty());
    }

    RefusedException(ErrorCode code) {
        this(code, code.sentence(), Optional.empty());
    }

    /** Which rule refuses. */
    public ErrorCode code() {
        return code;
    }

    /** One English sentence for a person, safe to show to the peer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** A valid and free name (for a look-up: an existing one) that would have worked, where there is one. */
    public Optional<ImageName> suggestion() {
        return suggestion;
    }
}
