package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

class KeyFileTest {
    private static final Invite INVITE =
            new Invite(new ServerAddress("localhost", 4711), new Fingerprint("ab".repeat(32)), Fixtures.KEY);

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Nested
    class AKey {
        @Test
        void standsAloneOnALine() throws Exception {
            assertThat(KeyFile.read(write("key", "# Ann's\n\n  " + Fixtures.KEY.grouped() + "\r\n")))
                    .isEqualTo(new KeyFile(Fixtures.KEY, Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Test
        void mayBeAnInvite() throws Exception {
            assertThat(KeyFile.read(write("key", INVITE.link() + "\n")))
                    .isEqualTo(new KeyFile(Fixtures.KEY, Optional.of(INVITE), Optional.empty(), Optional.empty()));
        }

        @Test
        void mayStandBehindTheAddressOfAServerThatDoesNotEncrypt() throws Exception {
            assertThat(KeyFile.read(write("key", "localhost:4711\n" + Fixtures.KEY.text() + "\n")))
                    .isEqualTo(new KeyFile(
                            Fixtures.KEY,
                            Optional.empty(),
                            Optional.of(new ServerAddress("localhost", 4711)),
                            Optional.empty()));
        }

        @Test
        void comesWithAWarningWhereOthersCanReadIt() throws Exception {
            Path file = write("key", Fixtures.KEY.text());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(KeyFile.read(file).warning()).get().asString().contains("chmod 600 " + file);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "# nothing\n", "SECRET", "wirephoto://host/?fp=SECRET#SECRET"})
        void isMissedWithoutTellingWhatIsThere(String text) throws Exception {
            Path file = write("key", text);
            assertThatThrownBy(() -> KeyFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("SECRET");
        }

        @Test
        void isNotChosenFromTwo() throws Exception {
            Path file = write("key", Fixtures.KEY.text() + "\n" + Fixtures.KEY.text());
            assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("holds no key");
        }

        @Test
        void isNotLookedForInALongFile() throws Exception {
            Path file = write("key", "#".repeat(5000) + "\n" + Fixtures.KEY.text());
            assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("4096");
        }

        @Test
        void isToldToBeMissing() {
            assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Nested
    class TheLocalServer {
        @Test
        void isFoundByItsInvite() throws Exception {
            write("local-invite", INVITE.link());
            assertThat(LocalServer.in(folder)).hasValue(KnownServer.of("this machine", INVITE));
        }

        @Test
        void isSpokenToInPlainWhereItLeftItsKeyAlone() throws Exception {
            write("local-invite", Fixtures.KEY.text());
            assertThat(LocalServer.in(folder))
                    .hasValue(new KnownServer(
                            "this machine",
                            new ServerAddress("localhost", 9999),
                            new Trust.Plain(),
                            Optional.of(Fixtures.KEY)));
        }

        @Test
        void isSpokenToInPlainWhereItSaysThatItListens() throws Exception {
            write("local-invite", "localhost:4711\n" + Fixtures.KEY.text());
            assertThat(LocalServer.in(folder).orElseThrow().address()).isEqualTo(new ServerAddress("localhost", 4711));
            assertThat(LocalServer.in(folder).orElseThrow().trust()).isEqualTo(new Trust.Plain());
        }

        @Test
        void isMissingWhereNoneLeftAnInvite() throws Exception {
            assertThat(LocalServer.in(folder)).isEmpty();
            assertThat(LocalServer.in(folder.resolve("none"))).isEmpty();
        }

        @Test
        void isLookedForInThePlatformsDataFolder() throws Exception {
            Files.createDirectory(folder.resolve("wirephoto"));
            write("wirephoto/local-invite", INVITE.link());
            assertThat(LocalServer.find(Map.of("XDG_DATA_HOME", folder.toString())))
                    .hasValue(KnownServer.of("this machine", INVITE));
        }
    }
}
