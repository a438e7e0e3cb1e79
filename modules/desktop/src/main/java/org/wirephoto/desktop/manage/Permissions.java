package org.wirephoto.desktop.manage;

import java.util.Optional;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.Role;

/**
 * What a person may do at a server, so that the rest is not offered. A contributor may change what its own key sent, and
 * that shows the key's label; a label can be given anew, so the server has the last word. Safe for any thread.
 */
public final class Permissions {
    private final Session session;

    /** What the role of a session allows. */
    public Permissions(Session session) {
        this.session = session;
    }

    private Role role() {
        return session.info().role();
    }

    /** Whether images can be sent. */
    public boolean canSend() {
        return role().covers(Role.CONTRIBUTOR);
    }

    /** Whether an image can be renamed, deleted and replaced, as far as is known. */
    public boolean canChange(RemoteImage image) {
        if (role() != Role.CONTRIBUTOR) {
            return role().covers(Role.CURATOR);
        }
        Optional<String> own = session.info().label();
        // a server that does not tell the label is asked, and refuses
        return own.isEmpty() || own.equals(image.attributes().sender());
    }

    /** Whether others can be invited: by curators, and not to a server that is open to all and so tells no label. */
    public boolean canInvite() {
        return role().covers(Role.CURATOR) && session.info().label().isPresent();
    }
}
