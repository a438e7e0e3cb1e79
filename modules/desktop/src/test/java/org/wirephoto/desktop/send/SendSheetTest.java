package org.wirephoto.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.send.Problem.Kind;
import org.wirephoto.desktop.send.SendItem.Status;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.transfers.SendTask;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

final class SendSheetTest {
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final byte[] PNG = TestImages.of(ImageType.PNG, 1);
    private static final byte[] JPEG = TestImages.of(ImageType.JPEG, 1);

    @TempDir
    private Path folder;

    private final MemorySession server = new MemorySession();
    private final TestWork work = new TestWork();
    private final List<Trouble> troubles = new ArrayList<>();
    private final TemporaryFiles files = new TemporaryFiles(Path.of("").toAbsolutePath());
    private int room = Integer.MAX_VALUE;
    private final SendSheet sheet = new SendSheet(server, work, files, () -> room);

    @AfterEach
    void close() {
        sheet.close();
        files.close();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private SendItem added(String name, byte[] bytes) throws IOException {
        add(file(name, bytes));
        return sheet.items().getLast();
    }

    private void add(Path... paths) {
        sheet.add(List.of(paths), troubles::add);
        work.pass(A_WHILE);
        assertThat(troubles).isEmpty();
    }

    private static Optional<Kind> kind(SendItem item) {
        return item.problem().map(Problem::kind);
    }

    private void type(SendItem item, String name) {
        item.nameProperty().set(name);
        work.pass(A_WHILE);
    }

    @Nested
    final class Adding {
        @Test
        void givesEachFileANameThatWillDo() throws IOException {
            assertThat(added("my cat.png", PNG).nameProperty().get()).isEqualTo("my_cat.png");
            assertThat(added("wrong.png", JPEG).nameProperty().get()).isEqualTo("wrong.jpg");
            assertThat(added("none", PNG).nameProperty().get()).isEqualTo("none.png");
            assertThat(added("notes.v2", PNG).nameProperty().get()).isEqualTo("notes.v2.png");
            assertThat(added("SHOUT.JPG", JPEG).nameProperty().get()).isEqualTo("SHOUT.JPG");
            assertThat(added("a:b?.png", PNG).nameProperty().get()).isEqualTo("a_b_.png");
            assertThat(sheet.summaryProperty().get().canSend()).isTrue();
        }

        @Test
        void takesWhatIsAnImageOutOfFoldersAndNothingHidden() throws IOException {
            Path deep = Files.createDirectories(folder.resolve("trip/day 1"));
            Files.write(deep.resolve("a.png"), PNG);
            Files.writeString(deep.resolve("notes.txt"), "no image");
            Files.write(deep.resolve(".hidden.png"), PNG);
            Files.createSymbolicLink(deep.resolve("loop"), folder);

            add(folder.resolve("trip"));

            assertThat(sheet.items()).singleElement().extracting(SendItem::file).isEqualTo(deep.resolve("a.png"));
        }

        @Test
        void looksIntoAChosenFolderThatIsALinkOrHidden() throws IOException {
            Path real = Files.createDirectories(folder.resolve("real"));
            Path hidden = Files.createDirectories(folder.resolve(".hidden"));
            Files.write(real.resolve("a.png"), PNG);
            Files.write(hidden.resolve("b.png"), PNG);

            add(Files.createSymbolicLink(folder.resolve("link"), real), hidden);

            assertThat(sheet.items())
                    .extracting(SendItem::file)
                    .containsExactlyInAnyOrder(real.resolve("a.png"), hidden.resolve("b.png"));
            assertThat(sheet.imagelessProperty().get()).isEmpty();
        }

        @Test
        void saysWhereThereIsNoImage() throws IOException {
            Path empty = Files.createDirectories(folder.resolve("empty"));
            add(empty, file("a.png", PNG));
            assertThat(sheet.imagelessProperty().get()).containsExactly(empty);

            add(file("b.png", PNG));
            assertThat(sheet.imagelessProperty().get()).isEmpty();
        }

        @Test
        void takesNothingAnyMoreOnceItIsClosed() throws IOException {
            sheet.add(List.of(file("a.png", PNG)), troubles::add);
            sheet.close();
            work.pass(A_WHILE);

            assertThat(sheet.items()).isEmpty();
        }

        @Test
        void takesNoFileTwice() throws IOException {
            Path file = file("a.png", PNG);
            add(file, file);
            add(folder);

            assertThat(sheet.items()).hasSize(1);
        }

        @Test
        void staysUsableWithAThousand() throws IOException {
            for (int i = 0; i < 1000; i++) {
                file("image" + i + ".png", PNG);
                server.put("image" + i + ".png");
            }
            add(folder);
            assertThat(sheet.summaryProperty().get().wrong()).isEqualTo(1000);

            long start = System.nanoTime();
            sheet.forAll(Kind.NAME_TAKEN, sheet::fix);
            work.pass(Duration.ofMinutes(1));

            assertThat(sheet.summaryProperty().get().ready()).isEqualTo(1000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Nested
    final class Refusing {
        @Test
        void saysWhatIsNoImage() throws IOException {
            assertThat(kind(added("letter.png", "Dear all".getBytes(StandardCharsets.UTF_8))))
                    .contains(Kind.NOT_AN_IMAGE);
            assertThat(kind(added("empty.png", new byte[0]))).contains(Kind.EMPTY);
            add(folder.resolve("gone.png"));
            assertThat(kind(sheet.items().getLast())).contains(Kind.UNREADABLE);
            assertThat(sheet.summaryProperty().get()).isEqualTo(new SendSheet.Summary(0, 0, 3, 0, 0, false));
        }

        @Test
        void saysWhatIsTooLarge() throws IOException {
            server.maxFilesize(10);

            assertThat(kind(added("a.png", PNG))).contains(Kind.TOO_LARGE);
        }

        @Test
        void refusesNamesWhileTheyAreTyped() throws IOException {
            SendItem item = added("a.png", PNG);

            type(item, "  ");
            assertThat(kind(item)).contains(Kind.NAME_MISSING);
            type(item, ".png");
            assertThat(kind(item)).contains(Kind.NAME_MISSING);
            type(item, "a/b.png");
            assertThat(kind(item)).contains(Kind.NAME_INVALID);
            type(item, "beach");
            assertThat(kind(item)).contains(Kind.EXTENSION_MISSING);
            type(item, "beach.gif");
            assertThat(kind(item)).contains(Kind.EXTENSION_MISMATCH);
            assertThat(sheet.summaryProperty().get().canSend()).isFalse();
            type(item, "beach at night.png");
            assertThat(item.status()).isEqualTo(new Status.Ready(false, false));
            assertThat(item.imageName()).contains(ImageName.of("beach_at_night.png"));
        }

        @Test
        void mendsWithOneClick() throws IOException {
            SendItem item = added("a.png", PNG);
            for (String[] pair : new String[][] {
                {"beach.gif", "beach.png"}, {"beach", "beach.png"}, {"a/b.png", "a_b.png"}, {"", "image.png"}
            }) {
                type(item, pair[0]);
                sheet.fix(item);
                assertThat(item.nameProperty().get()).isEqualTo(pair[1]);
                assertThat(item.problem()).isEmpty();
            }
        }

        @Test
        void letsOnlyOneFileHaveAName() throws IOException {
            SendItem first = added("a.png", PNG);
            SendItem second = added("b.png", PNG);
            type(second, "A.PNG");
            assertThat(first.problem()).isEmpty();
            assertThat(kind(second)).contains(Kind.NAME_TWICE);

            sheet.fix(second);
            assertThat(second.nameProperty().get()).isEqualTo("A-2.PNG");
            assertThat(second.problem()).isEmpty();
        }

        @Test
        void andMayBeOneThatNothingCouldHaveWithoutItsNumber() throws IOException {
            added("con-2.png", PNG);
            Path other = Files.createDirectory(folder.resolve("other"));
            add(Files.write(other.resolve("con-2.png"), PNG));
            SendItem second = sheet.items().getLast();

            sheet.fix(second);

            assertThat(second.nameProperty().get()).isEqualTo("con-2-2.png");
            assertThat(second.problem()).isEmpty();
        }
    }

    @Nested
    final class Taken {
        private SendItem item() throws IOException {
            server.put("beach.png");
            server.put("beach-2.png");
            SendItem item = added("beach.png", PNG);
            assertThat(kind(item)).contains(Kind.NAME_TAKEN);
            return item;
        }

        @Test
        void countsOnUntilANameIsFree() throws IOException {
            SendItem item = item();
            sheet.fix(item);
            work.pass(A_WHILE);
            sheet.fix(item);
            work.pass(A_WHILE);

            assertThat(item.nameProperty().get()).isEqualTo("beach-3.png");
            assertThat(item.status()).isEqualTo(new Status.Ready(false, false));
        }

        @Test
        void replacesUntilAnotherNameIsTyped() throws IOException {
            SendItem item = item();
            sheet.replace(item);
            assertThat(item.status()).isEqualTo(new Status.Ready(true, false));

            type(item, "beach-2.png");
            assertThat(kind(item)).contains(Kind.NAME_TAKEN);
        }

        @Test
        void skipsAndTakesInAgain() throws IOException {
            SendItem item = item();
            sheet.skip(item, true);
            assertThat(item.status()).isEqualTo(Status.Skipped.INSTANCE);
            assertThat(sheet.summaryProperty().get().wrong()).isZero();

            sheet.skip(item, false);
            assertThat(kind(item)).contains(Kind.NAME_TAKEN);
        }

        @Test
        void doesNotAskForEachLetter() throws IOException {
            SendItem item = added("a.png", PNG);
            server.asked.clear();
            for (int i = 1; i <= 10; i++) {
                item.nameProperty().set("b".repeat(i) + ".png");
                work.pass(Duration.ofMillis(100));
            }
            work.pass(A_WHILE);

            assertThat(server.asked).containsExactly("stat bbbbbbbbbb.png");
        }

        @Test
        void leavesItToTheServerWhereItCantBeAsked() throws IOException {
            server.failNext(MemorySession.trouble(Trouble.Kind.LOST));

            assertThat(added("a.png", PNG).status()).isEqualTo(new Status.Ready(false, false));
        }
    }

    @Nested
    final class Sending {
        @Test
        void takesWhatIsReadyWithWhatWasChosen() throws IOException {
            RemoteImage holder = server.put("old.jpg");
            SendItem old = added("old.jpg", JPEG);
            SendItem left = added("left.png", PNG);
            added("new.gif", TestImages.of(ImageType.GIF, 1));
            added("letter.png", new byte[] {1, 2, 3});
            sheet.replace(old);
            sheet.skip(left, true);
            sheet.bareProperty().set(true);

            List<SendTask> tasks = sheet.takeReady();

            assertThat(tasks).extracting(SendTask::title).containsExactly("old.jpg", "new.gif");
            assertThat(tasks).extracting(SendTask::replace).containsExactly(true, false);
            assertThat(tasks.getFirst().seen()).contains(holder.attributes().digest());
            assertThat(tasks.getFirst().bareAs()).contains(ImageType.JPEG);
            assertThat(tasks.getLast().bareAs()).isEmpty();
            assertThat(sheet.items())
                    .extracting(item -> item.file().getFileName().toString())
                    .containsExactly("letter.png");
        }

        @Test
        void marksWhatKeepsItsMetadataAllTheSame() throws IOException {
            SendItem photo = added("a.jpg", JPEG);
            SendItem animation = added("b.gif", TestImages.of(ImageType.GIF, 1));
            assertThat(animation.status()).isEqualTo(new Status.Ready(false, false));

            sheet.bareProperty().set(true);
            assertThat(photo.status()).isEqualTo(new Status.Ready(false, false));
            assertThat(animation.status()).isEqualTo(new Status.Ready(false, true));
            assertThat(sheet.summaryProperty().get().marked()).isEqualTo(1);

            sheet.bareProperty().set(false);
            assertThat(sheet.summaryProperty().get().marked()).isZero();
        }

        @Test
        void leavesWhatThereIsNoRoomFor() throws IOException {
            added("one.png", PNG);
            added("two.png", PNG);
            added("three.png", PNG);
            room = 2;

            assertThat(sheet.takeReady()).extracting(SendTask::title).containsExactly("one.png", "two.png");
            assertThat(sheet.summaryProperty().get().ready()).isEqualTo(1);
            assertThat(sheet.takeReady()).extracting(SendTask::title).containsExactly("three.png");
        }
    }
}
