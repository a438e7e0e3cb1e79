package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BannerTest {
    private static final Path DATA = Path.of("/data");

    private static String print(InetSocketAddress address, String... machine) throws UnknownHostException {
        List<InetAddress> addresses = new java.util.ArrayList<>();
        for (String text : machine) {
            addresses.add(InetAddress.getByName(text));
        }
        StringWriter text = new StringWriter();
        new Banner("Kitchen", address, DATA, 42).print(new PrintWriter(text), addresses);
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
                .contains("wirephoto --server 192.168.1.5 list");
    }

    @Test
    void saysThatNothingProtectsTheServer() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(9999), "192.168.1.5"))
                .contains("anyone who can reach this port can see, add and delete images");
    }

    @Test
    void tellsThePortWhereItIsNotTheUsualOne() throws UnknownHostException {
        assertThat(print(new InetSocketAddress(1234), "192.168.1.5"))
                .contains("wirephoto --server 192.168.1.5:1234 list");
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
