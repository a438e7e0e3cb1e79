package org.wirephoto.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

final class TransfersTest {
    @TempDir
    private Path folder;

    private final MemorySession server = new MemorySession();
    private final TestWork work = new TestWork();
    private final Transfers transfers = new Transfers(server, work, work::nanos);

    private SendTask send(String name) throws IOException {
        Path file = folder.resolve("source-" + name);
        Files.write(file, new byte[1000]);
        return new SendTask(
                file, ImageName.of(name), 1000, false, Optional.empty(), Optional.empty(), new TemporaryFiles(folder));
    }

    private List<SendTask> sends(int count) throws IOException {
        List<SendTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(send("image" + i + ".png"));
        }
        return tasks;
    }

    private Transfer only() {
        assertThat(transfers.all()).hasSize(1);
        return transfers.all().getFirst();
    }

    private long in(TransferState state) {
        return transfers.all().stream().filter(each -> each.state() == state).count();
    }

    @Nested
    final class Running {
        @Test
        void runsAFewAtOnceAndTheRestInTheirOrder() throws IOException {
            transfers.add(sends(10));

            assertThat(in(TransferState.RUNNING)).isEqualTo(Transfers.AT_ONCE);
            assertThat(work.waiting()).isEqualTo(Transfers.AT_ONCE);
            work.doAll();

            assertThat(in(TransferState.DONE)).isEqualTo(10);
            assertThat(server.asked)
                    .startsWith("save image0.png", "save image1.png")
                    .endsWith("save image9.png");
            assertThat(transfers.overviewProperty().get().active()).isZero();
        }

        @Test
        void takesAThousandInAMoment() throws IOException {
            SendTask one = send("one.png");
            List<TransferTask> many = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                many.add(one.renamed(ImageName.of("image" + i + ".png")));
            }
            long start = System.nanoTime();

            assertThat(transfers.add(many)).isEqualTo(1000);
            work.doAll();

            assertThat(in(TransferState.DONE)).isEqualTo(1000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }

        @Test
        void takesNoMoreThanItHasRoomFor() throws IOException {
            SendTask one = send("one.png");
            List<TransferTask> many = new ArrayList<>(Collections.nCopies(Transfers.MOST + 5, one));

            assertThat(transfers.add(many)).isEqualTo(Transfers.MOST);
            assertThat(transfers.add(many)).isZero();
        }

        @Test
        void doesMoreThanTheListHoldsInTheirOrder() throws IOException {
            int count = Transfers.MOST_LISTED + 500;
            SendTask one = send("one.png");
            transfers.add(IntStream.range(0, count)
                    .mapToObj(i -> one.renamed(ImageName.of("image" + i + ".png")))
                    .toList());
            assertThat(transfers.all()).hasSize(Transfers.MOST_LISTED);
            assertThat(transfers.overviewProperty().get().active()).isEqualTo(count);

            for (int i = 0; i < Transfers.MOST_OVER + 10; i++) {
                work.doOne();
            }
            transfers.add(List.of()); // has it look

            assertThat(transfers.all().getLast().task().title())
                    .isEqualTo("image" + (Transfers.MOST_LISTED + 9) + ".png");
            assertThat(transfers.overviewProperty().get().active()).isEqualTo(count - Transfers.MOST_OVER - 10);
            transfers.close();
            assertThat(transfers.unfinished()).isZero();
        }

        @Test
        void forgetsTheOldestThatAreOver() throws IOException {
            SendTask one = send("one.png");
            for (int i = 0; i < Transfers.MOST_OVER + 20; i++) {
                transfers.add(List.of(one.renamed(ImageName.of("image" + i + ".png"))));
                work.doAll();
            }

            assertThat(transfers.all()).hasSize(Transfers.MOST_OVER);
            assertThat(transfers.all().getFirst().task().title()).isEqualTo("image20.png");
        }

        @Test
        void doesThingsWithManyInAMoment() throws IOException {
            SendTask one = send("one.png");
            server.put("one.png");
            int count = Transfers.MOST_LISTED;
            transfers.add(Collections.nCopies(count, one));
            List<Overview> shown = new ArrayList<>();
            transfers.overviewProperty().subscribe(now -> shown.add(now));
            shown.clear();

            transfers.forEach(TransferState::isActive, transfers::pause);
            transfers.forEach(state -> state == TransferState.PAUSED, transfers::resume);
            transfers.close();

            assertThat(shown).hasSizeLessThan(10);
            assertThat(in(TransferState.CANCELLED)).isEqualTo(Transfers.MOST_OVER + Transfers.AT_ONCE);
        }

        @Test
        void keepsTheirOrderWhenManyGoOn() throws IOException {
            transfers.add(sends(10));
            transfers.forEach(TransferState::isActive, transfers::pause);
            work.doAll();
            server.asked.clear();
            transfers.forEach(state -> state == TransferState.PAUSED, transfers::resume);
            work.doAll();

            assertThat(server.asked).hasSize(10).isSorted();
        }

        @Test
        void forgetsNoneThatFailed() throws IOException {
            SendTask one = send("one.png");
            server.failNext(MemorySession.refusal(ErrorCode.QUOTA_EXCEEDED, Optional.empty()));
            transfers.add(List.of(one));
            work.doAll();
            transfers.add(IntStream.range(0, Transfers.MOST_OVER + 20)
                    .mapToObj(i -> one.renamed(ImageName.of("image" + i + ".png")))
                    .toList());
            work.doAll();

            assertThat(transfers.all()).hasSize(Transfers.MOST_OVER + 1);
            assertThat(transfers.all().getFirst().state()).isEqualTo(TransferState.FAILED);
        }

        @Test
        void tellsWhatCameOfEach() throws IOException {
            transfers.add(sends(2));
            work.doAll();

            assertThat(transfers.all())
                    .extracting(transfer -> transfer.result().orElseThrow())
                    .hasSize(2)
                    .hasOnlyElementsOfType(TransferResult.Sent.class);
        }
    }

    @Nested
    final class Stopping {
        @BeforeEach
        void one() throws IOException {
            transfers.add(List.of(send("beach.png")));
        }

        @Test
        void pausesAndGoesOn() {
            transfers.pause(only());
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.PAUSED);
            assertThat(server.images).isEmpty();
            assertThat(transfers.unfinished()).isEqualTo(1);

            transfers.resume(only());
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(transfers.unfinished()).isZero();
        }

        @Test
        void beginsAgainOnlyAfterTheLastTimeHasEnded() {
            transfers.pause(only());
            transfers.resume(only());
            assertThat(work.waiting()).isEqualTo(1);

            work.doAll();

            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(server.asked).containsExactly("save beach.png", "save beach.png");
        }

        @Test
        void cancelsForGood() {
            transfers.cancel(only());
            work.pass(Duration.ofMinutes(5));

            assertThat(only().state()).isEqualTo(TransferState.CANCELLED);
            assertThat(server.images).isEmpty();
        }

        @Test
        void closesWithEverythingStopped() throws IOException {
            transfers.add(sends(10));
            assertThat(transfers.unfinished()).isEqualTo(11);

            transfers.close();
            work.pass(Duration.ofMinutes(5));

            assertThat(transfers.unfinished()).isZero();
            assertThat(server.images).isEmpty();
            assertThat(transfers.add(sends(1))).isZero();
        }

        @Test
        void clearsWhatIsOverAndNothingElse() throws IOException {
            work.doAll();
            transfers.add(List.of(send("other.png")));
            transfers.pause(transfers.all().getLast());
            work.doAll();

            transfers.clearOver();

            assertThat(only().task().title()).isEqualTo("other.png");
        }
    }

    @Nested
    final class Failing {
        @BeforeEach
        void one() throws IOException {
            transfers.add(List.of(send("beach.png")));
        }

        @Test
        void waitsForAServerThatDoesNotAnswer() {
            server.failNext(MemorySession.trouble(Trouble.Kind.LOST));
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.OFFLINE);
            assertThat(transfers.unfinished()).isEqualTo(1);

            work.pass(Duration.ofSeconds(3));
            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(only().trouble()).isEmpty();
        }

        @Test
        void goesOnAtOnceWhenTheServerIsBack() {
            server.failNext(MemorySession.trouble(Trouble.Kind.UNREACHABLE));
            work.doAll();

            transfers.reconnected();
            work.doAll();

            assertThat(only().state()).isEqualTo(TransferState.DONE);
        }

        @Test
        void asksLessAndLessOften() {
            server.failNext(MemorySession.trouble(Trouble.Kind.LOST));
            work.doAll();
            server.failNext(MemorySession.trouble(Trouble.Kind.LOST));
            work.pass(Duration.ofSeconds(2));
            assertThat(server.asked).hasSize(2);

            work.pass(Duration.ofSeconds(3));
            assertThat(server.asked).hasSize(2);
            work.pass(Duration.ofSeconds(2));
            assertThat(server.asked).hasSize(3);
        }

        @Test
        void saysWhyAndBeginsAgainWhenAsked() {
            server.failNext(MemorySession.refusal(ErrorCode.QUOTA_EXCEEDED, Optional.empty()));
            work.pass(Duration.ofMinutes(5));
            assertThat(only().state()).isEqualTo(TransferState.FAILED);
            assertThat(only().trouble().orElseThrow().code()).contains(ErrorCode.QUOTA_EXCEEDED);

            transfers.resume(only());
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.DONE);
        }
    }

    @Nested
    final class Taken {
        @Test
        void asksWhereTheServerHasTheName() throws IOException {
            server.put("beach.png");
            transfers.add(List.of(send("beach.png")));
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.TAKEN);
            assertThat(transfers.unfinished()).isEqualTo(1);

            transfers.keepBoth(List.of(only()));
            work.doAll();

            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(only().task().title()).isEqualTo("beach-7.png");
        }

        @Test
        void givesManyOtherNamesInOneTask() throws IOException {
            List<SendTask> tasks = sends(8);
            tasks.forEach(task -> server.put(task.title()));
            transfers.add(tasks);
            work.doAll();
            List<Transfer> taken = transfers.in(state -> state == TransferState.TAKEN);
            assertThat(taken).hasSize(8);
            server.asked.clear();

            transfers.keepBoth(taken);
            assertThat(work.waiting()).isEqualTo(1);
            work.doAll();

            assertThat(in(TransferState.DONE)).isEqualTo(8);
            assertThat(server.asked).isSorted().first().isEqualTo("save image0-7.png");
        }

        @Test
        void replacesWhereAPersonSaysSo() throws IOException {
            server.put("beach.png");
            transfers.add(List.of(send("beach.png")));
            work.doAll();

            transfers.replace(only());
            work.doAll();

            assertThat(server.asked).containsExactly("save beach.png", "save beach.png replacing");
            assertThat(only().state()).isEqualTo(TransferState.DONE);
        }

        @Test
        void asksAgainWhereAnotherImageHasTheNameThanTheOneThatWasToGo() throws IOException {
            RemoteImage seen = server.put("beach.png");
            SendTask task = send("beach.png");
            RemoteImage later = server.put("beach.png");
            transfers.add(List.of(new SendTask(
                    task.file(),
                    task.name(),
                    task.size(),
                    true,
                    Optional.of(seen.attributes().digest()),
                    Optional.empty(),
                    task.files())));
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.TAKEN);
            assertThat(server.images.get(task.name())).isEqualTo(later);

            transfers.replace(only());
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(server.images.get(task.name())).isNotEqualTo(later);
        }

        @Test
        void overwritesNoFileUnasked() throws IOException {
            RemoteImage image = server.put("beach.png");
            Path there = Files.writeString(folder.resolve("beach.png"), "mine");
            Files.writeString(folder.resolve("beach-2.png"), "mine too");
            transfers.add(List.of(FetchTask.of(image, folder)));
            work.doAll();
            assertThat(only().state()).isEqualTo(TransferState.TAKEN);
            assertThat(there).hasContent("mine");

            transfers.keepBoth(List.of(only()));
            work.doAll();

            assertThat(only().result()).contains(new TransferResult.Fetched(folder.resolve("beach-3.png")));
            assertThat(there).hasContent("mine");
        }

        @Test
        void overwritesAFileWhereAPersonSaysSo() throws IOException {
            RemoteImage image = server.put("beach.png");
            Path there = Files.writeString(folder.resolve("beach.png"), "mine");
            transfers.add(List.of(FetchTask.of(image, folder)));
            work.doAll();

            transfers.replace(only());
            work.doAll();

            assertThat(Files.size(there)).isEqualTo(1000);
        }
    }

    @Nested
    final class Bare {
        @Test
        void sendsACopyWithoutMetadataAndLeavesNoneBehind() throws IOException {
            Path file = Files.write(folder.resolve("a.jpg"), TestImages.of(ImageType.JPEG, 1));
            try (TemporaryFiles files = new TemporaryFiles(folder)) {
                transfers.add(List.of(new SendTask(
                        file,
                        ImageName.of("a.jpg"),
                        Files.size(file),
                        false,
                        Optional.empty(),
                        Optional.of(ImageType.JPEG),
                        files)));
                work.doAll();
            }
            assertThat(only().state()).isEqualTo(TransferState.DONE);
            assertThat(folder).isDirectoryNotContaining("glob:**wirephoto-*");
        }

        @Test
        void tellsOfADamagedPicture() throws IOException {
            Path file = Files.write(folder.resolve("a.jpg"), new byte[] {1, 2, 3});
            transfers.add(List.of(new SendTask(
                    file,
                    ImageName.of("a.jpg"),
                    3,
                    false,
                    Optional.empty(),
                    Optional.of(ImageType.JPEG),
                    new TemporaryFiles(folder))));
            work.doAll();

            assertThat(only().state()).isEqualTo(TransferState.FAILED);
            assertThat(only().trouble().orElseThrow().sentence()).contains("picture");
        }
    }
}
