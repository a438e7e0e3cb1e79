package org.wirephoto.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closes several things, each of them also where the one before failed. */
final class Closing {
    /** The closing of one thing. */
    @FunctionalInterface
    interface Step {
        void close() throws IOException;
    }

    private @Nullable IOException first;

    /** Closes one thing and keeps its fault for {@link #finish}. */
    void close(Step step) {
        try {
            step.close();
        } catch (IOException e) {
            if (first == null) {
                first = e;
            } else {
                first.addSuppressed(e);
            }
        }
    }

    /** Throws the first fault, with the others in it, if there was one. */
    void finish() throws IOException {
        if (first != null) {
            throw first;
        }
    }

    /** Closes a thing since something else failed, which stays the fault that is told. */
    static void after(Throwable fault, Step step) {
        try {
            step.close();
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }
}
