package org.wirephoto.desktop.connect;

import java.util.Locale;
import java.util.Optional;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/** What a person typed, pasted or dropped to get to a server. */
sealed interface Entry {
    /** Nothing yet. */
    record Nothing() implements Entry {}

    /** An invite. */
    record Invited(Invite invite) implements Entry {}

    /** An address, or the name of a server that is known. */
    record Address(ServerAddress address) implements Entry {}

    /** What begins like an invite and is none: a part of one, most likely. */
    record BrokenInvite() implements Entry {}

    /** What can't be an address. */
    record Nonsense() implements Entry {}

    /** Reads it; looks at nothing but the text. */
    static Entry of(String text) {
        if (text.isBlank()) {
            return new Nothing();
        }
        if (text.strip().toLowerCase(Locale.ROOT).startsWith("wirephoto:")) {
            Optional<Entry> invited = Invite.parse(text).map(Invited::new);
            return invited.orElseGet(BrokenInvite::new);
        }
        Optional<Entry> address = ServerAddress.parse(text).map(Address::new);
        return address.orElseGet(Nonsense::new);
    }

    /** Whether one can go there. */
    default boolean leadsSomewhere() {
        return switch (this) {
            case Invited _, Address _ -> true;
            case Nothing _, BrokenInvite _, Nonsense _ -> false;
        };
    }
}
