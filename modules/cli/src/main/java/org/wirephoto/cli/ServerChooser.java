package org.wirephoto.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.wirephoto.client.KeyFile;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.KnownServers;
import org.wirephoto.client.LocalServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.ServerAddress;

/**
 * Finds out which server is meant, whom to trust there and which key to show. The server: what {@code --server} says,
 * else the environment, else the key file, else the one joined last, else this machine's own. The key: that of
 * the key file, else the one that is kept with the server; it goes to nobody but the server that it is for.
 */
final class ServerChooser {
    private static final String SERVER_VARIABLE = "WIREPHOTO_SERVER";
    private static final String KEY_FILE_VARIABLE = "WIREPHOTO_KEY_FILE";
    private static final String LINK = "wirephoto:";

    private final Host host;
    private final Screen screen;
    private final KnownServers known;

    ServerChooser(Host host, Screen screen, KnownServers known) {
        this.host = host;
        this.screen = screen;
        this.known = known;
    }

    /**
     * The server that is meant.
     *
     * @throws UsageException if what was said of it makes no sense
     * @throws IOException if a file can't be read
     */
    Choice choose(ServerOptions options) throws IOException {
        Optional<KeyFile> key = keyFile(options);
        Choice meant = meant(options, key);
        if (options.plain()) {
            meant = meant.with(new Trust.Plain());
        }
        if (options.fingerprint().isPresent()) {
            meant = meant.with(fingerprint(options.fingerprint().get(), options.plain()));
        }
        return key.isPresent() ? withKey(meant, key.get(), options) : meant;
    }

    private Choice meant(ServerOptions options, Optional<KeyFile> file) throws IOException {
        Optional<String> variable = variable(SERVER_VARIABLE);
        if (options.server().isPresent()) {
            return named(options.server().get(), Choice.Reason.NAMED);
        }
        if (variable.isPresent()) {
            return named(variable.get(), Choice.Reason.ENVIRONMENT);
        }
        Optional<Choice> inFile = file.flatMap(ServerChooser::inFile);
        return inFile.isPresent() ? inFile.get() : unnamed();
    }

    private static Optional<Choice> inFile(KeyFile file) {
        Choice.Reason reason = Choice.Reason.KEY_FILE;
        return file.invite()
                .map(invite -> Choice.of(invite, reason))
                .or(() -> file.plain().map(address -> Choice.of(address, reason).with(new Trust.Plain())));
    }

    private Choice unnamed() throws IOException {
        Optional<KnownServer> latest = known.latest();
        if (latest.isPresent()) {
            return Choice.ofKnown(latest.get(), Choice.Reason.JOINED_LAST);
        }
        return LocalServer.find(host.environment())
                .map(server -> Choice.ofLocal(server, Choice.Reason.LOCAL))
                .orElseGet(() -> Choice.of(new ServerAddress("localhost", Limits.PORT), Choice.Reason.STANDARD));
    }

    /** What a person called by a name, an address or an invite. */
    Choice named(String text, Choice.Reason reason) throws IOException {
        if (isLink(text)) {
            Invite invite = Invite.parse(text).orElseThrow(ServerChooser::brokenInvite);
            return Choice.of(invite, reason);
        }
        Optional<KnownServer> server = known.find(text.strip());
        if (server.isPresent()) {
            return Choice.ofKnown(server.get(), reason);
        }
        if (AccessKey.parse(text).isPresent()) {
            throw new UsageException("That is a key, and does not say for which server. Put it into a file of your own"
                    + " alone, then: wirephoto join HOST --key-file FILE");
        }
        ServerAddress address = ServerAddress.parse(text).orElseThrow(() -> noServer(text));
        return local(address).map(own -> Choice.ofLocal(own, reason)).orElseGet(() -> Choice.of(address, reason));
    }

    /** Whether a text is an invite, or was to be one: it may hold a key, and is never repeated. */
    static boolean isLink(String text) {
        return text.toLowerCase(Locale.ROOT).contains(LINK) || text.indexOf('#') >= 0;
    }

    /** This machine's own server, if that is what is meant, by whatever name this machine calls itself. */
    private Optional<KnownServer> local(ServerAddress address) throws IOException {
        return isLoopback(address.host())
                ? LocalServer.find(host.environment())
                        .filter(own -> own.address().port() == address.port())
                : Optional.empty();
    }

    static UsageException brokenInvite() {
        return new UsageException("That is not the whole of an invite. One goes: wirephoto://HOST:PORT/?fp=…#…");
    }

    private static UsageException noServer(String text) {
        return new UsageException((text.isBlank() ? "An empty text" : Wording.safe(text))
                + " is neither a joined server's name nor an address. Give HOST or HOST:PORT.");
    }

    /** Whether a host's name or address is this machine itself, as far as can be told without asking the network. */
    static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }

    private static Fingerprint fingerprint(String text, boolean plain) {
        if (plain) {
            throw new UsageException("A server that is spoken to with --plain has no fingerprint.");
        }
        return Fingerprint.parse(text)
                .orElseThrow(() -> new UsageException(
                        "A fingerprint has 64 digits of 0-9 and a-f, and " + Wording.safe(text) + " is none."));
    }

    private Choice withKey(Choice meant, KeyFile file, ServerOptions options) {
        if (file.invite().isPresent() && options.plain()) {
            throw new UsageException("The invite in the key file is for TLS: leave --plain out.");
        }
        Optional<Fingerprint> given = options.fingerprint().flatMap(Fingerprint::parse);
        if (given.isPresent()
                && file.invite()
                        .filter(invite -> !invite.fingerprint().equals(given.get()))
                        .isPresent()) {
            throw new UsageException("The invite in the key file is for a server with another fingerprint than"
                    + " --fingerprint says: leave one of them out.");
        }
        Choice trusting =
                file.invite().isPresent() ? meant.with(file.invite().get().fingerprint()) : meant;
        return trusting.withKey(file.key());
    }

    /** The key file; one that is not there is as good as none. */
    private Optional<KeyFile> keyFile(ServerOptions options) throws IOException {
        Optional<String> name = options.keyFile().or(() -> variable(KEY_FILE_VARIABLE));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path path = path(name.get());
        if (Files.notExists(path)) {
            screen.note("There is no key file " + Wording.safe(name.get()) + ": no key is taken from it.");
            return Optional.empty();
        }
        KeyFile file = KeyFile.read(path);
        file.warning().ifPresent(screen::note);
        return Optional.of(file);
    }

    private Path path(String name) {
        try {
            return host.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new UsageException(Wording.safe(name) + " can't be the name of a file.");
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(host.environment().get(name)).filter(text -> !text.isBlank());
    }
}
