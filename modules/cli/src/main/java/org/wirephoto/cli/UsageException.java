package org.wirephoto.cli;

/** The command makes no sense. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UsageException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong, and what would do. */
    String sentence() {
        return sentence;
    }
}
