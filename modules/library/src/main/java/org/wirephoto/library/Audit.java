package org.wirephoto.library;

import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.PeerText;

/**
 * One line of the audit log: what happened, to what, by whose key, from where. The library writes one for each change;
 * a front adds its own: who came, and what they were refused. Lines go to the logger {@link #LOGGER}, in words of the
 * form {@code key=value}; what a peer sent is escaped and cut, so that no text can pass for a line or for a word.
 */
public final class Audit {
    /** The name of the logger that gets the lines. */
    public static final String LOGGER = "audit";

    private static final Logger LOG = LogManager.getLogger(LOGGER);
    /** A name has 255 bytes at most, and escapes make it longer. */
    private static final int LONGEST = 400;
    /** Enough to tell keys apart, and a person can compare it. */
    private static final int ID_DIGITS = 8;

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._:%/+-]+");

    private final StringBuilder line;

    private Audit(String what) {
        this.line = new StringBuilder(what);
    }

    /**
     * Begins a line.
     *
     * @param what a word or two for what happened, such as {@code saved}
     */
    public static Audit of(String what) {
        return new Audit(what);
    }

    /** Adds a word; the value may be a peer's. */
    public Audit with(String key, Object value) {
        String text = PeerText.safe(value.toString(), LONGEST);
        line.append(' ').append(key).append('=');
        if (PLAIN.matcher(text).matches()) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\\\"")).append('"');
        }
        return this;
    }

    /** Ends the line with who did it, and writes it. */
    public void by(Caller caller) {
        caller.label().ifPresentOrElse(label -> with("by", label), () -> with("by", "anybody"));
        if (!caller.keyId().isEmpty()) {
            with("key", shortId(caller.keyId()));
        }
        from(caller.from());
    }

    /** Ends the line with where somebody is whom no key tells of, and writes it. */
    public void from(String from) {
        with("from", from);
        write();
    }

    /** Writes the line as it is: for what nobody did over a wire. */
    public void write() {
        LOG.info(line);
    }

    @Override
    public String toString() {
        return line.toString();
    }

    /** As much of a key's id as a line shows. */
    public static String shortId(String keyId) {
        return keyId.substring(0, Math.min(ID_DIGITS, keyId.length()));
    }
}
