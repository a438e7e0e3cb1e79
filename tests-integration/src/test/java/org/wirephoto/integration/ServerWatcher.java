package org.wirephoto.integration;

import java.io.IOException;
import java.util.stream.Collectors;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.ServerDiscovery;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/**
 * A program that looks for servers until its input ends, as the desktop program does: says which come ({@code +}),
 * change ({@code *}) and go ({@code -}), a line each with name and addresses.
 */
final class ServerWatcher {
    private ServerWatcher() {}

    public static void main(String[] arguments) throws IOException {
        try (var _ = ServerDiscovery.start(new NetworkChoice.All(), new Teller())) {
            while (System.in.read() >= 0) {}
        }
    }

    private static final class Teller implements DiscoveryListener {
        @Override
        public void appeared(FoundServer server) {
            tell("+", server);
        }

        @Override
        public void changed(FoundServer before, FoundServer now) {
            tell("*", now);
        }

        @Override
        public void gone(FoundServer server) {
            tell("-", server);
        }

        private static void tell(String what, FoundServer server) {
            String addresses =
                    server.addresses().stream().map(ServerAddress::toString).collect(Collectors.joining(" "));
            System.out.println(what + " " + server.name() + " " + addresses);
        }
    }
}
