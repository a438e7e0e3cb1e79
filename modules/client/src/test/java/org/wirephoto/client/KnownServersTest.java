package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

class KnownServersTest {
    private static final Fingerprint FINGERPRINT = new Fingerprint("ab".repeat(32));
    private static final ServerAddress ADDRESS = new ServerAddress("192.168.1.5", 9999);
    private static final KnownServer HOME =
            KnownServer.of("Living room", new Invite(ADDRESS, FINGERPRINT, Fixtures.KEY));
    private static final KnownServer LAB =
            new KnownServer("Lab", new ServerAddress("::1", 80), new Trust.Plain(), Optional.empty());

    @TempDir
    private Path folder;

    private KnownServers known;

    @BeforeEach
    void open() {
        known = KnownServers.at(folder.resolve("deep/wirephoto"));
    }

    @Nested
    class Keeping {
        @Test
        void beginsWithNone() throws Exception {
            assertThat(known.all()).isEmpty();
            assertThat(known.latest()).isEmpty();
            assertThat(known.warnings()).isEmpty();
            assertThat(known.file()).doesNotExist();
        }

        @Test
        void givesBackWhatWasPutTheLastFirst() throws Exception {
            known.put(HOME);
            known.put(LAB);
            assertThat(KnownServers.at(known.file().getParent()).all()).containsExactly(LAB, HOME);
            known.put(HOME);
            assertThat(known.all()).containsExactly(HOME, LAB);
            assertThat(known.latest()).hasValue(HOME);
        }

        @Test
        void replacesTheOneOfThatNameInAnyCase() throws Exception {
            known.put(HOME);
            known.put(LAB.withName("LIVING ROOM"));
            assertThat(known.all()).containsExactly(LAB.withName("LIVING ROOM"));
        }

        @Test
        void takesEveryKindOfName() throws Exception {
            for (String name : List.of("#1", "a  b", "ä—🖼", "-", "x=y,z", "l".repeat(100))) {
                known.put(HOME.withName(name));
                assertThat(known.latest()).hasValue(HOME.withName(name));
            }
            assertThat(known.all()).hasSize(6);
        }

        @Test
        void staysWithinItsBounds() throws Exception {
            List<KnownServer> many = IntStream.range(0, 1000)
                    .mapToObj(i -> HOME.withName("n" + i))
                    .toList();
            known.put(LAB);
            Files.write(known.file(), KnownServersFile.EMPTY.with(many).bytes());
            assertThatThrownBy(() -> known.put(LAB)).hasMessageContaining("1000");
            assertThat(known.all()).isEqualTo(many);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", " a", "a\nb", "\u0000"})
        void hasNoServerOfSuchAName(String name) {
            assertThat(KnownServer.isName(name)).isFalse();
            assertThatThrownBy(() -> HOME.withName(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Changing {
        @BeforeEach
        void two() throws Exception {
            known.put(HOME);
            known.put(LAB);
        }

        @Test
        void removes() throws Exception {
            assertThat(known.remove("living ROOM")).isTrue();
            assertThat(known.remove("living ROOM")).isFalse();
            assertThat(known.all()).containsExactly(LAB);
            assertThat(Files.readString(known.file())).doesNotContain(Fixtures.KEY.text());
        }

        @Test
        void renamesAndKeepsTheOrder() throws Exception {
            assertThat(known.rename("living room", "Home")).isTrue();
            assertThat(known.rename("home", "HOME")).isTrue();
            assertThat(known.rename("HOME", "lab")).isFalse();
            assertThat(known.rename("nobody", "x")).isFalse();
            assertThat(known.all()).containsExactly(LAB, HOME.withName("HOME"));
        }

        @Test
        void remembersWhereAServerWasFound() throws Exception {
            ServerAddress other = new ServerAddress("10.0.0.7", 9999);
            assertThat(known.moved("Living room", other)).isTrue();
            assertThat(known.moved("nobody", other)).isFalse();
            assertThat(known.all()).containsExactly(LAB, HOME.withAddress(other));
        }

        @Test
        void findsByNameThenByAddress() throws Exception {
            KnownServer misleading = new KnownServer(
                    "192.168.1.5", new ServerAddress("elsewhere", 1), new Trust.Plain(), Optional.empty());
            assertThat(known.find("192.168.1.5")).hasValue(HOME);
            assertThat(known.find("[::1]:80")).hasValue(LAB);
            assertThat(known.find(" lab ")).hasValue(LAB);
            assertThat(known.find("192.168.1.5:9998")).isEmpty();
            assertThat(known.find("no address at all")).isEmpty();
            known.put(misleading);
            assertThat(known.find("192.168.1.5")).hasValue(misleading);
        }

        @Test
        void makesNamesThatAreFree() throws Exception {
            assertThat(known.freeName("Attic")).isEqualTo("Attic");
            assertThat(known.freeName("lab")).isEqualTo("lab 2");
            known.put(LAB.withName("Lab 2"));
            assertThat(known.freeName("lab")).isEqualTo("lab 3");
            for (String wish : List.of("", " \n ", "a\nb", "x".repeat(500), "🖼".repeat(300))) {
                assertThat(KnownServer.isName(known.freeName(wish))).isTrue();
            }
        }

        @Test
        void losesNothingWhereManyChangeAtOnce() throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    KnownServer server = LAB.withName("n" + i);
                    running.add(threads.submit(() -> {
                        KnownServers.at(known.file().getParent()).put(server);
                        return server;
                    }));
                }
                for (Future<?> one : running) {
                    one.get(10, TimeUnit.SECONDS);
                }
            }
            assertThat(known.all()).hasSize(22);
        }

        @Test
        void waitsForWhoeverHasTheFileInHand() throws Exception {
            try (FileChannel channel =
                            FileChannel.open(known.file().resolveSibling(".servers.lock"), StandardOpenOption.WRITE);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                FileLock lock = channel.lock();
                Future<Boolean> removed = threads.submit(() -> known.remove("lab"));
                assertThatThrownBy(() -> removed.get(200, TimeUnit.MILLISECONDS))
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                lock.release();
                assertThat(removed.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Nested
    class TheFile {
        @Test
        void isForItsOwnerAlone() throws Exception {
            known.put(HOME);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(known.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(known.file().getParent())))
                    .isEqualTo("rwx------");
            assertThat(known.warnings()).isEmpty();
            Files.setPosixFilePermissions(known.file(), PosixFilePermissions.fromString("rw-r-----"));
            assertThat(known.warnings())
                    .singleElement()
                    .asString()
                    .contains("chmod 600")
                    .contains(known.file().toString());
            known.put(LAB);
            assertThat(known.warnings()).isEmpty();
        }

        @Test
        void keepsWhatItDoesNotUnderstandAndNamesIt() throws Exception {
            known.put(HOME);
            String good = Files.readString(known.file()).lines().toList().getLast();
            String text = "# mine\n" + good + "\n\nrubbish\n"
                    + good.replace("Living", "living") + "\n" + good.replace("abab", "ab") + "\n"
                    + good.replace(Fixtures.KEY.text(), "K") + "\n" + good.replace("Living room", "") + "\n"
                    + good.replace(":9999", ":99999");
            Files.writeString(known.file(), text);
            assertThat(known.all()).containsExactly(HOME);
            assertThat(known.warnings()).hasSize(6).allMatch(warning -> !warning.contains(Fixtures.KEY.text()));
            assertThat(known.warnings().getFirst()).contains("Line 4 ");
            known.put(LAB);
            assertThat(known.all()).containsExactly(LAB, HOME);
            assertThat(Files.readString(known.file()).lines()).contains("# mine", "rubbish");
            assertThat(known.warnings()).hasSize(6);
        }

        @Test
        void isNotReadWhereItIsTooLong() throws Exception {
            known.put(HOME);
            Files.write(known.file(), new byte[600_000]);
            assertThatThrownBy(known::all).hasMessageContaining(known.file().toString());
        }

        @Test
        void liesInThePlatformsConfigurationFolder() {
            assertThat(KnownServers.ofPlatform(Map.of("XDG_CONFIG_HOME", folder.toString()))
                            .file())
                    .isEqualTo(folder.resolve("wirephoto/servers"));
        }

        @Test
        void survivesAnInterruptedWrite() throws Exception {
            known.put(HOME);
            Files.writeString(known.file().resolveSibling(".servers.new"), "half");
            known.put(LAB);
            assertThat(known.all()).containsExactly(LAB, HOME);
        }
    }

    @Test
    void noTextShowsTheKey() {
        assertThat(HOME.toString() + HOME.settings()).doesNotContain(Fixtures.KEY.text());
    }

    @Test
    void aServersSettingsTrustAndKnowTheKey() {
        assertThat(HOME.settings().trust()).isEqualTo(new Trust.Pinned(FINGERPRINT));
        assertThat(HOME.settings().key()).hasValue(Fixtures.KEY);
        assertThat(LAB.settings().key()).isEmpty();
    }
}
