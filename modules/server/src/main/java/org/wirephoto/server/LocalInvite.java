package org.wirephoto.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

/**
 * The file {@code local-invite} in the data folder, by which the command line of this machine finds the server and
 * gets in as a curator: an invite's link, or the address and the key on a line each where the server does not encrypt. It
 * is its owner's alone, and the one place where a key stands in clear.
 */
final class LocalInvite {
    /** The file's name. */
    static final String NAME = "local-invite";
    /** The label of its key. */
    static final KeyLabel LABEL = new KeyLabel("this machine");

    private static final String THIS = "localhost";
    private static final int LONGEST = 1024;

    private final Path file;
    private final Optional<AccessKey> key;

    private LocalInvite(Path file, Optional<AccessKey> key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Finds the key of this machine among the server's, and makes one where that is wanted: at the first start, and
     * where its entry is there while the file is not. An operator who took the key away does not get it back.
     *
     * @param first whether there were no keys at all up to now
     */
    static LocalInvite keyed(Path data, KeyFile keys, boolean first) throws FailureException, IOException {
        Path file = data.resolve(NAME);
        Optional<AccessKey> kept = read(file);
        KeyList list = keys.read();
        if (kept.flatMap(list::find).isPresent()) {
            return new LocalInvite(file, kept);
        }
        List<KeyEntry> own = list.labelled(LABEL);
        boolean curator = own.stream().anyMatch(entry -> entry.role() == Role.CURATOR);
        if (first || curator) {
            NewKey made = NewKey.replace(keys, Role.CURATOR, LABEL);
            AuditTrail.changed(list, keys.read());
            return new LocalInvite(file, Optional.of(made.key()));
        }
        return new LocalInvite(file, Optional.empty());
    }

    /** Of a server that asks for no keys: what matters is whom to trust, and the key is kept for when it asks again. */
    static LocalInvite open(Path data) throws IOException {
        Path file = data.resolve(NAME);
        AccessKey key = read(file).orElseGet(() -> AccessKey.generate(new SecureRandom()));
        return new LocalInvite(file, Optional.of(key));
    }

    private static Optional<AccessKey> read(Path file) throws IOException {
        return text(file)
                .flatMap(text -> Invite.parse(text).map(Invite::key).or(() -> AccessKey.parse(lastLine(text))));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static Optional<String> text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty(); // nothing was kept yet
        }
    }

    /** Where the server of a data folder was when it ran the last time; empty where that is not known. */
    static Optional<Whereabouts> lastWhereabouts(Path data) throws IOException {
        return text(data.resolve(NAME))
                .map(text -> Invite.parse(text).map(LocalInvite::at).orElseGet(LocalInvite::withoutTls));
    }

    private static Whereabouts at(Invite invite) {
        Optional<String> host = Optional.of(invite.address().host()).filter(name -> !name.equals(THIS));
        return new Whereabouts(host, invite.address().port(), Optional.of(invite.fingerprint()), false);
    }

    /** Of a server that does not encrypt; its port is nothing that an invite could need. */
    private static Whereabouts withoutTls() {
        return new Whereabouts(Optional.empty(), Limits.PORT, Optional.empty(), false);
    }

    /**
     * Writes the file, or removes it where this machine has no key.
     *
     * @param address where the server listens
     * @param fingerprint what it is known by; empty where it does not encrypt
     */
    void write(InetSocketAddress address, Optional<Fingerprint> fingerprint) throws IOException {
        if (key.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        ServerAddress local = new ServerAddress(host(address.getAddress()), address.getPort());
        String text = fingerprint
                .map(print -> new Invite(local, print, key.get()).link())
                .orElseGet(() -> local + "\n" + key.get().text());
        OwnerFiles.replace(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String host(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLoopbackAddress() ? THIS : address.getHostAddress();
    }
}
