package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

/**
 * What the person hears who starts a server for the first time: an invite for somebody else, or, where there is nobody
 * to see it, how to make one. A key is made only where it can be shown.
 */
final class Welcome {
    private static final KeyLabel FIRST_GUEST = new KeyLabel("first guest");

    private final DataFolder folder;
    private final Whereabouts where;

    Welcome(DataFolder folder, Whereabouts where) {
        this.folder = folder;
        this.where = where;
    }

    /** Says it. */
    void print(Terminal terminal, PrintWriter out, Runnable keysChanged) throws FailureException, IOException {
        Optional<ServerAddress> address = where.address(Optional.empty(), Machine.addresses());
        if (where.fingerprint().isPresent() && address.isPresent() && terminal.person()) {
            Path data = folder.path();
            NewKey made = NewKey.addNumbered(new KeyFile(data), Role.CONTRIBUTOR, FIRST_GUEST);
            keysChanged.run();
            Invite invite = new Invite(address.get(), where.fingerprint().get(), made.key());
            Handout.show(invite, made.entry(), terminal, out);
        } else {
            String command = where.fingerprint().isPresent() ? "invite" : "keys add --role contributor --label NAME";
            out.printf("Nobody else has a key yet. To make one:  wirephoto-server %s%s%n", command, folder.option());
        }
        out.flush();
    }
}
