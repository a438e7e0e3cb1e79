package org.wirephoto.cli;

import org.wirephoto.protocol.Limits;

/**
 * What was tried, for the sentence that says why it failed.
 *
 * @param action what was to be done
 * @param subject the file or image that it was to be done to, as the person gave it; empty where there is none
 * @param target the name that it was to have at the server; the subject where it was to keep its own
 * @param maxFilesize the largest image that the server takes
 */
record Attempt(Action action, String subject, String target, long maxFilesize) {
    static Attempt of(Action action) {
        return of(action, "");
    }

    static Attempt of(Action action, String subject) {
        return new Attempt(action, subject, subject, Limits.FILESIZE);
    }

    Attempt withTarget(String other) {
        return new Attempt(action, subject, other, maxFilesize);
    }

    Attempt withMaxFilesize(long other) {
        return new Attempt(action, subject, target, other);
    }
}
