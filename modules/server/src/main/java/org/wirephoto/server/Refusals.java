package org.wirephoto.server;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Reply;

/** The one place where an exception becomes what a peer is told of it. */
final class Refusals {
    private static final Logger LOG = LogManager.getLogger(Refusals.class);
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REFERENCE = 8;

    private Refusals() {}

    /**
     * What to tell a peer of a fault. A refusal's own words are made for it; of anything else it is told no more than
     * a reference, under which the log has the rest.
     *
     * @param name what the request was about, as the peer called it
     */
    static Reply.Refusal of(Optional<String> name, Exception fault) {
        if (fault instanceof RefusedException refused) {
            return new Reply.Refusal(
                    name,
                    refused.code().wire(),
                    refused.sentence(),
                    refused.suggestion().map(ImageName::text));
        }
        String reference = reference();
        LOG.error("Internal error, reference {}", reference, fault);
        return of(
                name,
                ErrorCode.INTERNAL,
                ErrorCode.INTERNAL.sentence() + " Its log says more under the reference " + reference + ".");
    }

    /** A refusal without a suggestion. */
    static Reply.Refusal of(Optional<String> name, ErrorCode code, String sentence) {
        return new Reply.Refusal(name, code.wire(), sentence, Optional.empty());
    }

    /** A refusal that is about no image, in the code's own words. */
    static Reply.Refusal of(ErrorCode code) {
        return of(Optional.empty(), code, code.sentence());
    }

    private static String reference() {
        return ThreadLocalRandom.current()
                .ints(REFERENCE, 0, DIGITS.length())
                .mapToObj(i -> String.valueOf(DIGITS.charAt(i)))
                .collect(Collectors.joining());
    }
}
