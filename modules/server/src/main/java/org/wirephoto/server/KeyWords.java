package org.wirephoto.server;

import java.util.Locale;
import java.util.OptionalLong;
import org.wirephoto.protocol.Role;

/** Reads what the command line says of a key. */
final class KeyWords {
    private KeyWords() {}

    static Role role(String text) throws SettingException {
        return Role.of(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new SettingException(
                        "--role is " + text + ", but it has to be viewer, contributor or curator."));
    }

    static KeyLabel label(String text) throws SettingException {
        return KeyLabel.of(text)
                .orElseThrow(() -> new SettingException(
                        "A label has 1 to 255 bytes on one line, and no characters that can't be shown."));
    }

    static OptionalLong quota(String text) throws SettingException {
        OptionalLong size = Quantities.size(text);
        if (size.isEmpty() || size.getAsLong() == 0) {
            throw new SettingException("--quota is " + text + ", but it has to be a size such as 500M or 2 GiB.");
        }
        return size;
    }
}
