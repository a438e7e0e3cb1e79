package org.wirephoto.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that make an invite: which address stands in it. */
final class HostOption {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "the name or address of this machine that the invite leads to (its first address)")
    private @Nullable String host;

    /** What was named. */
    Optional<String> host() throws SettingException {
        if (host == null) {
            return Optional.empty();
        }
        String text = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (!text.matches("[0-9A-Za-z.:_%-]{1,253}") && !text.matches("[\\p{L}\\p{N}.-]{1,253}")) {
            throw new SettingException("--host is " + host
                    + ", but it has to be a name or an address such as 192.168.1.5, without a port.");
        }
        return Optional.of(text);
    }
}
