package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Variant;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** The client library against the linked server: what works, and each refusal as its own code. */
class ClientLibraryIT {
    private static final byte[] TAKEN = TestImages.photo(ImageType.PNG, 40, 30, 99);
    private static final byte[] PNG = TestImages.photo(ImageType.PNG, 44, 33, 1);

    @TempDir
    static Path data;

    @TempDir
    Path scratch;

    private static ServerProcess server;
    private static WirephotoClient client;

    @BeforeAll
    static void start() throws IOException, RefusedException {
        server = ServerProcess.start(data, "--max-filesize", "20000000");
        client = connect(server);
        save("taken.png", TAKEN);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void savesFetchesRenamesDeletesAndRestores() throws Exception {
        byte[] image = TestImages.photo(ImageType.JPEG, 300, 200, 2);
        Path file = Files.write(scratch.resolve("mine.jpg"), image);
        assertThat(client.save(file, "round trip.jpg", SaveOptions.createNew(), TransferControl.none())
                        .image()
                        .name()
                        .text())
                .isEqualTo("round_trip.jpg");
        Path copy = scratch.resolve("copy.jpg");
        client.fetch("round_trip.jpg", copy, FetchOptions.createNew(), TransferControl.none());
        assertThat(Files.readAllBytes(copy)).isEqualTo(image);
        assertThat(client.rename("round_trip.jpg", "trip.jpg").text()).isEqualTo("trip.jpg");
        String id = client.delete("trip.jpg", DeleteOptions.toTrash());
        assertThat(client.list(ListRequest.ofTrash()).images())
                .anyMatch(trashed -> trashed.attributes().id().equals(id));
        assertThat(client.restore("trip.jpg", RestoreOptions.newest())
                        .attributes()
                        .id())
                .isEqualTo(id);
        assertThat(client.fetch("trip.jpg", Variant.THUMBNAIL, 1 << 20, new org.wirephoto.client.Cancellation())
                        .bytes())
                .isNotEmpty();
    }

    @Test
    void nothingLocalIsOverwrittenUnasked() throws Exception {
        Path mine = Files.writeString(scratch.resolve("taken.png"), "mine");
        assertThatThrownBy(() -> client.fetch("taken.png", mine, FetchOptions.createNew(), TransferControl.none()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(mine).hasContent("mine");
        client.fetch("taken.png", mine, FetchOptions.createNew().overwriting(), TransferControl.none());
        assertThat(mine).hasBinaryContent(TAKEN);
    }

    @Test
    void severalTransfersGoOnAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                byte[] image = TestImages.photo(ImageType.PNG, 60, 60, 500 + i);
                String name = "several-" + i + ".png";
                running.add(threads.submit(() -> {
                    save(name, image);
                    Path copy = scratch.resolve(name);
                    client.fetch(name, copy, FetchOptions.createNew(), TransferControl.none());
                    assertThat(copy).hasBinaryContent(image);
                    return null;
                }));
            }
            for (Future<?> transfer : running) {
                transfer.get(60, TimeUnit.SECONDS);
            }
        }
    }

    record Case(ErrorCode code, ThrowingCallable request) {
        @Override
        public String toString() {
            return code.wire();
        }
    }

    static List<Case> refusals() {
        byte[] random = new byte[500];
        Digest other = new Digest("0".repeat(64));
        return List.of(
                new Case(ErrorCode.NAME_MISSING, () -> save(".png", PNG)),
                new Case(ErrorCode.NAME_INVALID, () -> save("../up.png", PNG)),
                new Case(ErrorCode.EXTENSION_MISSING, () -> save("beach", PNG)),
                new Case(ErrorCode.EXTENSION_MISMATCH, () -> save("beach.jpg", PNG)),
                new Case(ErrorCode.SIZE_MISSING, () -> save("empty.png", new byte[0])),
                new Case(ErrorCode.TOO_LARGE, () -> save("large.png", new byte[20_000_001])),
                new Case(ErrorCode.TYPE_UNSUPPORTED, () -> save("random.png", random)),
                new Case(ErrorCode.ALREADY_EXISTS, () -> save("taken.png", PNG)),
                new Case(ErrorCode.NOT_FOUND, () -> client.stat("nothing.png")),
                new Case(ErrorCode.CHANGED, () -> client.rename("taken.png", "moved.png", other)),
                new Case(ErrorCode.NOT_ALLOWED, () -> {
                    try (WirephotoClient viewer = connect(client.invite(Role.VIEWER, "Ann"))) {
                        viewer.delete("taken.png", DeleteOptions.toTrash());
                    }
                }),
                new Case(ErrorCode.NO_PREVIEW, () -> {
                    save("sky.heic", TestImages.of(ImageType.HEIC, 1));
                    client.fetch("sky.heic", Variant.PREVIEW, 1 << 20, new org.wirephoto.client.Cancellation());
                }),
                new Case(
                        ErrorCode.MALFORMED_REQUEST,
                        () -> client.list(ListRequest.all().withAfter("nonsense"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void everyRefusalIsToldByItsCode(Case refused) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, refused.request());
        assertThat(refusal.errorCode()).hasValue(refused.code());
        assertThat(refusal.getMessage()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badImages")
    void everyBadImageIsToldByItsCode(TestImage bad) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> save(bad.name(), bad.bytes()));
        assertThat(refusal.errorCode()).isEqualTo(bad.refusal());
    }

    static List<TestImage> badImages() {
        return TestImages.refused();
    }

    @Test
    void aSuggestionIsThereToBeTaken() throws Exception {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> save("dune.jpg", TestImages.of(ImageType.GIF, 3)));
        assertThat(refusal.suggestion().map(Object::toString)).isEqualTo(Optional.of("dune.gif"));
        save(refusal.suggestion().orElseThrow().text(), TestImages.of(ImageType.GIF, 3));
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() throws IOException {
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> WirephotoClient.connect(new ServerAddress("127.0.0.1", port), server.settings()))
                .isInstanceOf(UnreachableException.class);
    }

    @Test
    void aTransferOutlivesARestartOfTheServer(@TempDir Path own) throws Exception {
        byte[] image = TestImages.photo(ImageType.BMP, 900, 700, 4);
        Path file = Files.write(scratch.resolve("long.bmp"), image);
        try (Relay relay = new Relay()) {
            try (ServerProcess first = ServerProcess.start(own)) {
                relay.to(first.port());
                try (WirephotoClient patient = WirephotoClient.connect(
                                new ServerAddress("127.0.0.1", relay.port()), first.settings());
                        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                    relay.cutAfter(image.length / 2);
                    Future<?> save = thread.submit(
                            () -> patient.save(file, "long.bmp", SaveOptions.createNew(), TransferControl.none()));
                    assertThat(relay.awaitCut(60, TimeUnit.SECONDS)).isTrue();
                    awaitKept(own, image.length * 2L / 5);
                    first.kill();
                    try (ServerProcess second = ServerProcess.start(own)) {
                        relay.to(second.port());
                        save.get(60, TimeUnit.SECONDS);
                        assertThat(relay.bytesSinceCut()).isLessThan(image.length * 3L / 4);
                        try (RawConnection peer = RawConnection.to(second)) {
                            assertThat(peer.fetch("long.bmp")).isEqualTo(image);
                        }
                    }
                }
            }
        }
    }

    /** Waits until the server has so much of an upload on its disk: what a kill finds in a socket is lost. */
    private static void awaitKept(Path data, long bytes) throws IOException {
        long start = System.nanoTime();
        while (kept(data) < bytes) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static long kept(Path data) throws IOException {
        try (Stream<Path> uploads = Files.list(data.resolve("incoming"))) {
            return uploads.mapToLong(upload -> upload.toFile().length()).sum();
        }
    }

    private static WirephotoClient connect(Invitation invitation) throws IOException, RefusedException {
        ConnectionSettings settings =
                ConnectionSettings.pinned(invitation.fingerprint()).withKey(invitation.key());
        return WirephotoClient.connect(client.address(), settings);
    }

    private static WirephotoClient connect(ServerProcess to) throws IOException, RefusedException {
        return WirephotoClient.connect(new ServerAddress("127.0.0.1", to.port()), to.settings());
    }

    private static void save(String name, byte[] image) throws IOException, RefusedException {
        client.save(new ByteArrayInputStream(image), name, SaveOptions.createNew(), TransferControl.none());
    }
}
