package org.wirephoto.protocol;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this platform keeps a user's files. Nothing is made or looked at: the folders need not be there.
 *
 * @param data what a server keeps
 * @param configuration what a program was told and has to remember
 * @param cache what can be deleted at any time
 */
public record PlatformFolders(Path data, Path configuration, Path cache) {
    private static final String WORDED = "Wirephoto";
    private static final String PLAIN = "wirephoto";

    /**
     * The folders of this machine's platform for the user who runs this program.
     *
     * @param environment the variables that may move them, as in {@link System#getenv()}
     */
    public static PlatformFolders of(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The folders of a platform.
     *
     * @param environment the variables that may move them; what is not an absolute path there is ignored
     * @param osName the platform, as in the system property {@code os.name}; what is neither macOS nor Windows is
     *     taken to follow the XDG base directories
     * @param home the user's home folder
     */
    public static PlatformFolders of(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return mac(home.resolve("Library"));
        }
        return os.contains("windows") ? windows(environment, home) : xdg(environment, home);
    }

    private static PlatformFolders mac(Path library) {
        return new PlatformFolders(
                library.resolve("Application Support").resolve(WORDED),
                library.resolve("Preferences").resolve(WORDED),
                library.resolve("Caches").resolve(WORDED));
    }

    /** The cache is not inside the data folder: a server takes only a folder that is empty or its own. */
    private static PlatformFolders windows(Map<String, String> environment, Path home) {
        Path local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
        Path roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
        return new PlatformFolders(local.resolve(WORDED), roaming.resolve(WORDED), local.resolve(WORDED + " Cache"));
    }

    private static PlatformFolders xdg(Map<String, String> environment, Path home) {
        return new PlatformFolders(
                folder(environment, "XDG_DATA_HOME")
                        .orElse(home.resolve(".local/share"))
                        .resolve(PLAIN),
                folder(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve(PLAIN),
                folder(environment, "XDG_CACHE_HOME")
                        .orElse(home.resolve(".cache"))
                        .resolve(PLAIN));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .flatMap(PlatformFolders::path)
                .filter(Path::isAbsolute);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty(); // ignored, as what is not absolute
        }
    }
}
