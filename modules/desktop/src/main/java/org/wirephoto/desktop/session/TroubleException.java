package org.wirephoto.desktop.session;

import java.io.IOException;

/** Carries a {@link Trouble} to whoever asked. */
public final class TroubleException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    /** What did not work, and what it came from. */
    public TroubleException(Trouble trouble, Throwable cause) {
        super(trouble.sentence(), cause);
        this.trouble = trouble;
    }

    /** What did not work. */
    public TroubleException(Trouble trouble) {
        super(trouble.sentence());
        this.trouble = trouble;
    }

    /** What did not work. */
    public Trouble trouble() {
        return trouble;
    }
}
