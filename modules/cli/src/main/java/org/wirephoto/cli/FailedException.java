package org.wirephoto.cli;

import java.io.IOException;

/** What was tried has failed, and what to tell of it is known already. */
final class FailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailedException(Failure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
