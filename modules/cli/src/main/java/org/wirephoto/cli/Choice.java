package org.wirephoto.cli;

import java.util.Optional;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * The server that is meant, and how to come to it.
 *
 * @param address where it is
 * @param trust whom to trust there; empty where nobody has said yet
 * @param key what to show it
 * @param known what is kept of it here
 * @param reason why it is this one
 */
record Choice(
        ServerAddress address,
        Optional<Trust> trust,
        Optional<AccessKey> key,
        Optional<KnownServer> known,
        Reason reason) {

    /** What made a server the one that is meant. */
    enum Reason {
        /** The command line says so. */
        NAMED,
        /** WIREPHOTO_SERVER says so. */
        ENVIRONMENT,
        /** The key file says so. */
        KEY_FILE,
        /** It was joined last. */
        JOINED_LAST,
        /** It is this machine's own. */
        LOCAL,
        /** Nothing else was said. */
        STANDARD
    }

    static Choice of(ServerAddress address, Reason reason) {
        return new Choice(address, Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    static Choice of(Invite invite, Reason reason) {
        return of(invite.address(), reason).with(invite.fingerprint()).withKey(invite.key());
    }

    /** A server that is kept among those joined. */
    static Choice ofKnown(KnownServer server, Reason reason) {
        return new Choice(server.address(), Optional.of(server.trust()), server.key(), Optional.of(server), reason);
    }

    /** This machine's own server, which is not kept: it says anew at each start how to come to it. */
    static Choice ofLocal(KnownServer server, Reason reason) {
        return new Choice(server.address(), Optional.of(server.trust()), server.key(), Optional.empty(), reason);
    }

    /** The same with another server trusted; a key that is for another one is left out. */
    Choice with(Fingerprint fingerprint) {
        return with(new Trust.Pinned(fingerprint));
    }

    Choice with(Trust other) {
        boolean same = trust.isEmpty() || trust.get().equals(other);
        return new Choice(
                address, Optional.of(other), same ? key : Optional.empty(), same ? known : Optional.empty(), reason);
    }

    Choice withKey(AccessKey other) {
        return new Choice(address, trust, Optional.of(other), known, reason);
    }

    /** Whether it is meant as this machine's own server, and not by its address. */
    boolean local() {
        return reason == Reason.LOCAL;
    }

    ConnectionSettings settings(Trust decided) {
        ConnectionSettings settings = ConnectionSettings.of(decided);
        return key.map(settings::withKey).orElse(settings);
    }

    /** What may be added to the sentence that says that the server can't be reached. */
    String hint() {
        return switch (reason) {
            case NAMED, KEY_FILE -> "";
            case ENVIRONMENT -> "WIREPHOTO_SERVER names it.";
            case JOINED_LAST ->
                known.map(server -> "It is " + Wording.safe(server.name()) + ", which was joined last. ")
                                .orElse("")
                        + "Name another one with --server; to see which there are: wirephoto servers";
            case LOCAL ->
                "It is this machine's own server: start it with wirephoto-server serve, or name another one with"
                        + " --server.";
            case STANDARD ->
                "Join a server with its invite: wirephoto join, name one with --server, or start one here with:"
                        + " wirephoto-server serve";
        };
    }
}
