package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.Reply;

/**
 * The server refused a request and said why. Asking again will not help unless something is changed.
 *
 * <p>The message is the server's sentence, safe to show.
 */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_MESSAGE = 600;

    private final String code;
    private final transient Optional<ImageName> suggestion;

    RefusedException(Reply.Refusal refusal) {
        super(sentence(refusal));
        code = PeerText.safe(refusal.code(), LONGEST_CODE);
        suggestion = refusal.suggestion().flatMap(Replies::name);
    }

    RefusedException(ErrorCode code, String message) {
        this(new Reply.Refusal(Optional.empty(), code.wire(), message, Optional.empty()));
    }

    private static String sentence(Reply.Refusal refusal) {
        return refusal.message().isBlank()
                ? refusal.errorCode().map(ErrorCode::sentence).orElse("The server refused the request.")
                : PeerText.safe(refusal.message(), LONGEST_MESSAGE);
    }

    /** Why, as it stands on the wire: a newer server may know codes that {@link #errorCode} does not. */
    public String code() {
        return code;
    }

    /** Why, or empty where this version knows no such code. */
    public Optional<ErrorCode> errorCode() {
        return ErrorCode.of(code);
    }

    /** A name that would have worked, where there is one. */
    public Optional<ImageName> suggestion() {
        return suggestion;
    }
}
