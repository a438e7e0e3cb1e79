package org.wirephoto.cli;

import picocli.CommandLine.Option;

/** How many transfers go on at once. */
final class JobsOption {
    private static final int MOST = 16;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "3",
            description = "How many at once, 1 to 16 (default: ${DEFAULT-VALUE}).")
    private int jobs;

    /** The number, known to be in range after {@link #check}. */
    int count() {
        return jobs;
    }

    void check() {
        if (jobs < 1 || jobs > MOST) {
            throw new UsageException("--jobs goes from 1 to " + MOST + ".");
        }
    }
}
