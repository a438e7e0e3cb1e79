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
import org.wirephoto.client.Diagnosis.Cause;
import org.wirephoto.client.Diagnosis.Verdict;
import org.wirephoto.client.DoctorFinding.Seen;
import org.wirephoto.client.TcpProbe.Result;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** The second half of what a doctor looks at: the way to one server, from its name to its answers. */
final class ServerExamination {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_ADDRESSES = 4;
    private static final int PINGS = 3;

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
                Seen seen = e instanceof TimeoutException ? Seen.NO_NAME_SERVER : Seen.NAME_UNKNOWN;
                sheet.end(DoctorCheck.NAME, seen, address.host());
                sheet.blame(new Verdict(Cause.UNKNOWN_NAME, address));
                return false;
            }
        }
        String host = addresses.getFirst().host();
        String first = candidates.getFirst().socket().getAddress().getHostAddress();
        if (host.equals(first) || host.contains(":")) {
            sheet.end(DoctorCheck.NAME, Seen.NAME_IS_ADDRESS, host);
        } else {
            sheet.end(DoctorCheck.NAME, Seen.NAME_RESOLVED, host, first);
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
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                sheet.end(DoctorCheck.TCP, Seen.CONNECTED, candidate.address().toString(), time);
                return true;
            }
        }
        ServerAddress address = candidates.getFirst().address();
        fail(address, results);
        sheet.blame(new Verdict(why(address, results), address));
        return false;
    }

    private void fail(ServerAddress address, List<Result> results) {
        if (results.contains(Result.REFUSED)) {
            sheet.end(DoctorCheck.TCP, Seen.CONNECTION_REFUSED, address.toString());
        } else if (results.contains(Result.SILENT)) {
            sheet.end(DoctorCheck.TCP, Seen.CONNECTION_SILENT, address.toString(), LIMIT);
        } else {
            sheet.end(DoctorCheck.TCP, Seen.NO_WAY, address.toString());
        }
    }

    private Cause why(ServerAddress address, List<Result> results) {
        if (results.contains(Result.REFUSED)) {
            return Cause.WRONG_PORT;
        }
        boolean announced =
                network.found().stream().anyMatch(server -> server.addresses().contains(address));
        if (announced) {
            return Cause.FIREWALL;
        }
        if (candidates.stream()
                .noneMatch(candidate -> TcpProbe.isNear(candidate.socket().getAddress()))) {
            return Cause.OTHER_SUBNET;
        }
        if (network.isWireless()) {
            return Cause.CLIENT_ISOLATION;
        }
        return results.contains(Result.SILENT) ? Cause.FIREWALL : Cause.NO_ANSWER;
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
        sheet.end(DoctorCheck.TLS, Seen.PLAIN_WANTED);
        sheet.begin(DoctorCheck.FINGERPRINT);
        sheet.end(DoctorCheck.FINGERPRINT, Seen.NOBODY_PROVEN);
        return Optional.of(new Trust.Plain());
    }

    private Optional<Trust> encrypted() throws InterruptedException {
        sheet.begin(DoctorCheck.TLS);
        try {
            Fingerprint actual = WirephotoClient.fingerprint(server(), LIMIT);
            sheet.end(DoctorCheck.TLS, Seen.SPEAKS_TLS);
            return compare(actual);
        } catch (CancelledException e) {
            throw interrupted(e);
        } catch (IOException e) {
            sheet.end(DoctorCheck.TLS, Seen.NO_TLS, String.valueOf(e.getMessage()));
            blame(cause(e));
            return Optional.empty();
        }
    }

    private Optional<Trust> compare(Fingerprint actual) {
        sheet.begin(DoctorCheck.FINGERPRINT);
        if (request.fingerprint().isEmpty()) {
            sheet.end(DoctorCheck.FINGERPRINT, Seen.FINGERPRINT_NEW, actual.grouped());
            return Optional.of(new Trust.Pinned(actual));
        }
        Fingerprint expected = request.fingerprint().get();
        if (expected.equals(actual)) {
            sheet.end(DoctorCheck.FINGERPRINT, Seen.FINGERPRINT_KNOWN);
            return Optional.of(new Trust.Pinned(actual));
        }
        sheet.end(DoctorCheck.FINGERPRINT, Seen.FINGERPRINT_OTHER, expected.grouped(), actual.grouped());
        blame(Cause.FINGERPRINT_CHANGED);
        return Optional.empty();
    }

    private void blame(Cause cause) {
        sheet.blame(new Verdict(cause, server()));
    }

    private Cause cause(IOException failure) {
        if (failure instanceof UnreachableException) {
            return Cause.NO_ANSWER;
        }
        Peer peer = failure instanceof ProtocolException strange ? strange.peer() : Peer.UNKNOWN;
        return switch (peer) {
            case PLAIN_WIREPHOTO -> Cause.PLAIN_SERVER;
            case TLS -> request.plain() ? Cause.TLS_SERVER : Cause.OTHER_PROGRAM;
            case WEB -> Cause.WEB_SERVER;
            case WIREPHOTO, SSH, UNKNOWN -> Cause.OTHER_PROGRAM;
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
            Seen seen = key.isPresent() ? Seen.KEY_TAKEN : Seen.KEY_NOT_NEEDED;
            sheet.end(DoctorCheck.KEY, seen, info.name(), role);
            roundTrip(client);
        } catch (RefusedException e) {
            sheet.end(DoctorCheck.KEY, Seen.NOT_LET_IN, String.valueOf(e.getMessage()));
            blame(cause(e, key));
        } catch (CancelledException e) {
            throw interrupted(e);
        } catch (IOException e) {
            sheet.end(DoctorCheck.KEY, Seen.NOT_LET_IN, String.valueOf(e.getMessage()));
            blame(cause(e));
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

    private Cause cause(RefusedException refusal, Optional<AccessKey> key) {
        return switch (refusal.errorCode().orElse(ErrorCode.INTERNAL)) {
            case KEY_REQUIRED -> Cause.KEY_MISSING;
            case KEY_REFUSED -> key.isEmpty() ? Cause.KEY_MISSING : Cause.KEY_REFUSED;
            case BUSY -> Cause.SERVER_BUSY;
            // A hello of ours is well-formed; a port that wants TLS finds no fault but that.
            case MALFORMED_REQUEST -> Cause.TLS_SERVER;
            default -> Cause.OTHER_PROGRAM;
        };
    }

    private void roundTrip(WirephotoClient client) throws CancelledException {
        sheet.begin(DoctorCheck.ROUND_TRIP);
        Duration best = LIMIT;
        try {
            for (int i = 0; i < PINGS; i++) {
                Duration one = client.ping();
                best = one.compareTo(best) < 0 ? one : best;
            }
            sheet.end(DoctorCheck.ROUND_TRIP, Seen.ANSWERS, best);
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | RefusedException e) {
            sheet.end(DoctorCheck.ROUND_TRIP, Seen.ANSWERS_NO_MORE, String.valueOf(e.getMessage()));
            blame(Cause.NO_ANSWER);
        }
    }
}
