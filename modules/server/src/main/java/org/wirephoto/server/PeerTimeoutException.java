package org.wirephoto.server;

/** The peer was too slow, or silent for too long: it is told so, and the connection ends. */
final class PeerTimeoutException extends WireException {
    private static final long serialVersionUID = 1L;

    PeerTimeoutException(String sentence) {
        super(sentence);
    }

    /** One English sentence for the peer. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
