package org.wirephoto.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.ServerDiscovery;
import org.wirephoto.protocol.NetworkChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirephoto servers}: the servers that are kept here, and those that are on the network now. */
@Command(
        name = "servers",
        synopsisSubcommandLabel = "[COMMAND]",
        commandListHeading = "%nCommands:%n",
        description = "List the servers that were joined, and those on the network.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto servers",
            "  wirephoto servers default Attic",
            "  wirephoto servers remove Attic",
            "",
            "The network is searched for two seconds. The server with * is the one that is meant where none is named."
        })
final class ServersCommand extends ReportedCommand {
    private static final Duration SEARCH = Duration.ofSeconds(2);

    @Option(names = "--no-search", description = "Do not look for servers on the network.")
    private boolean noSearch;

    ServersCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.CONNECT);
    }

    @Override
    ExitCode work() throws IOException {
        session().known().warnings().forEach(screen()::note);
        List<ServerLine> lines = ServerLine.all(session().known().all(), noSearch ? List.of() : search());
        if (json()) {
            lines.forEach(line -> screen().say(line.json()));
        } else if (lines.isEmpty()) {
            screen().note("No server was joined yet" + (noSearch ? "" : ", and none was found on the network")
                    + ". Join one with its invite: wirephoto join");
        } else {
            tell(lines);
        }
        return session().interruption().isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private void tell(List<ServerLine> lines) {
        Table table = new Table();
        if (session().host().terminal().output()) {
            table.row("", "NAME", "ADDRESS", "FINGERPRINT", "");
        }
        lines.forEach(line -> table.row(line.cells()));
        List<String> text = table.lines();
        for (int i = 0; i < text.size(); i++) {
            boolean heading = i == 0 && session().host().terminal().output();
            screen().say(heading ? screen().heading(text.get(i)) : text.get(i));
        }
        if (lines.stream().anyMatch(line -> line.known().isEmpty())) {
            screen().note("To join one: wirephoto join, with an invite of one of its curators; or, where no key is"
                    + " needed: wirephoto join ADDRESS");
        }
    }

    private List<FoundServer> search() throws IOException {
        NetworkChoice networks = Network.choice(session().host());
        CountDownLatch stopped = new CountDownLatch(1);
        session().interruption().onRequest(stopped::countDown);
        try (ServerDiscovery discovery = ServerDiscovery.start(networks, DiscoveryListener.silent())) {
            if (!(networks instanceof NetworkChoice.None)) {
                boolean early = stopped.await(SEARCH.toMillis(), TimeUnit.MILLISECONDS);
                if (early) {
                    return List.of();
                }
            }
            return discovery.found();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
