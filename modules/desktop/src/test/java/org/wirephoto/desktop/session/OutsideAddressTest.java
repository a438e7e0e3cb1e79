package org.wirephoto.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

final class OutsideAddressTest {
    private static final Fingerprint ITS = new Fingerprint("ab".repeat(32));
    private static final Fingerprint OTHER = new Fingerprint("cd".repeat(32));
    private static final ServerAddress HERE = new ServerAddress("localhost", 9998);
    private static final ServerAddress ANNOUNCED = new ServerAddress("192.168.1.5", 9998);

    private final List<ServerAddress> announced = new ArrayList<>();
    private final Map<ServerAddress, Fingerprint> answering = new HashMap<>();

    private ServerAddress outside() throws Exception {
        return new OutsideAddress(
                        (_, _) -> List.copyOf(announced),
                        () -> List.of(InetAddress.ofLiteral("192.168.1.77")),
                        address -> {
                            if (!answering.containsKey(address)) {
                                throw new IOException("Nobody is there.");
                            }
                            return answering.get(address);
                        })
                .of(HERE, ITS);
    }

    @Test
    void isTheOneThatTheServerAnnounces() throws Exception {
        announced.addAll(List.of(new ServerAddress("127.0.0.1", 9998), ANNOUNCED));
        answering.put(new ServerAddress("127.0.0.1", 9998), ITS);
        answering.put(ANNOUNCED, ITS);

        assertThat(outside()).isEqualTo(ANNOUNCED);
    }

    @Test
    void isThisMachinesOwnWhereTheServerAnnouncesNothingAndAnswersThere() throws Exception {
        answering.put(new ServerAddress("192.168.1.77", 9998), ITS);

        assertThat(outside()).isEqualTo(new ServerAddress("192.168.1.77", 9998));
    }

    @Test
    void isNoneOfSomebodyElse() throws Exception {
        announced.add(ANNOUNCED);
        answering.put(ANNOUNCED, OTHER);

        assertThat(outside()).isEqualTo(HERE);
    }

    @Test
    void isAskedForWhereAnAddressIsAnotherOneOnEachMachine() {
        assertThat(List.of("localhost", "LOCALHOST", "127.0.0.1", "::1"))
                .allMatch(host -> Session.isLoopback(new ServerAddress(host, 9999)));
        assertThat(List.of("living-room", "192.168.1.5", "fe80::1"))
                .noneMatch(host -> Session.isLoopback(new ServerAddress(host, 9999)));
    }
}
