package org.wirephoto.desktop.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.SaveReceipt;
import org.wirephoto.client.ServerInfo;
import org.wirephoto.client.TransferControl;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Sort;
import org.wirephoto.protocol.Variant;

/** A server in memory: lists page by page, tells events, sends what it is given. Safe for any thread. */
public final class FakeSession implements Session {
    private static final long LIMIT_SECONDS = 20;
    private static final int STEPS = 600;
    private static final long STEP_MILLIS = 200;

    private final List<RemoteImage> images = new ArrayList<>();
    private final Map<ImageName, byte[]> renderings = new HashMap<>();
    private final Map<ImageName, byte[]> originals = new HashMap<>();
    private final Map<String, Double> stops = new HashMap<>();
    private final Map<String, Trouble> failures = new HashMap<>();
    private final List<ListRequest> lists = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final BlockingQueue<ImageEvent> events = new LinkedBlockingQueue<>();
    private final AtomicInteger watches = new AtomicInteger();
    private volatile Optional<Trouble> broken = Optional.empty();

    public FakeSession(List<RemoteImage> images) {
        this.images.addAll(images);
    }

    public static Trouble refusal(ErrorCode code) {
        return new Trouble(Trouble.Kind.REFUSED, Optional.of(code), code.sentence(), Optional.empty());
    }

    /** What happens at the server, and what is told of it. */
    public synchronized void saved(RemoteImage image) {
        images.removeIf(other -> other.name().equals(image.name()));
        images.add(image);
        events.add(new ImageEvent.Saved(image, "1"));
    }

    public synchronized void deleted(RemoteImage image) {
        images.remove(image);
        events.add(new ImageEvent.Deleted(image.name(), "1"));
    }

    public synchronized void renamed(RemoteImage image, String name) {
        RemoteImage now = Images.renamed(image, name);
        images.remove(image);
        images.add(now);
        events.add(new ImageEvent.Renamed(image.name(), now, "1"));
    }

    /** Waits until all that happened was taken by whoever watches. */
    public void awaitTold() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!events.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody takes what happened");
            }
            Thread.onSpinWait();
        }
    }

    public void tell(ImageEvent event) {
        events.add(event);
    }

    /** Changes what is there without a word. */
    public synchronized void replaceAll(List<RemoteImage> others) {
        images.clear();
        images.addAll(others);
    }

    public synchronized void rendering(RemoteImage image, byte[] bytes) {
        renderings.put(image.name(), bytes);
    }

    public synchronized void original(RemoteImage image, byte[] bytes) {
        originals.put(image.name(), bytes);
    }

    /** Lets every request fail from now on, or none any more. */
    public void broken(Optional<Trouble> trouble) {
        broken = trouble;
    }

    public synchronized List<ListRequest> lists() {
        return List.copyOf(lists);
    }

    /** Names of images of which renderings were asked for, in that order. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    public int watches() {
        return watches.get();
    }

    private void check() throws IOException {
        if (broken.isPresent()) {
            throw new TroubleException(broken.get());
        }
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", 9999);
    }

    @Override
    public ServerInfo info() {
        return new ServerInfo("Living room", Role.CURATOR, Optional.of("Anna"), 1 << 28, 1);
    }

    @Override
    public synchronized ImagePage list(ListRequest request) throws IOException {
        check();
        lists.add(request);
        Optional<String> match = request.match().map(ImageName::keyOf);
        List<RemoteImage> wanted = images.stream()
                .filter(image -> match.isEmpty() || image.name().key().contains(match.get()))
                .sorted(order(request.sort()))
                .toList();
        int from = request.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(wanted.size(), from + request.limit());
        return new ImagePage(
                wanted.subList(from, to),
                0,
                to < wanted.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
                "0",
                match.isEmpty() ? OptionalLong.of(images.size()) : OptionalLong.empty());
    }

    private static Comparator<RemoteImage> order(Sort sort) {
        Comparator<RemoteImage> bySaved =
                Comparator.comparing(image -> image.attributes().saved());
        return switch (sort) {
            case NEWEST, TAKEN, LARGEST -> bySaved.reversed();
            case OLDEST -> bySaved;
            case NAME -> Comparator.comparing(RemoteImage::name);
        };
    }

    @Override
    public synchronized byte[] rendering(ImageName name, Variant variant, Digest expected, int most)
            throws IOException {
        check();
        asked.add(name.text());
        byte[] bytes = renderings.get(name);
        if (bytes == null) {
            throw new TroubleException(refusal(ErrorCode.NO_PREVIEW));
        }
        return bytes;
    }

    @Override
    public ImageName fetch(ImageName name, OutputStream out, TransferControl control) throws IOException {
        check();
        byte[] bytes;
        synchronized (this) {
            bytes = originals.getOrDefault(name, new byte[0]);
        }
        out.write(bytes);
        return name;
    }

    @Override
    public FetchReceipt fetchInto(ImageName name, Path folder, FetchOptions options, TransferControl control)
            throws IOException {
        return fetch(name, folder.resolve(name.text()), options, control);
    }

    @Override
    public FetchReceipt fetch(ImageName name, Path file, FetchOptions options, TransferControl control)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            fetch(name, out, control);
        }
        return new FetchReceipt(name, file, Files.size(file), Files.size(file));
    }

    /** Has a save of a name come so far, step by step, and no further until it is cancelled. */
    public synchronized void stopping(String name, double part) {
        stops.put(name, part);
    }

    /** Has a save of a name fail. */
    public synchronized void failing(String name, Trouble trouble) {
        failures.put(name, trouble);
    }

    @Override
    public SaveReceipt save(Path file, String name, SaveOptions options, TransferControl control) throws IOException {
        check();
        long size = Files.size(file);
        Optional<Trouble> failure;
        Optional<Double> stop;
        synchronized (this) {
            failure = Optional.ofNullable(failures.get(name));
            stop = Optional.ofNullable(stops.get(name));
        }
        if (failure.isPresent()) {
            throw new TroubleException(failure.get());
        }
        if (stop.isPresent()) {
            stand(control, size, stop.get());
        }
        control.progress().progress(size, size);
        byte[] bytes = Files.readAllBytes(file);
        RemoteImage image = Images.image(name, 900, bytes);
        rendering(image, bytes);
        saved(image);
        return new SaveReceipt(image, size);
    }

    private static void stand(TransferControl control, long size, double part) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int step = 1; step < STEPS && !control.cancellation().isCancelled(); step++) {
                control.progress().progress((long) (size * part * Math.min(1, step * 0.1)), size);
                never.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TroubleException(new Trouble(Trouble.Kind.CANCELLED, Optional.empty(), "Stopped.", Optional.empty()));
    }

    @Override
    public synchronized RemoteImage stat(String name) throws IOException {
        check();
        return images.stream()
                .filter(image -> image.name().equals(ImageName.of(name)))
                .findFirst()
                .orElseThrow(() -> new TroubleException(refusal(ErrorCode.NOT_FOUND)));
    }

    @Override
    public ImageName rename(ImageName name, String to, Digest expected) {
        throw new UnsupportedOperationException("not yet asked for");
    }

    @Override
    public String delete(ImageName name, DeleteOptions options) {
        throw new UnsupportedOperationException("not yet asked for");
    }

    @Override
    public RemoteImage restore(ImageName name, RestoreOptions options) {
        throw new UnsupportedOperationException("not yet asked for");
    }

    @Override
    public Invitation invite(Role role, String label) {
        throw new UnsupportedOperationException("not yet asked for");
    }

    @Override
    public Events watch(String since) throws IOException {
        check();
        watches.incrementAndGet();
        return new Events() {
            @Override
            public Optional<ImageEvent> next(Duration limit) throws IOException, InterruptedException {
                check();
                return Optional.ofNullable(events.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
