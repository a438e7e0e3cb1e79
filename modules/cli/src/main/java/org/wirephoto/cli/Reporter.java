package org.wirephoto.cli;

import java.util.Optional;

/** Hears of what failed. */
@FunctionalInterface
interface Reporter {
    /**
     * Tells of a failure.
     *
     * @param subject the file or image that it is about, as the person gave it
     * @return what it comes to
     */
    ExitCode report(Failure failure, Optional<String> subject);
}
