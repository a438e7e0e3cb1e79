package org.wirephoto.desktop.manage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.Role;

/**
 * What a person may do at a server, so that the rest is not offered. A contributor may change what its own key sent,
 * and the server does not say which key that is: what was sent from here shows the key's label, and a refusal shows
 * whose it is not. Confined to the UI thread.
 */
public final class Permissions {
    private final Session session;
    private final Set<Optional<String>> others = new HashSet<>();
    private Optional<String> own = Optional.empty();

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
        Optional<String> sender = image.attributes().sender();
        return own.map(label -> sender.equals(Optional.of(label))).orElse(true) && !others.contains(sender);
    }

    /** Whether others can be invited. */
    public boolean canInvite() {
        return role().covers(Role.CURATOR);
    }

    /** Learns from an image that was sent from here. */
    public void sent(RemoteImage image) {
        own = image.attributes().sender();
    }

    /** Learns from an image that the server did not let be changed. */
    void refused(RemoteImage image) {
        others.add(image.attributes().sender());
    }
}
