package org.wirephoto.library;

import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.StoredImage;

/** Who may do what. */
final class Access {
    private Access() {}

    /** Lets nobody pass whose role is below {@code needed}. */
    static void require(Caller caller, Role needed) throws RefusedException {
        if (!caller.role().covers(needed)) {
            throw new RefusedException(
                    ErrorCode.NOT_ALLOWED,
                    needed == Role.CURATOR
                            ? "Only a curator may do this, and your key is a "
                                    + caller.role().wire() + "'s."
                            : "Your key is for looking at images, not for changing them.");
        }
    }

    /** Lets nobody change an image that is not theirs, but curators. */
    static void requireOwner(Caller caller, StoredImage image) throws RefusedException {
        if (!mayChange(caller, image)) {
            throw new RefusedException(
                    ErrorCode.NOT_ALLOWED, image.name() + " was saved with another key; only a curator may change it.");
        }
    }

    private static boolean mayChange(Caller caller, StoredImage image) {
        boolean own = !caller.keyId().isEmpty() && caller.keyId().equals(image.owner());
        return caller.role().covers(Role.CURATOR) || (own && caller.role().covers(Role.CONTRIBUTOR));
    }
}
