package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformFoldersTest {
    private static final Path HOME = Path.of("/home/ann");

    private static PlatformFolders folders(Map<String, String> environment, String osName) {
        return PlatformFolders.of(environment, osName, HOME);
    }

    @Test
    void linuxHasThemWhereXdgPutsThem() {
        assertThat(folders(Map.of(), "Linux"))
                .isEqualTo(new PlatformFolders(
                        HOME.resolve(".local/share/wirephoto"),
                        HOME.resolve(".config/wirephoto"),
                        HOME.resolve(".cache/wirephoto")));
    }

    @Test
    void linuxMayKeepThemElsewhere() {
        Map<String, String> environment =
                Map.of("XDG_DATA_HOME", "/data/ann", "XDG_CONFIG_HOME", "/config/ann", "XDG_CACHE_HOME", "/cache/ann");
        assertThat(folders(environment, "Linux"))
                .isEqualTo(new PlatformFolders(
                        Path.of("/data/ann/wirephoto"),
                        Path.of("/config/ann/wirephoto"),
                        Path.of("/cache/ann/wirephoto")));
    }

    @Test
    void aRelativePathOrAnEmptyOneOrNoneIsIgnored() {
        Map<String, String> environment =
                Map.of("XDG_DATA_HOME", "data", "XDG_CONFIG_HOME", " ", "XDG_CACHE_HOME", "/a\0b");
        assertThat(folders(environment, "Linux")).isEqualTo(folders(Map.of(), "Linux"));
    }

    @Test
    void macHasThemInItsLibrary() {
        assertThat(folders(Map.of(), "Mac OS X"))
                .isEqualTo(new PlatformFolders(
                        HOME.resolve("Library/Application Support/Wirephoto"),
                        HOME.resolve("Library/Preferences/Wirephoto"),
                        HOME.resolve("Library/Caches/Wirephoto")));
    }

    @Test
    void windowsHasThemAmongTheApplicationsData() {
        assertThat(folders(Map.of("LOCALAPPDATA", "/ann/Local", "APPDATA", "/ann/Roaming"), "Windows 11"))
                .isEqualTo(new PlatformFolders(
                        Path.of("/ann/Local/Wirephoto"),
                        Path.of("/ann/Roaming/Wirephoto"),
                        Path.of("/ann/Local/Wirephoto Cache")));
        assertThat(folders(Map.of(), "Windows 11"))
                .isEqualTo(new PlatformFolders(
                        HOME.resolve("AppData/Local/Wirephoto"),
                        HOME.resolve("AppData/Roaming/Wirephoto"),
                        HOME.resolve("AppData/Local/Wirephoto Cache")));
    }

    @Test
    void nothingElseLiesInTheServersData() {
        for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            PlatformFolders folders = folders(Map.of(), os);
            assertThat(folders.cache()).matches(path -> !path.startsWith(folders.data()));
            assertThat(folders.configuration()).matches(path -> !path.startsWith(folders.data()));
        }
    }
}
