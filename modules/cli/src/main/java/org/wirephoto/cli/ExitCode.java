package org.wirephoto.cli;

import java.util.Collection;

/** What the process ends with; documented in {@code docs/command-line.md}, and the same in every version. */
enum ExitCode {
    /** Everything that was asked for is done. */
    OK(0),
    /** The server refused something, or does not have it; with several images, some failed and for unlike reasons. */
    REFUSED(1),
    /** The command makes no sense. */
    USAGE(2),
    /** The server can't be reached, or was lost. */
    UNREACHABLE(3),
    /** The server wants a key, or the key does not allow this. */
    NOT_ALLOWED(4),
    /** A file of this machine can't be read or written, or is there already. */
    LOCAL(5),
    /** The server is not the one that is known, or nobody said yet whether to trust it. */
    UNTRUSTED(6),
    /** A fault of this program. */
    FAULT(70),
    /** Ctrl+C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** What several outcomes come to: the failure that all failures share, or else {@link #REFUSED}. */
    static ExitCode of(Collection<ExitCode> outcomes) {
        ExitCode all = OK;
        for (ExitCode outcome : outcomes) {
            if (outcome == INTERRUPTED) {
                return INTERRUPTED;
            }
            if (outcome != OK) {
                all = all == OK || all == outcome ? outcome : REFUSED;
            }
        }
        return all;
    }
}
