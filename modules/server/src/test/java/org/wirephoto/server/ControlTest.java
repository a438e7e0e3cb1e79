package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.library.Finding;
import org.wirephoto.library.MaintenanceListener;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Maintenance of a running server, asked for over its control socket. */
class ControlTest {
    private static final Whereabouts WHERE =
            new Whereabouts(Optional.of("fd00::5"), 4711, Optional.of(RunningServer.FINGERPRINT), false);

    @TempDir
    Path scratch;

    private final AtomicInteger told = new AtomicInteger();
    private Path data;
    private RunningServer server;
    private ControlServer control;

    @BeforeEach
    void start() throws IOException {
        start(scratch.resolve("data"));
    }

    private void start(Path folder) throws IOException {
        data = folder;
        server = RunningServer.start(data);
        control = ControlServer.start(data, server.library(), new ServerDesk(WHERE, told::incrementAndGet));
    }

    @AfterEach
    void stop() throws Exception {
        control.close();
        server.close();
    }

    private MaintenanceTask.Outcome run(MaintenanceTask task, MaintenanceListener listener)
            throws FailureException, IOException {
        try (ControlClient client = ControlClient.connect(data).orElseThrow()) {
            return client.run(task, listener);
        }
    }

    private Path folderOfImages() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("photos"));
        Files.write(folder.resolve("my beach.png"), TestImages.photo(ImageType.PNG, 30, 20, 1));
        Files.write(folder.resolve("forest.png"), TestImages.photo(ImageType.JPEG, 30, 20, 2));
        return folder;
    }

    @Nested
    class Tasks {
        @Test
        void areDoneByTheServerAndFindingsAreTold() throws Exception {
            Listener told = new Listener();
            MaintenanceTask.Outcome outcome = run(new MaintenanceTask.Import(folderOfImages()), told);
            assertThat(outcome.done()).isEqualTo(1);
            assertThat(outcome.findings()).isEqualTo(1);
            assertThat(outcome.complete()).isTrue();
            assertThat(told.findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("extension-mismatch");
                assertThat(finding.subject()).contains("forest.png");
                assertThat(finding.suggestion()).contains("forest.jpg");
            });
            assertThat(told.progress).isNotZero();
            assertThat(server.library().count()).isEqualTo(1);
        }

        @Test
        void mayFollowEachOther() throws Exception {
            run(new MaintenanceTask.Import(folderOfImages()), new Listener());
            assertThat(run(new MaintenanceTask.Verify(false), new Listener()))
                    .isEqualTo(new MaintenanceTask.Outcome(
                            1,
                            0,
                            run(new MaintenanceTask.Verify(true), new Listener())
                                    .bytes(),
                            0,
                            0,
                            true));
            Path out = scratch.resolve("out");
            assertThat(run(new MaintenanceTask.Export(out), new Listener()).done())
                    .isEqualTo(1);
            assertThat(out.resolve("my_beach.png"))
                    .hasSameBinaryContentAs(folderOfImages().resolve("my beach.png"));
            Path copy = scratch.resolve("copy");
            assertThat(run(new MaintenanceTask.Backup(copy), new Listener()).done())
                    .isEqualTo(1);
            assertThat(copy.resolve("wirephoto.db")).isNotEmptyFile();
        }

        @Test
        void thatCanNotBeDoneSayWhy() throws IOException {
            Path target = folderOfImages();
            assertThatThrownBy(() -> run(new MaintenanceTask.Backup(target), new Listener()))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("empty");
        }

        @Test
        void endWhenTheCommandLeaves() throws Exception {
            Path folder = scratch.resolve("many");
            Files.createDirectories(folder);
            int many = 300;
            for (int i = 0; i < many; i++) {
                Files.write(folder.resolve(i + ".png"), TestImages.photo(ImageType.PNG, 20, 20, i));
            }
            CountDownLatch begun = new CountDownLatch(1);
            ControlClient client = ControlClient.connect(data).orElseThrow();
            FutureTask<MaintenanceTask.Outcome> task =
                    new FutureTask<>(() -> client.run(new MaintenanceTask.Import(folder), progress -> {
                        begun.countDown();
                        return true;
                    }));
            Thread.ofVirtual().start(task);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            client.close();
            control.close(); // waits for what runs
            assertThat(server.library().count()).isLessThan(many);
        }
    }

    @Nested
    class Lines {
        private Line ask(Line line) throws IOException {
            try (Watchdog watchdog = new Watchdog(Fast.SHORT);
                    SocketChannel socket = ControlSocket.connect(data).orElseThrow();
                    ControlChannel channel = new ControlChannel(socket, watchdog, Fast.LONG)) {
                channel.write(line);
                return channel.read().orElseThrow();
            }
        }

        @Test
        void thatAreNoTaskAreRefused() throws IOException {
            Line answer = ask(new Line("format", Optional.empty(), OptionalLong.empty(), Map.of()));
            assertThat(answer.command()).isEqualTo(ControlLines.FAILED);
        }

        @Test
        void withARelativePathAreRefused() throws IOException {
            Line answer = ask(new Line("export", Optional.of("out"), OptionalLong.empty(), Map.of()));
            assertThat(answer.command()).isEqualTo(ControlLines.FAILED);
        }

        @Test
        void ofTooManyAtOnceAreRefused() throws IOException {
            List<ControlClient> silent = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    silent.add(ControlClient.connect(data).orElseThrow());
                }
                assertThatThrownBy(() -> run(new MaintenanceTask.Verify(false), new Listener()))
                        .isInstanceOf(FailureException.class)
                        .hasMessageContaining("later");
            } finally {
                for (ControlClient client : silent) {
                    client.close();
                }
            }
        }

        @Test
        void holdWhatNamesAndSentencesMayHold() {
            String odd = "a,b=c%d\n\u202e\u00e4" + "\ud83d\ude00".repeat(1000);
            Finding finding = new Finding("not-readable", odd, odd, Optional.of("x".repeat(255)));
            Finding read = ControlLines.readFinding(Peer.parse(
                    new String(ControlLines.finding(finding).encode(), java.nio.charset.StandardCharsets.UTF_8)
                            .strip()));
            assertThat(read.code()).isEqualTo(finding.code());
            assertThat(odd).startsWith(read.subject()).startsWith(read.sentence());
            assertThat(read.subject()).hasSizeGreaterThan(400);
            assertThat(read.suggestion()).isEqualTo(finding.suggestion());
        }
    }

    @Nested
    class Desk {
        private Line ask(Line question) throws Exception {
            try (ControlClient client = ControlClient.connect(data).orElseThrow()) {
                return client.ask(question);
            }
        }

        @Test
        void saysWhereTheServerIs() throws Exception {
            assertThat(Whereabouts.read(ask(Whereabouts.question()))).isEqualTo(WHERE);
        }

        @Test
        void isToldOfKeysThatHaveChanged() throws Exception {
            ask(ServerDesk.keysHaveChanged());
            assertThat(told).hasValue(1);
        }

        @Test
        void aServerThatDoesNotUnderstandSaysSo() {
            Line line = new Line("dance", Optional.empty(), OptionalLong.empty(), Map.of());
            assertThatThrownBy(() -> ask(line)).isInstanceOf(FailureException.class);
        }
    }

    @Nested
    class Sockets {
        @Test
        void areTheirOwnersAlone() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))))
                    .isEqualTo("rw-------");
        }

        @Test
        void goWithTheServer() throws IOException {
            control.close();
            assertThat(data.resolve("control")).doesNotExist();
            assertThat(ControlClient.connect(data)).isEmpty();
        }

        @Test
        void ofAKilledServerAreNobodysAndAreReplaced() throws Exception {
            stop();
            try (ServerSocketChannel abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                abandoned.bind(UnixDomainSocketAddress.of(data.resolve("control")));
            }
            assertThat(data.resolve("control")).exists();
            assertThat(ControlClient.connect(data)).isEmpty();
            start(data);
            assertThat(run(new MaintenanceTask.Verify(false), new Listener()).complete())
                    .isTrue();
        }

        @Test
        void ofAKilledServerElsewhereAreRemoved() throws Exception {
            stop();
            Path folder = Files.createDirectories(scratch.resolve("wirephoto123"));
            try (ServerSocketChannel abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                abandoned.bind(UnixDomainSocketAddress.of(folder.resolve("control")));
            }
            Files.writeString(data.resolve("control"), folder.resolve("control").toString());
            start(data);
            assertThat(folder).doesNotExist();
        }

        @Test
        void ofALiveServerElsewhereAreLeftAlone() throws Exception {
            stop();
            Path folder = Files.createDirectories(scratch.resolve("wirephoto123"));
            try (ServerSocketChannel live = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                live.bind(UnixDomainSocketAddress.of(folder.resolve("control")));
                Files.writeString(
                        data.resolve("control"), folder.resolve("control").toString());
                start(data);
                assertThat(folder.resolve("control")).exists();
            }
        }

        @Test
        void inAFolderWithALongPathLieElsewhere() throws Exception {
            stop();
            start(Files.createDirectories(
                    scratch.resolve("a".repeat(60)).resolve("b".repeat(60)).resolve("data")));
            Path entry = data.resolve("control");
            assertThat(Files.isRegularFile(entry)).isTrue();
            Path socket = Path.of(Files.readString(entry));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
            assertThat(run(new MaintenanceTask.Verify(false), new Listener()).complete())
                    .isTrue();
            control.close();
            assertThat(entry).doesNotExist();
            assertThat(socket.getParent()).doesNotExist();
        }
    }

    /** Remembers what it is told. */
    private static final class Listener implements MaintenanceListener {
        private final List<Finding> findings = new ArrayList<>();
        private int progress;

        @Override
        public boolean progressed(Progress told) {
            progress++;
            return true;
        }

        @Override
        public void found(Finding finding) {
            findings.add(finding);
        }
    }
}
