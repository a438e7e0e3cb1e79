package org.wirephoto.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * All that the command line has from the machine it runs on.
 *
 * @param in standard input
 * @param hidden reads what must not be seen, where standard input is a terminal
 * @param out standard output
 * @param err standard error output
 * @param terminal what these three are
 * @param environment the environment's variables
 * @param clock the time, and the zone that people here live in
 * @param folder where relative paths start
 */
record Host(
        InputStream in,
        HiddenInput hidden,
        StandardOutput out,
        PrintStream err,
        Terminal terminal,
        Map<String, String> environment,
        Clock clock,
        Path folder) {

    ZoneId zone() {
        return clock.getZone();
    }
}
