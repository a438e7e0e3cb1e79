package org.wirephoto.client;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.ServerAddress;

/** The sentences for what can go wrong with one server: what happened, and what to do next. */
final class Trouble {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_MAJOR_VERSION = 3;

    private final Supplier<ServerAddress> where;

    Trouble(ServerAddress address) {
        this(() -> address);
    }

    /** With a server that may be found elsewhere one day. */
    Trouble(Supplier<ServerAddress> where) {
        this.where = where;
    }

    private ServerAddress address() {
        return where.get();
    }

    UnreachableException unreachable(@Nullable Throwable cause) {
        String message = cause instanceof UnknownHostException
                ? "No host is known as " + address().host() + ". Check how it is spelled."
                : "No server answers at " + address() + ". Check the address, and that the server runs.";
        return new UnreachableException(message, cause);
    }

    UnreachableException slowToConnect(Duration limit) {
        return new UnreachableException(
                "No server answered at " + address() + " within " + text(limit)
                        + ". Check the address, and that the server runs.",
                null);
    }

    UnreachableException keyInPlain() {
        return new UnreachableException(
                "A key is sent over TLS or to this machine itself, and " + address()
                        + " is spoken to in plain. Leave the" + " key out, or use TLS.",
                null);
    }

    ConnectionLostException lost(@Nullable Throwable cause) {
        return new ConnectionLostException(
                "The connection to " + address() + " was lost. Check the network, then try again.", cause, true);
    }

    ConnectionLostException lostAfterAsking(@Nullable Throwable cause) {
        return new ConnectionLostException(
                "The connection to " + address() + " was lost before the answer came, so what was asked for may have"
                        + " been done. Look before you ask again.",
                cause,
                false);
    }

    ConnectionLostException silent(Duration limit) {
        return new ConnectionLostException(
                address() + " did not answer within " + text(limit) + ". Try again later.", null, true);
    }

    ConnectionLostException slow(Duration window) {
        return new ConnectionLostException(
                "Nearly nothing got through to or from " + address() + " for " + text(window)
                        + ". Check the network, then try again.",
                null,
                true);
    }

    ConnectionLostException givenUp() {
        return new ConnectionLostException(
                address() + " closed the connection because too little came for too long. Try again.", null, true);
    }

    ProtocolException nonsense(String what) {
        return new ProtocolException(
                "What the server at " + address() + " says makes no sense: " + what
                        + " It may be of another version, or no Wirephoto server.",
                Peer.WIREPHOTO,
                null);
    }

    ProtocolException corrupt(String name) {
        return new ProtocolException(
                "The bytes of " + name + " that came from " + address()
                        + " are not those that it promised; they were thrown away. Ask the server's owner to verify"
                        + " its store.",
                Peer.WIREPHOTO,
                null);
    }

    ProtocolException tooLarge(String name, long size, long most) {
        return new ProtocolException(
                address() + " wants to send " + size + " bytes for " + name + ", and " + most + " is the most here.",
                Peer.WIREPHOTO,
                null);
    }

    /** What answered a greeting with anything but a line of ours. */
    ProtocolException strange(byte[] opening, @Nullable Throwable cause) {
        Peer peer = peer(opening);
        String kind = peer == Peer.TLS ? "speaks TLS, and this client was told to speak plain" : kind(peer);
        return new ProtocolException("What listens at " + address() + " " + kind + ". Check the address.", peer, cause);
    }

    ConnectionLostException mute(@Nullable Throwable cause) {
        return new ConnectionLostException(
                "What listens at " + address() + " took the connection and said nothing: it may be too busy, or no"
                        + " Wirephoto server. Check the address, then try again.",
                cause,
                true);
    }

    /** A handshake that came to nothing, with a peer that began like this or did not begin at all. */
    IOException unsecured(byte[] opening, boolean lost, IOException cause) {
        if (opening.length == 0) {
            return new ConnectionLostException(
                    "What listens at " + address() + " took the connection and did not answer in TLS: it may be too"
                            + " busy, no Wirephoto server, or one that does not encrypt. Check the address, then try"
                            + " again.",
                    cause,
                    true);
        }
        Peer peer = peer(opening);
        if (peer == Peer.TLS && lost) {
            return lost(cause);
        }
        if (peer == Peer.WIREPHOTO) {
            return new ProtocolException(
                    "The server at " + address()
                            + " does not encrypt, so nothing was said to it. Ask its owner to start"
                            + " it with TLS; or speak plain to it, if all who can listen may know what you send.",
                    Peer.PLAIN_WIREPHOTO,
                    cause);
        }
        String kind = peer == Peer.TLS ? "speaks TLS, but not as a Wirephoto server does" : kind(peer);
        return new ProtocolException("What listens at " + address() + " " + kind + ". Check the address.", peer, cause);
    }

    FingerprintChangedException changed(PinnedTrust.MismatchException mismatch) {
        return new FingerprintChangedException(
                "The server at " + address() + " is not the one that is trusted, so nothing was said to it. Expected"
                        + " fingerprint: " + mismatch.expected().grouped() + ". Its fingerprint: "
                        + mismatch.actual().grouped() + ". Trust the new one only if the server's owner confirms it:"
                        + " something else may be answering in the server's place.",
                mismatch.expected(),
                mismatch.actual());
    }

    private static Peer peer(byte[] opening) {
        if (opening.length > 1
                && (opening[0] == TLS_ALERT || opening[0] == TLS_HANDSHAKE)
                && opening[1] == TLS_MAJOR_VERSION) {
            return Peer.TLS;
        }
        String text = new String(opening, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.startsWith("http/") || text.startsWith("<")) {
            return Peer.WEB;
        }
        if (text.startsWith("ok,") || text.startsWith("error,")) {
            return Peer.WIREPHOTO;
        }
        return text.startsWith("ssh-") ? Peer.SSH : Peer.UNKNOWN;
    }

    private static String kind(Peer peer) {
        return switch (peer) {
            case WEB -> "is a web server, not a Wirephoto server";
            case SSH -> "is an SSH server, not a Wirephoto server";
            case WIREPHOTO, PLAIN_WIREPHOTO, TLS, UNKNOWN -> "is not a Wirephoto server";
        };
    }

    private static String text(Duration time) {
        return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
