package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Fingerprint;

class BannerTest {
    private static final Path DATA = Path.of("/data");

    private static String print(InetSocketAddress address, String... machine) throws UnknownHostException {
        return print(address, Optional.empty(), OptionalInt.empty(), machine);
    }

    private static String print(
            InetSocketAddress address, Optional<Fingerprint> fingerprint, OptionalInt keys, String... machine)
            throws UnknownHostException {
        List<InetAddress> addresses = new java.util.ArrayList<>();
        for (String text : machine) {
            addresses.add(InetAddress.getByName(text));
        }
        StringWriter text = new StringWriter();
        new Banner("Kitchen", address, DataFolder.of(DATA.toString()), 42, fingerprint, keys)
                .print(new PrintWriter(text), addresses);
        return text.toString();
    }

    @Test
    void tellsTheAddressesToGiveToOthers() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(9999), "192.168.1.5", "2001:db8::5", "fd00:0:0:1::"))
                .contains(
                        "Kitchen",
                        "42",
                        DATA.toString(),
                        "192.168.1.5:9999",
                        "[2001:db8::5]:9999",
                        "[fd00::1:0:0:0:0]:9999")
                .contains("Ctrl+C")
                .contains("wirephoto --plain --server 192.168.1.5 list");
    }

    @Test
    void saysThatNothingProtectsTheServer() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(9999), "192.168.1.5"))
                .contains("anyone who can reach this port can see, add and delete images");
    }

    @Test
    void saysWhatProtectsTheServer() throws UnknownHostException {
        Optional<Fingerprint> print = Optional.of(RunningServer.FINGERPRINT);
        String banner = print(new InetSocketAddress(9999), print, OptionalInt.of(3), "192.168.1.5");
        assertThat(banner)
                .contains("5a5a 5a5a", "keys         3, in /data/access-keys", "/data/logs/audit.log")
                .contains("wirephoto --server 192.168.1.5 list", "wirephoto-server invite --data /data")
                .doesNotContain("anyone", "not encrypted");
        assertThat(print(new InetSocketAddress(9999), print, OptionalInt.of(0), "192.168.1.5"))
                .contains("nobody is admitted");
        assertThat(print(new InetSocketAddress(9999), print, OptionalInt.empty(), "192.168.1.5"))
                .contains("This server is open: anyone")
                .doesNotContain("keys  ", "not encrypted", "wirephoto-server invite");
        assertThat(print(new InetSocketAddress(9999), Optional.empty(), OptionalInt.of(2), "192.168.1.5"))
                .contains("not encrypted: whoever can listen")
                .doesNotContain("anyone who can reach", "wirephoto-server invite");
    }

    @Test
    void tellsThePortWhereItIsNotTheUsualOne() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(1234), "192.168.1.5"))
                .contains("wirephoto --plain --server 192.168.1.5:1234 list");
    }

    @Test
    void tellsTheOneAddressThatItIsBoundTo() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9999), "192.168.1.5"))
                .contains("127.0.0.1:9999", "this machine only")
                .doesNotContain("192.168.1.5");
    }

    @Test
    void saysWhenThereIsNoNetwork() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(9999))).contains("127.0.0.1:9999", "no network");
    }
}
