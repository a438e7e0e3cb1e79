package org.wirephoto.desktop.manage;

import java.util.List;
import java.util.function.Consumer;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;

/** Changes what a server keeps, as the role allows. Confined to the UI thread. */
public final class Manage {
    private final Session session;
    private final Work work;
    private final Permissions permissions;

    /** Changes what the server of a session keeps. */
    public Manage(Session session, Work work, Permissions permissions) {
        this.session = session;
        this.work = work;
        this.permissions = permissions;
    }

    /** What is allowed. */
    public Permissions permissions() {
        return permissions;
    }

    /** A new name for an image. */
    public RenameModel rename(RemoteImage image) {
        return new RenameModel(session, work, image);
    }

    /** Moves those images to the trash that may be. Exactly one of the two hears of it. */
    public void delete(List<RemoteImage> images, Consumer<Deletion> done, Consumer<Trouble> failed) {
        List<RemoteImage> allowed =
                images.stream().filter(permissions::canChange).toList();
        work.start(() -> Deletion.of(session, allowed), done, failed);
    }

    /** Whether others do not find the server of an invite by its address alone. */
    public static boolean isForThisMachineAlone(Invite invite) {
        return Session.isLoopback(invite.address());
    }

    /** Brings images back. Exactly one of the two hears of it. */
    public void undo(Deletion deletion, Consumer<Deletion.Return> done, Consumer<Trouble> failed) {
        work.start(() -> deletion.undo(session), done, failed);
    }

    /**
     * Makes an invite for somebody else.
     *
     * @param done hears it, with the address by which others reach the server
     */
    public void invite(Role role, String label, Consumer<Invite> done, Consumer<Trouble> failed) {
        work.start(
                () -> {
                    Invitation invitation = session.invite(role, label.strip());
                    return invitation.at(session.addressForOthers(invitation.fingerprint()));
                },
                done,
                failed);
    }
}
