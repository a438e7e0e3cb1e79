package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.library.LibrarySettings;

class SettingsReaderTest {
    @TempDir
    Path data;

    private ServeSettings read(String file, Map<Setting, String> options) throws IOException, SettingException {
        Files.writeString(data.resolve(SettingsReader.FILE), file);
        return ServeSettings.from(SettingsReader.read(data, options));
    }

    @Nested
    class Sources {
        @Test
        void aFolderWithoutAFileHasTheNumbersOfTheProtocol() throws IOException, SettingException {
            ServeSettings settings = ServeSettings.from(SettingsReader.read(data, Map.of()));
            assertThat(settings.listening().address().getPort()).isEqualTo(9999);
            assertThat(settings.listening().address().getAddress().isAnyLocalAddress())
                    .isTrue();
            assertThat(settings.timings()).isEqualTo(Timings.defaults());
            assertThat(settings.library()).isEqualTo(LibrarySettings.defaults());
            assertThat(settings.portFile()).isEmpty();
            assertThat(settings.name()).isNotBlank();
        }

        @Test
        void theFileIsRead() throws IOException, SettingException {
            ServeSettings settings = read("""
                    # for the living room
                    name = Living room: schön
                    port=1234
                    bind = 127.0.0.1
                    max-filesize=600M
                    max-connections = 7
                    max-connections-per-address=3
                    idle=90 s
                    stall=20 s
                    heartbeat=5 s
                    grace=1 min
                    trash-kept=7 days
                    upload-kept=2h
                    uploads-per-key=2
                    event-history=500
                    quota=1T
                    disk-reserve=1G
                    thumbnail-cache=0
                    plain=true
                    open=true
                    port-file=/tmp/port
                    """, Map.of());
            assertThat(settings.name()).isEqualTo("Living room: schön");
            assertThat(settings.listening().address().getHostString()).isEqualTo("127.0.0.1");
            assertThat(settings.listening().address().getPort()).isEqualTo(1234);
            assertThat(settings.listening().maxConnections()).isEqualTo(7);
            assertThat(settings.listening().maxConnectionsPerAddress()).isEqualTo(3);
            assertThat(settings.timings().idle()).isEqualTo(Duration.ofSeconds(90));
            assertThat(settings.timings().stall()).isEqualTo(Duration.ofSeconds(20));
            assertThat(settings.timings().heartbeat()).isEqualTo(Duration.ofSeconds(5));
            assertThat(settings.timings().grace()).isEqualTo(Duration.ofMinutes(1));
            assertThat(settings.library())
                    .isEqualTo(new LibrarySettings(
                            600L << 20, 1L << 40, 1L << 30, 500, Duration.ofHours(2), 2, Duration.ofDays(7), 0));
            assertThat(settings.portFile()).contains(Path.of("/tmp/port").toAbsolutePath());
        }

        @Test
        void theCommandLineWins() throws IOException, SettingException {
            ServeSettings settings = read("port=1234\nname=File", Map.of(Setting.PORT, "0"));
            assertThat(settings.listening().address().getPort()).isZero();
            assertThat(settings.name()).isEqualTo("File");
        }
    }

    @Nested
    class Faults {
        @Test
        void anUnknownKeyIsNamedWithThoseThereAre() {
            assertThatThrownBy(() -> read("prot=1234", Map.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("server.properties has the key prot")
                    .hasMessageContaining("port,")
                    .hasMessageEndingWith(".");
        }

        @Test
        void aFileThatIsNoTextIsNamed() throws IOException {
            Files.write(data.resolve(SettingsReader.FILE), new byte[] {'n', 'a', 'm', 'e', '=', (byte) 0xff});
            assertThatThrownBy(() -> SettingsReader.read(data, Map.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("UTF-8");
        }

        @ParameterizedTest
        @CsvSource({
            "PORT, 65536",
            "PORT, -1",
            "PORT, http",
            "BIND, no.such.host.invalid",
            "NAME, ''",
            "MAX_FILESIZE, 0",
            "MAX_FILESIZE, much",
            "MAX_CONNECTIONS, 0",
            "MAX_CONNECTIONS_PER_ADDRESS, 99999999",
            "IDLE, 0 s",
            "IDLE, 5",
            "STALL, soon",
            "QUOTA, 0",
            "EVENT_HISTORY, 0",
            "TRASH_KEPT, -1 days",
            "PLAIN, perhaps",
            "OPEN, no",
            "OPEN, 1"
        })
        void aBadValueIsNamedWithWhatItHasToBe(Setting setting, String value) {
            assertThatThrownBy(() -> read("", Map.of(setting, value)))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(setting.option() + " is " + value + ", but it has to be ");
            assertThatThrownBy(() -> read(setting.key() + "=" + value, Map.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(setting.key() + " in server.properties is " + value + ", but ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "70000"})
        void aBadLineIsNamedThoughTheCommandLineHidesIt(String value) {
            assertThatThrownBy(() -> read("port=" + value, Map.of(Setting.PORT, "1234")))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("port in server.properties is " + value + ", but ");
        }

        @Test
        void aKeyThatComesTwiceIsNamed() {
            assertThatThrownBy(() -> read("port=1234\nname=Attic\nport=1234", Map.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageEndingWith("server.properties has the key port twice: leave one of the lines.");
        }

        @Test
        void aNameOfTwoLinesIsNone() {
            assertThatThrownBy(() -> read("name=a\\nb", Map.of())).isInstanceOf(SettingException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theOperatorsPageHasEverySetting(Setting setting) throws IOException {
        Path page = Path.of("../../docs/operating.md");
        assertThat(Files.readString(page, StandardCharsets.UTF_8)).contains("`" + setting.key() + "`");
    }
}
