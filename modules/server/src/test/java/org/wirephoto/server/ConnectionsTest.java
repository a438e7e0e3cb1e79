package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void admitsAsManyAsThereMayBeInAll() throws UnknownHostException {
        Connections connections = new Connections(2, 2);
        assertThat(connections.admit(address("10.0.0.1"))).isTrue();
        assertThat(connections.admit(address("10.0.0.2"))).isTrue();
        assertThat(connections.admit(address("10.0.0.3"))).isFalse();
        connections.release(address("10.0.0.1"));
        assertThat(connections.admit(address("10.0.0.3"))).isTrue();
    }

    @Test
    void admitsAsManyAsThereMayBeFromOneAddress() throws UnknownHostException {
        Connections connections = new Connections(10, 1);
        assertThat(connections.admit(address("10.0.0.1"))).isTrue();
        assertThat(connections.admit(address("10.0.0.1"))).isFalse();
        assertThat(connections.admit(address("10.0.0.2"))).isTrue();
        connections.release(address("10.0.0.1"));
        assertThat(connections.admit(address("10.0.0.1"))).isTrue();
    }

    @Test
    void countsTheAddressesOfOneIpv6NetworkAsOne() throws UnknownHostException {
        Connections connections = new Connections(10, 1);
        assertThat(connections.admit(address("2001:db8:1:2::1"))).isTrue();
        assertThat(connections.admit(address("2001:db8:1:2:ffff::9"))).isFalse();
        assertThat(connections.admit(address("2001:db8:1:3::1"))).isTrue();
    }

    @Test
    void countsNeighboursOnTheLinkOneByOne() throws UnknownHostException {
        Connections connections = new Connections(10, 1);
        assertThat(connections.admit(address("fe80::1"))).isTrue();
        assertThat(connections.admit(address("fe80::2"))).isTrue();
        assertThat(connections.admit(address("fe80::2"))).isFalse();
    }
}
