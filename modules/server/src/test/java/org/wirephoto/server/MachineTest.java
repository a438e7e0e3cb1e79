package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
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
