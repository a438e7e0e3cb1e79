package org.wirephoto.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.logging.log4j.LogManager;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

/**
 * What the commands about keys do to a data folder. A server that runs on it writes to its audit log what it finds
 * changed; where none says that it did, the command writes it: rather twice than not at all.
 */
final class KeyOffice {
    private final DataFolder folder;
    private final KeyFile file;

    /**
     * The office of a data folder.
     *
     * @throws FailureException if it is none: keys there would be nobody's
     */
    KeyOffice(DataFolder folder) throws FailureException {
        if (!folder.isInUse()) {
            throw new FailureException(
                    ExitCode.FAILURE,
                    "There is no data folder of a server at " + folder.path()
                            + ": name the right one with --data DIR, or start the server once.");
        }
        folder.log();
        this.folder = folder;
        this.file = new KeyFile(folder.path());
    }

    KeyFile file() {
        return file;
    }

    /** Makes a key that has the label that was asked for. */
    NewKey add(Role role, KeyLabel label, OptionalLong quota) throws FailureException, IOException {
        NewKey made = NewKey.add(file, role, label, quota)
                .orElseThrow(() -> new FailureException(
                        ExitCode.FAILURE,
                        "There is a key labelled " + label + " already: choose another label, or revoke it first with"
                                + " \"wirephoto-server keys revoke\"."));
        added(made);
        return made;
    }

    /** Makes a key whose label may get a number. */
    NewKey addNumbered(Role role, KeyLabel label) throws FailureException, IOException {
        NewKey made = NewKey.addNumbered(file, role, label);
        added(made);
        return made;
    }

    private void added(NewKey made) {
        if (!serverKnows()) {
            AuditTrail.added(made.entry());
        }
    }

    /** Takes a key back that could not be handed out. */
    void takeBack(NewKey made) throws FailureException, IOException {
        file.change(list -> new KeyFile.Changed<>(list.without(made.entry()::equals), made));
        gone(List.of(made.entry()));
    }

    /**
     * Takes all keys of a label away.
     *
     * @return how many there were
     */
    int revoke(KeyLabel label) throws FailureException, IOException {
        List<KeyEntry> labelled = file.change(list -> {
            List<KeyEntry> entries = list.labelled(label);
            return new KeyFile.Changed<>(entries.isEmpty() ? list : list.without(entries::contains), entries);
        });
        if (!labelled.isEmpty()) {
            gone(labelled);
        }
        return labelled.size();
    }

    private void gone(List<KeyEntry> entries) {
        if (!serverKnows()) {
            entries.forEach(AuditTrail::gone);
        }
    }

    /** Tells a server that runs, which would notice by itself a second later; whether one says that it has looked. */
    private boolean serverKnows() {
        try {
            return ask(ServerDesk.keysHaveChanged()).isPresent();
        } catch (FailureException | IOException e) {
            LogManager.getLogger(KeyOffice.class).debug("The server was not told of the change", e);
            return false;
        }
    }

    private Optional<Line> ask(Line line) throws FailureException, IOException {
        Optional<ControlClient> server = ControlClient.connect(folder.path());
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try (ControlClient client = server.get()) {
            return Optional.of(client.ask(line));
        }
    }

    /**
     * Where an invite has to lead.
     *
     * @param host the address that somebody named
     */
    Target target(Optional<String> host) throws FailureException, IOException {
        Whereabouts where = whereabouts();
        if (where.open()) {
            throw new FailureException(
                    ExitCode.FAILURE,
                    "The server asks for no keys, so there is nothing to invite to: its address is all that anyone"
                            + " needs.");
        }
        Fingerprint fingerprint = where.fingerprint()
                .orElseThrow(() -> new FailureException(
                        ExitCode.FAILURE,
                        "The server does not encrypt, so an invite could not say whom to trust. Make a key with"
                                + " \"wirephoto-server keys add\", and hand it out with the address."));
        ServerAddress address = where.address(host, Machine.addresses())
                .orElseThrow(() -> new FailureException(
                        ExitCode.FAILURE,
                        "This machine has no network at the moment: name the address to invite to with --host HOST."));
        return new Target(address, fingerprint);
    }

    private Whereabouts whereabouts() throws FailureException, IOException {
        Optional<Line> answer = ask(Whereabouts.question());
        if (answer.isPresent()) {
            return Whereabouts.read(answer.get());
        }
        return LocalInvite.lastWhereabouts(folder.path())
                .orElseThrow(() -> new FailureException(
                        ExitCode.FAILURE, "Nobody knows where this server will be: start it, then try again."));
    }

    /**
     * What an invite says beside the key.
     *
     * @param address where the server is
     * @param fingerprint what it is known by
     */
    record Target(ServerAddress address, Fingerprint fingerprint) {
        Invite invite(NewKey made) {
            return new Invite(address, fingerprint, made.key());
        }
    }
}
