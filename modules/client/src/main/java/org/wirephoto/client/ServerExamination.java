package org.wirephoto.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.TcpProbe.Result;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.ServerAddress;

/** The second half of what a doctor looks at: the way to one server, from its name to its answers. */
final class ServerExamination {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_ADDRESSES = 4;
    private static final int PINGS = 3;
    private static final int LONGEST_HOST = 255;
    private static final double MILLION = 1e6;

    private final DoctorRequest request;
    private final NetworkExamination network;
    private final Examination sheet;
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable ServerAddress reached;

    private record Candidate(ServerAddress address, InetSocketAddress socket) {}

    ServerExamination(DoctorRequest request, NetworkExamination network, Examination sheet) {
        this.request = request;
        this.network = network;
        this.sheet = sheet;
    }

    void run() throws InterruptedException {
        List<ServerAddress> addresses = request.address().map(List::of).orElseGet(this::found);
        if (addresses.isEmpty()) {
            sheet.blame(network.whyNothing());
            return;
        }
        if (name(addresses) && connection()) {
            Optional<Trust> trust = request.plain() ? plain() : encrypted();
            if (trust.isPresent()) {
                enter(trust.get());
            }
        }
    }

    private List<ServerAddress> found() {
        return network.found().stream()
                .filter(server -> request.fingerprint().map(server::claims).orElse(true))
                .findFirst()
                .map(FoundServer::addresses)
                .orElse(List.of());
    }

    private boolean name(List<ServerAddress> addresses) throws InterruptedException {
        sheet.begin(DoctorCheck.NAME);
        for (ServerAddress address : addresses) {
            try {
                resolve(address)
                        .limit(MOST_ADDRESSES)
                        .forEach(one ->
                                candidates.add(new Candidate(address, new InetSocketAddress(one, address.port()))));
            } catch (ExecutionException | TimeoutException e) {
                String host = PeerText.safe(address.host(), LONGEST_HOST);
                String how = e instanceof TimeoutException
                        ? "No name server answers when asked for " + host + "."
                        : "No host is known as " + host + ".";
                sheet.failed(DoctorCheck.NAME, how);
                sheet.blame(Verdicts.unknownName(host));
                return false;
            }
        }
        String host = addresses.getFirst().host();
        String first = candidates.getFirst().socket().getAddress().getHostAddress();
        if (host.equals(first) || host.contains(":")) {
            sheet.skipped(DoctorCheck.NAME, host + " is an address: there is no name to look up.");
        } else {
            sheet.ok(DoctorCheck.NAME, host + " is " + first + ".");
        }
        return true;
    }

    /** Aside: looking a name up can neither be limited nor interrupted. */
    private static Stream<InetAddress> resolve(ServerAddress address)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return Stream.of(
                    Aside.run(() -> InetAddress.getAllByName(address.host()), _ -> {}, LIMIT, new Cancellation()));
        } catch (CancelledException e) {
            throw interrupted(e);
        }
    }

    /** What was stopped here was stopped by an interrupt: nobody has another way. */
    private static InterruptedException interrupted(CancelledException e) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("stopped");
        interrupted.initCause(e);
        return interrupted;
    }

    private boolean connection() throws InterruptedException {
        sheet.begin(DoctorCheck.TCP);
        Duration share = LIMIT.dividedBy(candidates.size());
        List<Result> results = new ArrayList<>();
        for (Candidate candidate : candidates) {
            long start = System.nanoTime();
            Result result = TcpProbe.run(candidate.socket(), share);
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped");
            }
            results.add(result);
            if (result == Result.CONNECTED) {
                reached = candidate.address();
                String time = milliseconds(Duration.ofNanos(System.nanoTime() - start));
                sheet.ok(DoctorCheck.TCP, candidate.address() + " takes connections (after " + time + ").");
                return true;
            }
        }
        ServerAddress address = candidates.getFirst().address();
        sheet.failed(DoctorCheck.TCP, address + ": " + sentence(results));
        sheet.blame(why(address, results));
        return false;
    }

    private static String sentence(List<Result> results) {
        if (results.contains(Result.REFUSED)) {
            return "the machine answers that nothing listens at that port.";
        }
        return results.contains(Result.SILENT)
                ? "no answer within " + LIMIT.toSeconds() + " s."
                : "there is no way to that machine.";
    }

    private Diagnosis.Verdict why(ServerAddress address, List<Result> results) {
        if (results.contains(Result.REFUSED)) {
            return Verdicts.wrongPort(address);
        }
        boolean announced =
                network.found().stream().anyMatch(server -> server.addresses().contains(address));
        if (announced) {
            return Verdicts.firewall(address);
        }
        if (candidates.stream()
                .noneMatch(candidate -> TcpProbe.isNear(candidate.socket().getAddress()))) {
            return Verdicts.otherSubnet(address);
        }
        if (network.isWireless()) {
            return Verdicts.isolated(address);
        }
        return results.contains(Result.SILENT) ? Verdicts.firewall(address) : Verdicts.noAnswer(address);
    }

    private ServerAddress server() {
        ServerAddress server = reached;
        if (server == null) {
            throw new IllegalStateException("nothing was reached");
        }
        return server;
    }

    private Optional<Trust> plain() {
        sheet.begin(DoctorCheck.TLS);
        sheet.skipped(DoctorCheck.TLS, "Spoken to in plain, as was asked.");
        sheet.begin(DoctorCheck.FINGERPRINT);
        sheet.skipped(DoctorCheck.FINGERPRINT, "Without TLS nothing shows who answers.");
        return Optional.of(new Trust.Plain());
    }

    private Optional<Trust> encrypted() throws InterruptedException {
        sheet.begin(DoctorCheck.TLS);
        try {
            Fingerprint actual = WirephotoClient.fingerprint(server(), LIMIT);
            sheet.ok(DoctorCheck.TLS, "It speaks TLS as a Wirephoto server does.");
            return compare(actual);
        } catch (CancelledException e) {
            throw interrupted(e);
        } catch (IOException e) {
            sheet.failed(DoctorCheck.TLS, String.valueOf(e.getMessage()));
            sheet.blame(blame(e));
            return Optional.empty();
        }
    }

    private Optional<Trust> compare(Fingerprint actual) {
        sheet.begin(DoctorCheck.FINGERPRINT);
        if (request.fingerprint().isEmpty()) {
            sheet.skipped(
                    DoctorCheck.FINGERPRINT, "It is " + actual.grouped() + "; none is known here to compare it with.");
            return Optional.of(new Trust.Pinned(actual));
        }
        Fingerprint expected = request.fingerprint().get();
        if (expected.equals(actual)) {
            sheet.ok(DoctorCheck.FINGERPRINT, "It is the one that is trusted.");
            return Optional.of(new Trust.Pinned(actual));
        }
        sheet.failed(
                DoctorCheck.FINGERPRINT, "Expected " + expected.grouped() + ", but it is " + actual.grouped() + ".");
        sheet.blame(Verdicts.changed(server()));
        return Optional.empty();
    }

    private Diagnosis.Verdict blame(IOException failure) {
        if (failure instanceof UnreachableException) {
            return Verdicts.noAnswer(server());
        }
        Peer peer = failure instanceof ProtocolException strange ? strange.peer() : Peer.UNKNOWN;
        return switch (peer) {
            case PLAIN_WIREPHOTO -> Verdicts.plainServer(server());
            case TLS -> request.plain() ? Verdicts.tlsServer(server()) : Verdicts.otherProgram(server());
            case WEB -> Verdicts.webServer(server());
            case WIREPHOTO, SSH, UNKNOWN -> Verdicts.otherProgram(server());
        };
    }

    private void enter(Trust trust) throws InterruptedException {
        sheet.begin(DoctorCheck.KEY);
        Optional<AccessKey> key = keyFor(trust);
        ConnectionSettings settings = ConnectionSettings.of(trust)
                .withConnectTimeout(LIMIT)
                .withReplyTimeout(LIMIT)
                .withRetry(RetryPolicy.never());
        try (WirephotoClient client =
                WirephotoClient.connect(server(), key.map(settings::withKey).orElse(settings))) {
            ServerInfo info = client.serverInfo();
            String role = info.role().name().toLowerCase(Locale.ROOT);
            sheet.ok(
                    DoctorCheck.KEY,
                    key.isPresent()
                            ? info.name() + " lets this key in as " + role + "."
                            : info.name() + " asks for no key: everyone is " + role + ".");
            roundTrip(client);
        } catch (RefusedException e) {
            sheet.failed(DoctorCheck.KEY, String.valueOf(e.getMessage()));
            sheet.blame(blame(e, key));
        } catch (CancelledException e) {
            throw interrupted(e);
        } catch (IOException e) {
            sheet.failed(DoctorCheck.KEY, String.valueOf(e.getMessage()));
            sheet.blame(blame(e));
        }
    }

    /** A key is shown to nobody who is not known to be the one that it is for, and to nobody who could be overheard. */
    private Optional<AccessKey> keyFor(Trust trust) {
        boolean known = switch (trust) {
            case Trust.Pinned _ -> request.fingerprint().isPresent();
            case Trust.Plain _ ->
                candidates.stream()
                        .allMatch(candidate -> candidate.socket().getAddress().isLoopbackAddress());
        };
        return request.key().filter(_ -> known);
    }

    private Diagnosis.Verdict blame(RefusedException refusal, Optional<AccessKey> key) {
        return switch (refusal.errorCode().orElse(ErrorCode.INTERNAL)) {
            case KEY_REQUIRED -> Verdicts.keyMissing();
            case KEY_REFUSED -> key.isEmpty() ? Verdicts.keyMissing() : Verdicts.keyRefused();
            case BUSY -> Verdicts.busy();
            // A hello of ours is well-formed; a port that wants TLS finds no fault but that.
            case MALFORMED_REQUEST -> Verdicts.tlsServer(server());
            default -> Verdicts.otherProgram(server());
        };
    }

    private void roundTrip(WirephotoClient client) throws IOException, RefusedException {
        sheet.begin(DoctorCheck.ROUND_TRIP);
        Duration best = LIMIT;
        for (int i = 0; i < PINGS; i++) {
            Duration one = client.ping();
            best = one.compareTo(best) < 0 ? one : best;
        }
        sheet.ok(DoctorCheck.ROUND_TRIP, "An answer takes " + milliseconds(best) + ".");
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / MILLION);
    }
}
