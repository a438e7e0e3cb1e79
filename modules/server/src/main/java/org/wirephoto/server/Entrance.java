package org.wirephoto.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.wirephoto.protocol.Fingerprint;

/** How people come in: the door, the keys behind it where there are any, and this machine's own way. */
final class Entrance implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration GUESS = Duration.ofSeconds(2);

    private final Doorkeeper door;
    private final Optional<KeyWatch> keys;
    private final LocalInvite local;
    private final Optional<Fingerprint> fingerprint;
    private final boolean first;

    private Entrance(
            Doorkeeper door,
            Optional<KeyWatch> keys,
            LocalInvite local,
            Optional<Fingerprint> fingerprint,
            boolean first) {
        this.door = door;
        this.keys = keys;
        this.local = local;
        this.fingerprint = fingerprint;
        this.first = first;
    }

    /** Of a server that asks for no keys. */
    static Entrance open(Path data, Optional<Fingerprint> fingerprint) throws FailureException {
        try {
            return new Entrance(new OpenDoor(), Optional.empty(), LocalInvite.open(data), fingerprint, false);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Of a server that asks for keys; where there are none yet, this machine's is made.
     *
     * @param data the data folder, which this process has locked
     * @param fingerprint what clients know the server by; empty where it does not encrypt
     */
    static Entrance keyed(Path data, Optional<Fingerprint> fingerprint) throws FailureException {
        KeyFile file = new KeyFile(data);
        try {
            boolean first = !Files.exists(file.path());
            boolean nobodyYet = file.read().entries().stream()
                    .allMatch(entry -> entry.label().isSame(LocalInvite.LABEL));
            // Written once a server has listened: a first start that failed before is none.
            boolean welcome = nobodyYet && !Files.exists(data.resolve(LocalInvite.NAME));
            LocalInvite local = LocalInvite.keyed(data, file, first);
            KeyWatch keys = KeyWatch.start(file, LOOK);
            KeyDoor door = new KeyDoor(file, keys, new WrongKeys(GUESS, System::nanoTime), fingerprint);
            return new Entrance(door, Optional.of(keys), local, fingerprint, welcome);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static FailureException unusable(IOException fault) {
        return new FailureException(
                ExitCode.DATA_FOLDER, "The keys can't be read or made: " + DataFolder.reason(fault) + ".", fault);
    }

    Doorkeeper door() {
        return door;
    }

    /** Whether no server has asked for keys here before, and nobody but this machine has one. */
    boolean isFirst() {
        return first;
    }

    /** What clients know the server by; empty where it does not encrypt. */
    Optional<Fingerprint> fingerprint() {
        return fingerprint;
    }

    /** How many keys there are; empty where none is asked for. */
    OptionalInt keys() {
        return keys.map(watch -> OptionalInt.of(watch.current().entries().size()))
                .orElseGet(OptionalInt::empty);
    }

    /**
     * What an invite has to tell of the server.
     *
     * @param address where it listens
     */
    Whereabouts at(InetSocketAddress address) {
        return Whereabouts.of(address, fingerprint, keys.isEmpty());
    }

    /** Takes changes of the keys at once, where there are any. */
    void keysChanged() {
        keys.ifPresent(KeyWatch::reload);
    }

    /** Tells this machine's programs where the server is, and has it end the connections of keys that go. */
    void lead(ImageServer server) throws FailureException {
        try {
            local.write(server.address(), fingerprint);
        } catch (IOException e) {
            throw unusable(e);
        }
        keys.ifPresent(watch -> {
            watch.onChange(server::dropRevoked);
            watch.reload();
        });
    }

    @Override
    public void close() {
        keys.ifPresent(KeyWatch::close);
    }
}
