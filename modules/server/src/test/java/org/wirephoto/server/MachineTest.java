package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Path HOME = Path.of("/home/ann");

    @Nested
    class DataFolders {
        @Test
        void linuxHasOneAmongTheUsersData() {
            assertThat(Machine.dataFolder(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/wirephoto"));
        }

        @Test
        void linuxMayKeepTheUsersDataElsewhere() {
            assertThat(Machine.dataFolder(Map.of("XDG_DATA_HOME", "/data/ann"), "Linux", HOME))
                    .isEqualTo(Path.of("/data/ann/wirephoto"));
        }

        @Test
        void aRelativePathThereIsIgnored() {
            assertThat(Machine.dataFolder(Map.of("XDG_DATA_HOME", "data"), "Linux", HOME))
                    .isEqualTo(HOME.resolve(".local/share/wirephoto"));
        }

        @Test
        void macHasOneAmongTheApplications() {
            assertThat(Machine.dataFolder(Map.of(), "Mac OS X", HOME))
                    .isEqualTo(HOME.resolve("Library/Application Support/Wirephoto"));
        }

        @Test
        void windowsHasALocalOne() {
            assertThat(Machine.dataFolder(Map.of("LOCALAPPDATA", "/users/ann/Local"), "Windows 11", HOME))
                    .isEqualTo(Path.of("/users/ann/Local/Wirephoto"));
            assertThat(Machine.dataFolder(Map.of(), "Windows 11", HOME))
                    .isEqualTo(HOME.resolve("AppData/Local/Wirephoto"));
        }
    }

    @Test
    void addressesAreThoseThatOthersCanReachWithIpv4First() {
        List<InetAddress> addresses = Machine.addresses();
        assertThat(addresses).noneMatch(InetAddress::isLoopbackAddress).noneMatch(InetAddress::isLinkLocalAddress);
        long ipv4 = addresses.stream().filter(Inet4Address.class::isInstance).count();
        assertThat(addresses.stream().limit(ipv4)).allMatch(Inet4Address.class::isInstance);
    }

    @Test
    void thereIsAlwaysAName() {
        assertThat(Machine.name()).isNotBlank();
    }
}
