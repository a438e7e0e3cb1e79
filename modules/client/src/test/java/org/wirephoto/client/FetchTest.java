package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.client.FakeServer.Peer;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Variant;

class FetchTest {
    private static final int SIZE = 900_000;

    @TempDir
    private Path folder;

    private final byte[] image = Fixtures.image(SIZE);

    private FetchReceipt fetch(FakeServer server, FetchOptions options) throws IOException, RefusedException {
        try (WirephotoClient client = Fixtures.connect(server)) {
            return client.fetch("beach.png", target(), options, TransferControl.none());
        }
    }

    private FetchReceipt fetch(FakeServer server) throws IOException, RefusedException {
        return fetch(server, FetchOptions.createNew());
    }

    private Path target() {
        return folder.resolve("mine.png");
    }

    private Path part() {
        return folder.resolve("." + Fixtures.digest(image).hex().substring(0, 16) + ".part");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void describe(Peer peer, byte[] bytes) throws IOException {
        peer.expect("stat,");
        peer.say("ok,Beach.png,N/A," + Fixtures.attributes(bytes));
    }

    /** Answers a request for the image from {@code offset} on, as far as to {@code end}. */
    private void give(Peer peer, byte[] bytes, int offset, int end) throws IOException {
        String request = peer.expect("return,Beach.png,N/A");
        assertThat(peer.attributes(request).getOrDefault("offset", "0")).isEqualTo(Integer.toString(offset));
        assertThat(peer.attributes(request))
                .containsEntry("if-sha256", Fixtures.digest(bytes).hex());
        peer.say("ok,Beach.png," + (bytes.length - offset) + ",filesize=" + bytes.length + ",type=image/png,sha256="
                + Fixtures.digest(bytes).hex() + ",offset=" + offset);
        peer.send(Arrays.copyOfRange(bytes, offset, end));
    }

    private Script giving(int offset, int end) {
        return peer -> {
            give(peer, image, offset, end);
            if (end < SIZE) {
                peer.cut();
            }
            peer.awaitEnd();
        };
    }

    private Script whole() {
        return peer -> {
            describe(peer, image);
            give(peer, image, 0, SIZE);
            peer.awaitEnd();
        };
    }

    @Nested
    class IntoAFile {
        @Test
        void arrivesWholeAndAlone() throws Exception {
            try (FakeServer server = FakeServer.greeting(whole())) {
                FetchReceipt receipt = fetch(server);
                assertThat(receipt.name().text()).isEqualTo("Beach.png");
                assertThat(receipt.file()).isEqualTo(target());
                assertThat(receipt.filesize()).isEqualTo(SIZE);
                assertThat(receipt.received()).isEqualTo(SIZE);
                assertThat(target()).hasBinaryContent(image);
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void getsTheStoredNameInAFolder() throws Exception {
            try (FakeServer server = FakeServer.greeting(whole());
                    WirephotoClient client = Fixtures.connect(server)) {
                FetchReceipt receipt =
                        client.fetchInto("beach.png", folder, FetchOptions.createNew(), TransferControl.none());
                assertThat(receipt.file())
                        .isEqualTo(folder.resolve("Beach.png"))
                        .hasBinaryContent(image);
            }
        }

        @Test
        void tellsHowItGetsOn() throws Exception {
            List<Long> done = new ArrayList<>();
            try (FakeServer server = FakeServer.greeting(whole());
                    WirephotoClient client = Fixtures.connect(server)) {
                client.fetch("beach.png", target(), FetchOptions.createNew(), TransferControl.of((now, total) -> {
                    assertThat(total).isEqualTo(SIZE);
                    done.add(now);
                }));
            }
            assertThat(done).isSorted().startsWith(0L).endsWith((long) SIZE).hasSizeGreaterThan(SIZE / (128 * 1024));
        }

        @Test
        void isOnlyTakenIfItIsTheOneThatIsMeant() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.awaitEnd();
            })) {
                RefusedException refusal = catchThrowableOfType(
                        RefusedException.class,
                        () -> fetch(server, FetchOptions.createNew().withIfDigest(Fixtures.digest(Fixtures.image(5)))));
                assertThat(refusal.errorCode()).hasValue(ErrorCode.CHANGED);
            }
        }

        @Test
        void beginsAgainWhenTheImageWasReplacedMeanwhile() throws Exception {
            byte[] old = Fixtures.image(1000);
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, old);
                peer.expect("return,");
                peer.say("error,Beach.png,N/A,code=changed,message=Another one.");
                describe(peer, image);
                give(peer, image, 0, SIZE);
                peer.awaitEnd();
            })) {
                fetch(server);
                assertThat(files()).containsExactly(target());
                assertThat(target()).hasBinaryContent(image);
            }
        }

        @Test
        void leavesNothingWhenTheServerRefuses() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        describe(peer, image);
                        give(peer, image, 0, 1000);
                        peer.cut();
                    },
                    peer -> {
                        peer.expect("return,");
                        peer.say("error,Beach.png,N/A,code=not-found,message=Gone.");
                        peer.awaitEnd();
                    })) {
                assertThatThrownBy(() -> fetch(server))
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("Gone.");
                assertThat(files()).isEmpty();
            }
        }

        @Test
        void leavesAPartWhereALaterFetchMayBeGranted() throws Exception {
            Files.write(part(), Arrays.copyOf(image, 1000));
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.expect("return,");
                peer.say("error,Beach.png,N/A,code=not-allowed,message=Not now.");
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> fetch(server)).hasMessage("Not now.");
                assertThat(part()).hasBinaryContent(Arrays.copyOf(image, 1000));
            }
        }

        @Test
        void needsItsFolder() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        describe(peer, image);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.fetch(
                                "beach.png",
                                folder.resolve("none").resolve("a.png"),
                                FetchOptions.createNew(),
                                TransferControl.none()))
                        .isInstanceOf(NoSuchFileException.class);
            }
        }

        @Test
        void needsRoomOnTheDisk() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("stat,");
                peer.say("ok,Beach.png,N/A,"
                        + Fixtures.attributes(image).replace("filesize=" + SIZE, "filesize=" + Long.MAX_VALUE));
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> fetch(server))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(Long.toString(Long.MAX_VALUE));
                assertThat(files()).isEmpty();
            }
        }
    }

    @Nested
    class LostConnections {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 65_536, 500_001, SIZE - 1})
        void areMadeAgainAndTheRestIsFetched(int offset) throws Exception {
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        describe(peer, image);
                        giving(0, offset).serve(peer);
                    },
                    // What the kernel had and did not pass on before the cut is lost: ask where the client stands.
                    resuming())) {
                fetch(server);
                assertThat(server.peers()).hasSize(2);
                assertThat(target()).hasBinaryContent(image);
                assertThat(files()).containsExactly(target());
            }
        }

        private Script resuming() {
            return peer -> {
                String request = peer.expect("return,Beach.png,N/A");
                int offset = Integer.parseInt(peer.attributes(request).getOrDefault("offset", "0"));
                peer.say("ok,Beach.png," + (SIZE - offset) + ",filesize=" + SIZE + ",type=image/png,sha256="
                        + Fixtures.digest(image).hex());
                peer.send(Arrays.copyOfRange(image, offset, SIZE));
                peer.awaitEnd();
            };
        }

        @Test
        void leaveAPartThatALaterFetchGoesOnWith() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        describe(peer, image);
                        give(peer, image, 0, 400_000);
                    });
                    WirephotoClient client = Fixtures.connectOnce(server)) {
                assertThatThrownBy(() ->
                                client.fetch("beach.png", target(), FetchOptions.createNew(), TransferControl.none()))
                        .isInstanceOf(ConnectionLostException.class);
            }
            assertThat(files()).containsExactly(part());
            assertThat(part()).hasBinaryContent(Arrays.copyOf(image, 400_000));
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                give(peer, image, 400_000, SIZE);
                peer.awaitEnd();
            })) {
                assertThat(fetch(server).received()).isEqualTo(SIZE - 400_000);
            }
            assertThat(files()).containsExactly(target());
            assertThat(target()).hasBinaryContent(image);
        }

        @Test
        void includeServersThatStandStill() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                describe(peer, image);
                                give(peer, image, 0, 100_000);
                                peer.awaitEnd();
                            },
                            resuming());
                    WirephotoClient client =
                            WirephotoClient.connect(server.address(), Fixtures.impatientWithStalls())) {
                client.fetch("beach.png", target(), FetchOptions.createNew(), TransferControl.none());
                assertThat(target()).hasBinaryContent(image);
                assertThat(server.peers()).hasSizeGreaterThan(1);
            }
        }
    }

    @Nested
    class Parts {
        private FakeServer goingOn(int offset) throws IOException {
            return FakeServer.greeting(peer -> {
                describe(peer, image);
                give(peer, image, offset, SIZE);
                peer.awaitEnd();
            });
        }

        @Test
        void thatAreWholeAreOnlyPutInPlace() throws Exception {
            Files.write(part(), image);
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.awaitEnd();
            })) {
                assertThat(fetch(server).received()).isZero();
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void thatAreTooLongAreBegunAgain() throws Exception {
            Files.write(part(), new byte[SIZE + 1]);
            try (FakeServer server = goingOn(0)) {
                fetch(server);
                assertThat(target()).hasBinaryContent(image);
            }
        }

        @Test
        void thatAreWrongAreFetchedAfresh() throws Exception {
            Files.write(part(), new byte[300_000]);
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                give(peer, image, 300_000, SIZE);
                give(peer, image, 0, SIZE);
                peer.awaitEnd();
            })) {
                fetch(server);
                assertThat(target()).hasBinaryContent(image);
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void thatAreLinksAreNotFollowed() throws Exception {
            Path victim = Files.write(folder.resolve("victim"), new byte[10]);
            Files.createSymbolicLink(part(), victim);
            try (FakeServer server = goingOn(0)) {
                fetch(server);
            }
            assertThat(victim).hasBinaryContent(new byte[10]);
            assertThat(target()).hasBinaryContent(image);
            assertThat(Files.isRegularFile(target(), LinkOption.NOFOLLOW_LINKS)).isTrue();
        }

        @Test
        void thatHaveAnotherNameAreLeftAlone() throws Exception {
            Path victim = Files.write(folder.resolve("victim"), new byte[10]);
            Files.createLink(part(), victim);
            try (FakeServer server = goingOn(0)) {
                fetch(server);
            }
            assertThat(victim).hasBinaryContent(new byte[10]);
            assertThat(target()).hasBinaryContent(image);
        }

        @Test
        void thatOthersMayWriteToAreLeftAlone() throws Exception {
            Files.write(part(), Arrays.copyOf(image, 100));
            Files.setPosixFilePermissions(part(), PosixFilePermissions.fromString("rw-rw-rw-"));
            try (FakeServer server = goingOn(0)) {
                fetch(server);
            }
            assertThat(target()).hasBinaryContent(image);
        }

        @Test
        void thatAnotherFetchWritesAreLeftAlone() throws Exception {
            try (FileChannel other = FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = other.lock();
                    FakeServer server = goingOn(0)) {
                fetch(server);
                assertThat(files()).containsExactlyInAnyOrder(part(), target());
                assertThat(target()).hasBinaryContent(image);
            }
        }
    }

    @Nested
    class Overwriting {
        private FakeServer describing() throws IOException {
            return FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.awaitEnd();
            });
        }

        @Test
        void hasToBeAskedFor() throws Exception {
            Files.write(target(), new byte[] {1});
            try (FakeServer server = describing()) {
                assertThatThrownBy(() -> fetch(server)).isInstanceOf(FileAlreadyExistsException.class);
                assertThat(server.lines()).noneMatch(line -> line.startsWith("return"));
                assertThat(target()).hasBinaryContent(new byte[] {1});
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void replacesAFileInOneStep() throws Exception {
            Files.write(target(), new byte[] {1});
            try (FakeServer server = FakeServer.greeting(whole())) {
                fetch(server, FetchOptions.createNew().overwriting());
                assertThat(target()).hasBinaryContent(image);
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void replacesALinkAndNotWhatItPointsTo() throws Exception {
            Path victim = Files.write(folder.resolve("victim"), new byte[10]);
            Files.createSymbolicLink(target(), victim);
            try (FakeServer server = FakeServer.greeting(whole())) {
                fetch(server, FetchOptions.createNew().overwriting());
            }
            assertThat(victim).hasBinaryContent(new byte[10]);
            assertThat(Files.isRegularFile(target(), LinkOption.NOFOLLOW_LINKS)).isTrue();
            assertThat(target()).hasBinaryContent(image);
        }

        @Test
        void neverReplacesAFolder() throws Exception {
            Files.createDirectory(target());
            try (FakeServer server = describing()) {
                assertThatThrownBy(() -> fetch(server, FetchOptions.createNew().overwriting()))
                        .isInstanceOf(FileAlreadyExistsException.class);
            }
        }

        @Test
        void hasToBeAskedForWithALinkToNothingToo() throws Exception {
            Files.createSymbolicLink(target(), folder.resolve("nowhere"));
            try (FakeServer server = describing()) {
                assertThatThrownBy(() -> fetch(server)).isInstanceOf(FileAlreadyExistsException.class);
                assertThat(folder.resolve("nowhere")).doesNotExist();
            }
        }

        @Test
        void isNotNeededForTheSameBytes() throws Exception {
            Files.write(target(), image);
            try (FakeServer server = describing()) {
                assertThat(fetch(server).received()).isZero();
                assertThat(server.lines()).noneMatch(line -> line.startsWith("return"));
            }
        }

        @Test
        void doesNotHappenToAFileThatCameInBetween() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                give(peer, image, 0, SIZE - 1);
                Files.write(target(), new byte[] {1});
                peer.send(Arrays.copyOfRange(image, SIZE - 1, SIZE));
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> fetch(server)).isInstanceOf(FileAlreadyExistsException.class);
                assertThat(target()).hasBinaryContent(new byte[] {1});
            }
        }
    }

    @Nested
    class BadServers {
        @Test
        void thatSendOtherBytesAreFoundOut() throws Exception {
            byte[] other = image.clone();
            other[SIZE / 2]++;
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.expect("return,");
                peer.say("ok,Beach.png," + SIZE + ",filesize=" + SIZE + ",type=image/png,sha256="
                        + Fixtures.digest(image).hex());
                peer.send(other);
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> fetch(server))
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining("are not those that it promised");
                assertThat(files()).isEmpty();
            }
        }

        static Stream<String> names() {
            return Stream.of("../up.png", "..%2Fup.png", "/etc/up.png", "a%5Cb.png", "N/A", "CON.png", "up", "%00.png");
        }

        @ParameterizedTest
        @MethodSource("names")
        void canNotChooseAPath(String name) throws Exception {
            Path inner = Files.createDirectory(folder.resolve("inner"));
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("stat,");
                        peer.say("ok," + name + ",N/A," + Fixtures.attributes(image));
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() ->
                                client.fetchInto("up.png", inner, FetchOptions.createNew(), TransferControl.none()))
                        .isInstanceOf(ProtocolException.class);
            }
            assertThat(files()).containsExactly(inner);
            assertThat(inner).isEmptyDirectory();
        }

        static Stream<String> answers() {
            String digest = Fixtures.digest(Fixtures.image(SIZE)).hex();
            return Stream.of(
                    "ok,Beach.png,N/A,filesize=" + SIZE + ",type=image/png,sha256=" + digest,
                    "ok,Beach.png," + (SIZE + 1) + ",filesize=" + (SIZE + 1) + ",type=image/png,sha256=" + digest,
                    "ok,Beach.png," + (SIZE - 1) + ",filesize=" + SIZE + ",type=image/png,sha256=" + digest,
                    "ok,Beach.png," + Long.MAX_VALUE + ",filesize=" + SIZE + ",type=image/png,sha256=" + digest,
                    "ok,Beach.png," + SIZE + ",filesize=" + SIZE + ",type=image/png",
                    "ok,Beach.png," + SIZE + ",filesize=" + SIZE + ",type=image/png,sha256=" + "0".repeat(64),
                    "ready,Beach.png,N/A,offset=0");
        }

        @ParameterizedTest
        @MethodSource("answers")
        void areNotBelieved(String answer) throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                describe(peer, image);
                peer.expect("return,");
                peer.say(answer);
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> fetch(server)).isInstanceOf(ProtocolException.class);
                assertThat(files()).isEmpty();
            }
        }
    }

    @Nested
    class Cancelling {
        @Test
        void leavesAPartToGoOnWith() throws Exception {
            Cancellation cancellation = new Cancellation();
            TransferControl control = new TransferControl(
                    (done, total) -> {
                        if (done > 200_000) {
                            cancellation.cancel();
                        }
                    },
                    cancellation);
            try (FakeServer server = FakeServer.greeting(peer -> {
                        describe(peer, image);
                        give(peer, image, 0, 500_000);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.fetch("beach.png", target(), FetchOptions.createNew(), control))
                        .isInstanceOf(CancelledException.class);
                assertThat(server.peers()).hasSize(1);
            }
            assertThat(files()).containsExactly(part());
            assertThat(Files.size(part())).isBetween(200_000L, 500_000L);
        }
    }

    @Nested
    class Variants {
        private Script rendering(String variant, byte[] bytes, String type) {
            return peer -> {
                assertThat(peer.expect("return,")).contains(",variant=" + variant);
                peer.say("ok,Beach.png," + bytes.length + ",filesize=" + bytes.length + ",type=" + type);
                peer.send(bytes);
                peer.awaitEnd();
            };
        }

        @Test
        void getNamesOfTheirOwnInAFolder() throws Exception {
            byte[] small = Fixtures.image(5000);
            try (FakeServer server = FakeServer.greeting(rendering("preview", small, "image/jpeg"));
                    WirephotoClient client = Fixtures.connect(server)) {
                FetchReceipt receipt = client.fetchInto(
                        "beach.png",
                        folder,
                        FetchOptions.createNew().withVariant(Variant.PREVIEW),
                        TransferControl.none());
                assertThat(receipt.file())
                        .isEqualTo(folder.resolve("Beach-preview.jpg"))
                        .hasBinaryContent(small);
                assertThat(files()).containsExactly(receipt.file());
            }
        }

        @Test
        void areFetchedAgainFromTheirStart() throws Exception {
            byte[] small = Fixtures.image(5000);
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        peer.expect("return,");
                        peer.say("ok,Beach.png,5000,filesize=5000,type=image/jpeg");
                        peer.send(new byte[100]);
                        peer.cut();
                    },
                    rendering("preview", small, "image/jpeg"))) {
                fetch(server, FetchOptions.createNew().withVariant(Variant.PREVIEW));
                assertThat(target()).hasBinaryContent(small);
                assertThat(files()).containsExactly(target());
            }
        }

        @Test
        void overwriteNothingUnasked() throws Exception {
            Files.write(target(), new byte[] {1});
            try (FakeServer server = FakeServer.greeting(rendering("thumbnail", Fixtures.image(50), "image/jpeg"))) {
                assertThatThrownBy(() -> fetch(server, FetchOptions.createNew().withVariant(Variant.THUMBNAIL)))
                        .isInstanceOf(FileAlreadyExistsException.class);
                assertThat(target()).hasBinaryContent(new byte[] {1});
            }
        }

        @Test
        void canBeHeldInMemory() throws Exception {
            byte[] small = Fixtures.image(200_000);
            try (FakeServer server = FakeServer.greeting(rendering("thumbnail", small, "image/jpeg"));
                    WirephotoClient client = Fixtures.connect(server)) {
                Content content = client.fetch("beach.png", Variant.THUMBNAIL, 200_000, new Cancellation());
                assertThat(content.mediaType()).isEqualTo("image/jpeg");
                assertThat(content.size()).isEqualTo(small.length);
                assertThat(content.bytes()).isEqualTo(small);
                assertThat(content.open().readAllBytes()).isEqualTo(small);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 200_001, Long.MAX_VALUE})
        void areNotTakenWhereTheyAreNoRendering(long size) throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("return,");
                        peer.say("ok,Beach.png," + size + ",filesize=" + size + ",type=image/jpeg");
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.fetch("beach.png", Variant.THUMBNAIL, 200_000, new Cancellation()))
                        .isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Nested
    class IntoAStream {
        @Test
        void goesOnAfterALostConnection() throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CompletableFuture<Void> passed = new CompletableFuture<>();
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                describe(peer, image);
                                give(peer, image, 0, 300_000);
                                passed.get();
                                peer.cut();
                            },
                            giving(300_000, SIZE));
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThat(client.fetch("beach.png", out, TransferControl.of((done, total) -> {
                                    if (done == 300_000) {
                                        passed.complete(null);
                                    }
                                }))
                                .text())
                        .isEqualTo("Beach.png");
                assertThat(out.toByteArray()).isEqualTo(image);
            }
        }

        @Test
        void neverPutsAnotherImageBehindTheBeginningOfOne() throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] other = Fixtures.image(5000);
            CompletableFuture<Void> passed = new CompletableFuture<>();
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                describe(peer, image);
                                give(peer, image, 0, 300_000);
                                passed.get();
                                peer.cut();
                            },
                            peer -> {
                                peer.expect("return,");
                                peer.say("error,Beach.png,N/A,code=changed,message=Another one.");
                                if (peer.line().startsWith("stat,")) {
                                    peer.say("ok,Beach.png,N/A," + Fixtures.attributes(other));
                                    give(peer, other, 0, other.length);
                                }
                                peer.awaitEnd();
                            });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.fetch("beach.png", out, TransferControl.of((done, total) -> {
                            if (done == 300_000) {
                                passed.complete(null);
                            }
                        })))
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("Another one.");
                assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(image, 300_000));
            }
        }

        @Test
        void beginsAgainWhileNothingOfAReplacedImageHasCome() throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (FakeServer server = FakeServer.greeting(peer -> {
                        describe(peer, Fixtures.image(1000));
                        peer.expect("return,");
                        peer.say("error,Beach.png,N/A,code=changed,message=Another one.");
                        describe(peer, image);
                        give(peer, image, 0, SIZE);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                client.fetch("beach.png", out, TransferControl.none());
                assertThat(out.toByteArray()).isEqualTo(image);
            }
        }

        @Test
        void endsWhereTheStreamDoes() throws Exception {
            IOException closed = new IOException("Broken pipe");
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw closed;
                }
            };
            try (FakeServer server = FakeServer.greeting(whole());
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.fetch("beach.png", out, TransferControl.none()))
                        .isSameAs(closed);
                assertThat(server.peers()).hasSize(1);
            }
        }

        @Test
        void saysWhenItWasWorthNothing() throws Exception {
            byte[] other = new byte[SIZE];
            try (FakeServer server = FakeServer.greeting(peer -> {
                        describe(peer, image);
                        peer.expect("return,");
                        peer.say("ok,Beach.png," + SIZE + ",filesize=" + SIZE + ",type=image/png,sha256="
                                + Fixtures.digest(image).hex());
                        peer.send(other);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() ->
                                client.fetch("beach.png", OutputStream.nullOutputStream(), TransferControl.none()))
                        .isInstanceOf(ProtocolException.class);
            }
        }
    }
}
