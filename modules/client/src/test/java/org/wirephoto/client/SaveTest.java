package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.client.FakeServer.Peer;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.ErrorCode;

class SaveTest {
    private static final int SIZE = 1_500_000;

    @TempDir
    private Path folder;

    private final byte[] image = Fixtures.image(SIZE);
    private final String ok = "ok,beach.png,N/A," + Fixtures.attributes(image);
    private Path file;

    @BeforeEach
    void writeImage() throws IOException {
        file = Files.write(folder.resolve("mine.png"), image);
    }

    private SaveReceipt save(FakeServer server) throws IOException, RefusedException {
        try (WirephotoClient client = Fixtures.connect(server)) {
            return client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.none());
        }
    }

    /** Takes an image, of which so much is there already, and holds what comes against what it should be. */
    private Script taking(int offset) {
        return peer -> take(peer, offset);
    }

    private void take(Peer peer, int offset) throws IOException {
        peer.expect(
                "save,beach.png," + SIZE + ",sha256=" + Fixtures.digest(image).hex());
        peer.say("ready,beach.png,N/A,offset=" + offset);
        assertThat(peer.bytes(SIZE - offset)).isEqualTo(Arrays.copyOfRange(image, offset, SIZE));
        peer.say(ok);
    }

    @Nested
    class LocalFiles {
        @Test
        void areSentWhole() throws Exception {
            try (FakeServer server = FakeServer.greeting(taking(0))) {
                SaveReceipt receipt = save(server);
                assertThat(receipt.sent()).isEqualTo(SIZE);
                assertThat(receipt.image().name().text()).isEqualTo("beach.png");
                assertThat(receipt.image().attributes().digest()).isEqualTo(Fixtures.digest(image));
            }
        }

        @Test
        void areNotSentWhereTheServerHasThem() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say(ok);
                peer.awaitEnd();
            })) {
                assertThat(save(server).sent()).isZero();
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 700_000, SIZE - 1, SIZE})
        void areSentFromWhereTheServerStands(int offset) throws Exception {
            try (FakeServer server = FakeServer.greeting(taking(offset))) {
                assertThat(save(server).sent()).isEqualTo(SIZE - offset);
            }
        }

        @Test
        void replaceWhatTheCallerSays() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("save,");
                        peer.say(ok);
                        peer.expect("save,");
                        peer.say(ok);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                client.save(file, "beach.png", SaveOptions.replacing(), TransferControl.none());
                client.save(
                        file, "beach.png", SaveOptions.replacing(Fixtures.digest(new byte[1])), TransferControl.none());
                assertThat(server.lines().get(0)).endsWith(",replace=true");
                assertThat(server.lines().get(1))
                        .endsWith(",replace=true,if-sha256="
                                + Fixtures.digest(new byte[1]).hex());
            }
        }

        @Test
        void tellHowTheyGetOn() throws Exception {
            List<Long> done = new ArrayList<>();
            try (FakeServer server = FakeServer.greeting(taking(1000));
                    WirephotoClient client = Fixtures.connect(server)) {
                client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.of((now, total) -> {
                    assertThat(total).isEqualTo(SIZE);
                    done.add(now);
                }));
            }
            assertThat(done).isSorted().startsWith(1000L).endsWith((long) SIZE).hasSizeGreaterThan(SIZE / (128 * 1024));
        }

        @Test
        void haveToBeFiles() throws Exception {
            try (FakeServer server = FakeServer.greeting(Peer::awaitEnd);
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.save(folder, "a.png", SaveOptions.createNew(), TransferControl.none()))
                        .hasMessageContaining("is not a file");
                assertThatThrownBy(() -> client.save(
                                folder.resolve("none"), "a.png", SaveOptions.createNew(), TransferControl.none()))
                        .isInstanceOf(java.nio.file.NoSuchFileException.class);
            }
        }

        @Test
        void thatAreTooLargeAreNotEvenOffered() throws Exception {
            try (FakeServer server = FakeServer.greeting(Peer::awaitEnd)) {
                file = Files.write(folder.resolve("large.png"), new byte[10_000_001]);
                assertThat(catchThrowableOfType(RefusedException.class, () -> save(server))
                                .errorCode())
                        .hasValue(ErrorCode.TOO_LARGE);
                assertThat(server.lines()).noneMatch(line -> line.startsWith("save"));
            }
        }

        @Test
        void thatChangeMeanwhileAreToldApartFromBadOnes() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
                peer.say("ready,beach.png,N/A,offset=0");
                peer.bytes(SIZE);
                peer.say("error,beach.png,N/A,code=digest-mismatch,message=Other bytes.");
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> save(server))
                        .isInstanceOf(FileChangedException.class)
                        .hasMessageContaining("mine.png was changed");
            }
        }

        @Test
        void thatShrinkMeanwhileAreNotFilledUp() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                Files.write(file, new byte[100]);
                peer.say("ready,beach.png,N/A,offset=0");
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> save(server)).isInstanceOf(FileChangedException.class);
                assertThat(server.peers()).hasSize(1);
            }
        }
    }

    @Nested
    class Refusals {
        @Test
        void inPlaceOfReadyLeaveTheConnectionInUse() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("save,");
                        peer.say("error,beach.png,N/A,code=already-exists,message=Taken.,suggestion=beach-2.png");
                        peer.expect("stat,");
                        peer.say(ok);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                RefusedException refusal = catchThrowableOfType(
                        RefusedException.class,
                        () -> client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.none()));
                assertThat(refusal.errorCode()).hasValue(ErrorCode.ALREADY_EXISTS);
                assertThat(refusal.suggestion()).map(Object::toString).hasValue("beach-2.png");
                client.stat("beach.png");
                assertThat(server.peers()).hasSize(1);
            }
        }

        @Test
        void duringALongBodyEndItEarly() throws Exception {
            CompletableFuture<Long> received = new CompletableFuture<>();
            byte[] large = Fixtures.image(9_000_000);
            file = Files.write(folder.resolve("large.png"), large);
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("ready,beach.png,N/A,offset=0");
                peer.bytes(1);
                peer.say("error,beach.png,N/A,code=type-unsupported,message=No image.");
                long count = 0;
                try {
                    while (count < large.length) {
                        peer.bytes(1);
                        count++;
                    }
                } catch (IOException e) {
                    // the client closed
                }
                received.complete(count);
            })) {
                assertThat(catchThrowableOfType(RefusedException.class, () -> save(server))
                                .errorCode())
                        .hasValue(ErrorCode.TYPE_UNSUPPORTED);
                assertThat(received.get(10, TimeUnit.SECONDS)).isLessThan(large.length - 1);
            }
        }

        @Test
        void nearTheEndOfABodyLeaveTheConnectionInUse() throws Exception {
            CompletableFuture<Void> refused = new CompletableFuture<>();
            byte[] small = Fixtures.image(200_000);
            file = Files.write(folder.resolve("small.png"), small);
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("save,");
                        peer.say("ready,beach.png,N/A,offset=0");
                        peer.say("error,beach.png,N/A,code=type-unsupported,message=No image.");
                        refused.complete(null);
                        peer.bytes(small.length);
                        peer.expect("stat,");
                        peer.say(ok);
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThat(catchThrowableOfType(
                                        RefusedException.class,
                                        () -> client.save(
                                                file, "beach.png", SaveOptions.createNew(), TransferControl.none()))
                                .errorCode())
                        .hasValue(ErrorCode.TYPE_UNSUPPORTED);
                refused.get(10, TimeUnit.SECONDS);
                client.stat("beach.png");
                assertThat(server.peers()).hasSize(1);
            }
        }

        @Test
        void areHeardWhereTheServerClosesAtOnce() throws Exception {
            byte[] large = Fixtures.image(9_000_000);
            file = Files.write(folder.resolve("large.png"), large);
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("ready,beach.png,N/A,offset=0");
                peer.say("error,beach.png,N/A,code=storage-full,message=Full.");
            })) {
                assertThat(catchThrowableOfType(RefusedException.class, () -> save(server))
                                .errorCode())
                        .hasValue(ErrorCode.STORAGE_FULL);
            }
        }

        @Test
        void ofACodeThatIsNotKnownKeepTheirSentence() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("error,beach.png,N/A,code=moon-phase,message=Not%0Atoday.,suggestion=../up.png");
            })) {
                RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> save(server));
                assertThat(refusal.code()).isEqualTo("moon-phase");
                assertThat(refusal.errorCode()).isEmpty();
                assertThat(refusal).hasMessage("Not\\ntoday.");
                assertThat(refusal.suggestion()).isEmpty();
            }
        }
    }

    @Nested
    class LostConnections {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 4096, 131_072, 700_001, SIZE - 1, SIZE})
        void areMadeAgainAndTheRestIsSent(int offset) throws Exception {
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        peer.expect("save,");
                        peer.say("ready,beach.png,N/A,offset=0");
                        assertThat(peer.bytes(offset)).isEqualTo(Arrays.copyOf(image, offset));
                        peer.cut();
                    },
                    taking(offset))) {
                save(server);
                assertThat(server.peers()).hasSize(2);
            }
        }

        @Test
        void beforeReadyAreMadeAgainToo() throws Exception {
            Script cut = peer -> {
                peer.expect("save,");
                peer.cut();
            };
            try (FakeServer server = FakeServer.greeting(cut, cut, taking(0))) {
                assertThat(save(server).sent()).isEqualTo(SIZE);
            }
        }

        @Test
        void areMadeAgainSoManyTimesAndNoMore() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("ready,beach.png,N/A,offset=0");
                peer.cut();
            })) {
                assertThatThrownBy(() -> save(server)).isInstanceOf(ConnectionLostException.class);
                assertThat(server.peers()).hasSize(Fixtures.quick().retry().attempts());
            }
        }

        @Test
        void doNotCountWhileTheTransferGetsOn() throws Exception {
            int step = 150_000;
            List<Script> scripts = new ArrayList<>();
            for (int offset = 0; offset < SIZE; offset += step) {
                int from = offset;
                scripts.add(peer -> {
                    peer.expect("save,");
                    peer.say("ready,beach.png,N/A,offset=" + from);
                    peer.bytes(step);
                    peer.cut();
                });
            }
            scripts.add(taking(SIZE));
            try (FakeServer server = FakeServer.greeting(scripts.toArray(Script[]::new))) {
                save(server);
                assertThat(server.peers()).hasSize(SIZE / step + 1);
            }
        }

        @Test
        void afterTheLastByteEndInTheServersWord() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        peer.expect("save,");
                        peer.say("ready,beach.png,N/A,offset=0");
                        peer.bytes(SIZE);
                        peer.cut();
                    },
                    peer -> {
                        peer.expect("save,");
                        peer.say(ok);
                        peer.awaitEnd();
                    })) {
                assertThat(save(server).image().name().text()).isEqualTo("beach.png");
            }
        }

        @Test
        void includeServersThatStopReading() throws Exception {
            byte[] large = Fixtures.image(9_999_999);
            file = Files.write(folder.resolve("large.png"), large);
            CompletableFuture<Void> released = new CompletableFuture<>();
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                peer.expect("save,");
                                peer.say("ready,beach.png,N/A,offset=0");
                                released.get(20, TimeUnit.SECONDS);
                            },
                            peer -> {
                                peer.expect("save,");
                                peer.say("ok,beach.png,N/A," + Fixtures.attributes(large));
                                peer.awaitEnd();
                            });
                    WirephotoClient client =
                            WirephotoClient.connect(server.address(), Fixtures.impatientWithStalls())) {
                client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.none());
                assertThat(server.peers()).hasSize(2);
                released.complete(null);
            }
        }

        @Test
        void includeServersThatNeverAnswer() throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.expect("save,");
                        peer.awaitEnd();
                    });
                    WirephotoClient client = WirephotoClient.connect(
                            server.address(), Fixtures.once().withReplyTimeout(java.time.Duration.ofMillis(300)))) {
                assertThatThrownBy(
                                () -> client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.none()))
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("did not answer within 300 ms");
            }
        }

        @Test
        void includeThoseThatTheServerGaveUp() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                    peer -> {
                        peer.expect("save,");
                        peer.say("error,N/A,N/A,code=timeout,message=Too slow.");
                    },
                    taking(0))) {
                assertThat(save(server).sent()).isEqualTo(SIZE);
            }
        }
    }

    @Nested
    class Nonsense {
        static Stream<String> answers() {
            return Stream.of(
                    "ready,beach.png,N/A,offset=" + (SIZE + 1),
                    "ready,beach.png,N/A",
                    "ready,beach.png,N/A,offset=-1",
                    "ok,beach.png,N/A",
                    "ok,N/A,N/A," + Fixtures.attributes(Fixtures.image(SIZE)),
                    "ok,../up.png,N/A," + Fixtures.attributes(Fixtures.image(SIZE)),
                    "ok,beach.png,N/A," + Fixtures.attributes(Fixtures.image(SIZE - 1)),
                    "ok,beach.png,5," + Fixtures.attributes(Fixtures.image(SIZE)),
                    "hm",
                    "maybe,beach.png,N/A",
                    "ok,%zz,N/A");
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.MethodSource("answers")
        void isSaidAndNotTriedAgain(String answer) throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say(answer);
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> save(server)).isInstanceOf(ProtocolException.class);
                assertThat(server.peers()).hasSize(1);
            }
        }

        @Test
        void isAnOkBeforeTheBodyHasCome() throws Exception {
            byte[] large = Fixtures.image(9_999_999);
            file = Files.write(folder.resolve("large.png"), large);
            try (FakeServer server = FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("ready,beach.png,N/A,offset=0");
                peer.say("ok,beach.png,N/A," + Fixtures.attributes(large));
                peer.bytes(1);
                peer.awaitEnd();
            })) {
                assertThatThrownBy(() -> save(server)).isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Nested
    class Streams {
        private List<Path> spooled() throws IOException {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                return files.filter(path -> path.getFileName().toString().startsWith("wirephoto-"))
                        .toList();
            }
        }

        @Test
        void areSentWithTheirDigestAndLeaveNothingBehind() throws Exception {
            List<Path> before = spooled();
            try (FakeServer server = FakeServer.greeting(taking(0));
                    WirephotoClient client = Fixtures.connect(server)) {
                client.save(
                        new ByteArrayInputStream(image), "beach.png", SaveOptions.createNew(), TransferControl.none());
                assertThat(spooled()).isSubsetOf(before);
            }
        }

        @Test
        void thatAreTooLargeAreNotReadToTheirEnd() throws Exception {
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return 1;
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return length;
                }
            };
            List<Path> before = spooled();
            try (FakeServer server = FakeServer.greeting(Peer::awaitEnd);
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThat(catchThrowableOfType(
                                        RefusedException.class,
                                        () -> client.save(
                                                endless, "beach.png", SaveOptions.createNew(), TransferControl.none()))
                                .errorCode())
                        .hasValue(ErrorCode.TOO_LARGE);
            }
            assertThat(spooled()).isSubsetOf(before);
        }
    }

    @Nested
    class Cancelling {
        /** Takes the beginning of the body and then no more. */
        private FakeServer stalled(CompletableFuture<Void> reached) throws IOException {
            return FakeServer.greeting(peer -> {
                peer.expect("save,");
                peer.say("ready,beach.png,N/A,offset=0");
                peer.bytes(100_000);
                reached.complete(null);
                peer.awaitEnd();
            });
        }

        private Future<?> saving(WirephotoClient client, TransferControl control) {
            CompletableFuture<Object> done = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    done.complete(client.save(file, "beach.png", SaveOptions.createNew(), control));
                } catch (Exception e) {
                    done.completeExceptionally(e);
                }
            });
            return done;
        }

        private void endsCancelled(Future<?> save) {
            assertThatThrownBy(() -> save.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
        }

        @Test
        void endsATransferAtOnce() throws Exception {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            Cancellation cancellation = new Cancellation();
            try (FakeServer server = stalled(reached);
                    WirephotoClient client = Fixtures.connect(server)) {
                Future<?> save = saving(client, new TransferControl((done, total) -> {}, cancellation));
                reached.get(10, TimeUnit.SECONDS);
                cancellation.cancel();
                endsCancelled(save);
                assertThat(server.peers()).hasSize(1);
                server.awaitNoConnection();
            }
        }

        @Test
        void beforehandSendsNothing() throws Exception {
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();
            try (FakeServer server = FakeServer.greeting(Peer::awaitEnd);
                    WirephotoClient client = Fixtures.connect(server)) {
                endsCancelled(saving(client, new TransferControl((done, total) -> {}, cancellation)));
                assertThat(server.lines()).noneMatch(line -> line.startsWith("save"));
            }
        }

        @Test
        void byClosingTheClientEndsATransferToo() throws Exception {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            try (FakeServer server = stalled(reached)) {
                WirephotoClient client = Fixtures.connect(server);
                Future<?> save = saving(client, TransferControl.none());
                reached.get(10, TimeUnit.SECONDS);
                client.close();
                endsCancelled(save);
                endsCancelled(saving(client, TransferControl.none()));
                server.awaitNoConnection();
            }
        }

        @Test
        void byInterruptingTheThreadEndsATransferToo() throws Exception {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            CompletableFuture<Object> failure = new CompletableFuture<>();
            try (FakeServer server = stalled(reached);
                    WirephotoClient client = Fixtures.connect(server)) {
                Thread thread = Thread.ofVirtual().start(() -> {
                    try {
                        client.save(file, "beach.png", SaveOptions.createNew(), TransferControl.none());
                    } catch (Exception e) {
                        failure.complete(Thread.currentThread().isInterrupted() ? e : "interruption was lost");
                    }
                });
                reached.get(10, TimeUnit.SECONDS);
                thread.interrupt();
                assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
            }
        }
    }
}
