package org.wirephoto.library;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.PeerText;

/** Writes a line for every change of the library: what happened, to what, by which key, from where. */
final class Audit {
    private static final Logger LOG = LogManager.getLogger("org.wirephoto.audit");
    private static final int LONGEST = 80;

    private Audit() {}

    static void record(Caller caller, String what, ImageName name, String more) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {}{} by {} from {}",
                    what,
                    name,
                    more,
                    caller.label().map(Audit::safe).orElse("anybody"),
                    safe(caller.from()));
        }
    }

    private static String safe(String text) {
        return PeerText.safe(text, LONGEST);
    }
}
