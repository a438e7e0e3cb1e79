package org.wirephoto.media;

/** Says that a file's content contradicts its own form, in one sentence that a person may read. */
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
