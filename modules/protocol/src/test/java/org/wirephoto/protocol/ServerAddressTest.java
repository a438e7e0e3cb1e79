package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "living-room, living-room, 9999",
        "192.168.1.5, 192.168.1.5, 9999",
        "192.168.1.5:80, 192.168.1.5, 80",
        "living-room.local:65535, living-room.local, 65535",
        "[::1]:7000, ::1, 7000",
        "[fe80::1%eth0]:7000, fe80::1%eth0, 7000",
        "[fe80::1%VLAN-7.x]:7000, fe80::1%VLAN-7.x, 7000",
        "fe80::1%br-lan, fe80::1%br-lan, 9999",
        "[::1], ::1, 9999",
        "::1, ::1, 9999",
        "fe80::1%eth0, fe80::1%eth0, 9999",
        "2001:db8::1:9, 2001:db8::1:9, 9999",
        "'  host:1  ', host, 1",
    })
    void readsWhatPeopleType(String text, String host, int port) {
        assertThat(ServerAddress.parse(text)).hasValue(new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                ":80",
                "host:",
                "host:0",
                "host:65536",
                "host:999999",
                "host:-1",
                "host:80x",
                "a b",
                "http://host",
                "host/path",
                "user@host",
                "[::1",
                "::1]:80",
                "[host]:x",
                "host:1:2",
                "[]:80"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(ServerAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"living-room:9999", "192.168.1.5:80", "[::1]:7000", "[fe80::1%eth0]:9999"})
    void isWrittenAsItIsRead(String text) {
        assertThat(ServerAddress.parse(text)).map(ServerAddress::toString).hasValue(text);
    }

    @Test
    void hasAHostAndAPort() {
        assertThatThrownBy(() -> new ServerAddress(" ", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerAddress("host", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServerAddress("host", 65_536)).isInstanceOf(IllegalArgumentException.class);
    }
}
