package org.wirephoto.server;

/** The program can't go on; the message is a sentence for whoever started it. */
final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    FailureException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    FailureException(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** One of {@link ExitCode}. */
    int exitCode() {
        return exitCode;
    }
}
