package org.wirephoto.server;

/** What the program tells whoever started it; {@code docs/operating.md} has the same list. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;
    /** It failed, or maintenance met problems. */
    static final int FAILURE = 1;
    /** The command line or {@code server.properties} makes no sense. */
    static final int USAGE = 2;
    /** The data folder can't be used: another process has it, a newer version wrote it, or the disk fails. */
    static final int DATA_FOLDER = 3;
    /** Stopped by Ctrl+C before it was done. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
