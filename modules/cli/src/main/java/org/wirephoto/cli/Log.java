package org.wirephoto.cli;

/**
 * Where this program's log goes: nowhere, or with {@code --verbose} to standard error output. It is written by Log4j's
 * own simple logger, as a full logger takes longer to start than most commands take to run.
 */
final class Log {
    private static final String PROVIDER = "log4j.provider";
    private static final String SIMPLE = "org.apache.logging.log4j.simple.internal.SimpleProvider";
    private static final String LEVEL = "org.apache.logging.log4j.simplelog.level";
    private static final String STATUS_LEVEL = "log4j2.statusLoggerLevel";

    private Log() {}

    /** Has to come before the first logger. A setting that the process was started with stays as it is. */
    static void configure(boolean verbose) {
        set(PROVIDER, SIMPLE);
        set(LEVEL, verbose ? "DEBUG" : "OFF");
        set(STATUS_LEVEL, "OFF");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
