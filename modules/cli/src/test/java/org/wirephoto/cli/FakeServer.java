package org.wirephoto.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.CommandResult;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineParser;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.ServerAddress;

/** A server on the loopback address that keeps its images in memory and refuses what it is told to refuse. */
final class FakeServer implements AutoCloseable {
    static final long MAX_FILESIZE = 1_000_000;
    /** The key that everyone gets who is invited. */
    static final AccessKey NEW_KEY = AccessKey.parse("1".repeat(26)).orElseThrow();

    private static final int AWAIT_SECONDS = 20;

    private final ServerSocket listener;
    private final Thread accepting;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final Map<String, Deque<Reply.Refusal>> refusals = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch bodyHeld = new CountDownLatch(1);
    private final CountDownLatch watched = new CountDownLatch(1);
    private final FakeStore store = new FakeStore();
    private volatile long holdAfter = Long.MAX_VALUE;
    private volatile boolean breaksBodies;
    private volatile Optional<AccessKey> wanted = Optional.empty();
    private volatile Optional<TestCertificate> certificate = Optional.empty();

    private record Watcher(OutputStream out) {}

    FakeServer() throws IOException {
        this(0);
    }

    /** A server at a port, where another one may have been just now. */
    FakeServer(int port) throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        accepting = Thread.ofVirtual().name("fake-server").start(this::accept);
    }

    /** The same server, speaking TLS. */
    FakeServer with(TestCertificate other) {
        certificate = Optional.of(other);
        return this;
    }

    /** The same server, admitting nobody but the holders of this key. */
    FakeServer wanting(AccessKey key) {
        wanted = Optional.of(key);
        return this;
    }

    /** What lets its holder in here. */
    Invite invite(AccessKey key) {
        return new Invite(
                ServerAddress.parse(address()).orElseThrow(),
                certificate.orElseThrow().fingerprint(),
                key);
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    int port() {
        return listener.getLocalPort();
    }

    FakeStore store() {
        return store;
    }

    /** The requests that came, as their commands and names. */
    List<String> requests() {
        return requests;
    }

    /** Refuses the next request of this command with what a server would say by itself. */
    void refuse(String command, ErrorCode code) {
        refuse(command, code.wire(), code.sentence(), Optional.empty());
    }

    void refuse(String command, String code, String message, Optional<String> suggestion) {
        synchronized (refusals) {
            refusals.computeIfAbsent(command, key -> new ArrayDeque<>())
                    .add(new Reply.Refusal(Optional.empty(), code, message, suggestion));
        }
    }

    /** Stops in the middle of every body, after this many bytes of it; {@link #awaitHeld} tells when. */
    void holdAfter(long bytes) {
        holdAfter = bytes;
    }

    void awaitHeld() throws InterruptedException {
        await(bodyHeld);
    }

    void awaitWatcher() throws InterruptedException {
        await(watched);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(AWAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it never came to that");
        }
    }

    /** Sends other bytes than those of the image. */
    void breakBodies() {
        breaksBodies = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().name("fake-connection").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = certificate.isPresent() ? certificate.get().over(accepted) : accepted) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (Optional<Line> line = readLine(in, out); line.isPresent(); line = readLine(in, out)) {
                requests.add(line.get().command()
                        + line.get().name().map(name -> " " + name).orElse(""));
                answer(line.get(), in, out);
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static Optional<Line> readLine(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            bytes.write(b);
        }
        return switch (LineParser.parse(ByteBuffer.wrap(bytes.toByteArray()))) {
            case LineResult.Parsed(Line line) -> Optional.of(line);
            case LineResult.Malformed malformed -> {
                String code = ErrorCode.MALFORMED_REQUEST.wire();
                write(out, new Reply.Refusal(Optional.empty(), code, malformed.reason(), Optional.empty()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Reply.Refusal> refusal(String command) {
        synchronized (refusals) {
            return Optional.ofNullable(
                    refusals.getOrDefault(command, new ArrayDeque<>()).poll());
        }
    }

    private void answer(Line line, InputStream in, OutputStream out) throws IOException {
        Optional<Reply.Refusal> refused = refusal(line.command());
        if (refused.isPresent()) {
            write(out, refused.get());
            return;
        }
        if (Command.parse(line) instanceof CommandResult.Understood(Command.Hello hello) && !admits(hello)) {
            ErrorCode code = hello.key().isPresent() ? ErrorCode.KEY_REFUSED : ErrorCode.KEY_REQUIRED;
            write(out, new Reply.Refusal(Optional.empty(), code.wire(), code.sentence(), Optional.empty()));
            return;
        }
        switch (Command.parse(line)) {
            case CommandResult.Refused broken -> throw new IOException(broken.reason());
            case CommandResult.Understood(Command.Save save) -> save(save, in, out);
            case CommandResult.Understood(Command.Return fetch) -> send(fetch, out);
            case CommandResult.Understood(Command.List list) -> list(list, out);
            case CommandResult.Understood(Command.Watch watch) -> watch(watch, out);
            case CommandResult.Understood(Command.Invite invite) -> write(out, made(invite));
            case CommandResult.Understood(Command other) -> write(out, store.answer(other, this::tell));
        }
    }

    private Reply made(Command.Invite invite) {
        String fingerprint = certificate.orElseThrow().fingerprint().hex();
        return new Reply.Ok(
                Optional.empty(),
                OptionalLong.empty(),
                Map.of(
                        "key",
                        NEW_KEY.text(),
                        "fp",
                        fingerprint,
                        "label",
                        invite.label().orElse("")));
    }

    private boolean admits(Command.Hello hello) {
        return wanted.isEmpty() || wanted.equals(hello.key().flatMap(AccessKey::parse));
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        out.write(reply.toLine().encode());
        out.flush();
    }

    private void save(Command.Save save, InputStream in, OutputStream out) throws IOException {
        Optional<Reply> early = store.beforeBody(save, this::tell);
        if (early.isPresent()) {
            write(out, early.get());
            return;
        }
        write(out, new Reply.Ready(Optional.of(save.name()), 0));
        int size = (int) save.filesize().orElseThrow();
        if (size > holdAfter) {
            in.readNBytes((int) holdAfter);
            bodyHeld.countDown();
            while (in.read() >= 0) {
                // whatever comes is dropped until the client goes away
            }
            throw new IOException("gone");
        }
        Optional<Reply.Refusal> late = refusal("body");
        byte[] body = in.readNBytes(size);
        write(out, late.isPresent() ? late.get() : store.save(save, body, this::tell));
    }

    private void send(Command.Return fetch, OutputStream out) throws IOException {
        Optional<FakeStore.Stored> found = store.find(fetch.name());
        if (found.isEmpty()) {
            write(out, store.notFound(fetch.name()));
            return;
        }
        byte[] bytes = fetch.variant().isPresent()
                ? "small".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : found.get().bytes();
        int from = (int) fetch.offset().orElse(0);
        write(out, found.get().bodyReply(bytes.length - from, fetch.variant(), from));
        int until = (int) Math.min(bytes.length, holdAfter);
        byte[] sent = bytes.clone();
        if (breaksBodies) {
            sent[sent.length - 1] ^= 1;
        }
        out.write(sent, Math.min(from, until), Math.max(0, until - from));
        out.flush();
        if (until < bytes.length) {
            bodyHeld.countDown();
        }
    }

    private void list(Command.List list, OutputStream out) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        Map<String, String> attributes = store.page(list, lines);
        long size = lines.stream().mapToLong(line -> line.length).sum();
        write(out, new Reply.Ok(Optional.empty(), OptionalLong.of(size), attributes));
        for (byte[] line : lines) {
            out.write(line);
        }
        out.flush();
    }

    private void watch(Command.Watch watch, OutputStream out) throws IOException {
        synchronized (watchers) {
            String seq = watch.since().orElse(store.seq());
            write(out, new Reply.Ok(Optional.empty(), OptionalLong.empty(), Map.of("seq", seq)));
            watchers.add(new Watcher(out));
        }
        watched.countDown();
    }

    /** Sends an event to all who watch. */
    void tell(Event event) {
        synchronized (watchers) {
            for (Watcher watcher : watchers) {
                try {
                    watcher.out().write(event.toLine().encode());
                    watcher.out().flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A listener goes on listening until nobody accepts from it any more. */
    private static void awaitEnd(Thread thread) throws IOException {
        try {
            if (!thread.join(Duration.ofSeconds(AWAIT_SECONDS))) {
                throw new IOException("it goes on accepting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        awaitEnd(accepting);
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
