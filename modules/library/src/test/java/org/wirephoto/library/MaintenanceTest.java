package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.Upload;
import org.wirephoto.testkit.TestImages;

class MaintenanceTest extends LibraryFixture {
    private final List<Finding> findings = new ArrayList<>();
    private final MaintenanceListener goOn = new MaintenanceListener() {
        @Override
        public boolean progressed(Progress progress) {
            return true;
        }

        @Override
        public void found(Finding finding) {
            findings.add(finding);
        }
    };

    private List<String> found() {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.subject())
                .toList();
    }

    private Path fileOf(Digest digest) throws IOException {
        try (Blob blob = store.blobs().open(digest)) {
            return blob.file();
        }
    }

    private void damage(byte[] bytes) throws IOException {
        Path file = fileOf(digest(bytes));
        byte[] other = bytes.clone();
        other[bytes.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, other);
    }

    @Nested
    class Verifying {
        private MaintenanceReport verify(boolean repair) throws Exception {
            return library.maintenance().verify(repair, goOn);
        }

        @Test
        void findsNothingWrongWithAWholeLibrary() throws Exception {
            save(ALICE, "one.png", ONE);
            save(ALICE, "again.png", ONE);
            save(ALICE, "two.png", TWO);
            delete(ALICE, "two.png");
            MaintenanceReport report = verify(false);
            assertThat(report.done()).isEqualTo(3);
            assertThat(report.bytes()).isEqualTo(2L * ONE.length + TWO.length);
            assertThat(report.findings()).isZero();
            assertThat(report.leftovers()).isZero();
            assertThat(report.complete()).isTrue();
        }

        @Test
        void findsDamagedAndMissingBytesAndChangesNothing() throws Exception {
            save(ALICE, "fine.png", ONE);
            save(ALICE, "damaged.png", TWO);
            save(ALICE, "same damage.png", TWO);
            save(ALICE, "missing.png", THREE);
            damage(TWO);
            Files.delete(fileOf(digest(THREE)));
            delete(ALICE, "missing.png");
            for (int i = 0; i < 2; i++) {
                findings.clear();
                MaintenanceReport report = verify(false);
                assertThat(found())
                        .containsExactly(
                                "image-damaged damaged.png",
                                "image-damaged same_damage.png",
                                "image-missing missing.png (in the trash)");
                assertThat(report.findings()).isEqualTo(3);
                assertThat(report.done()).as("checked").isEqualTo(4);
                assertThat(report.bytes()).isEqualTo(ONE.length + 2L * TWO.length);
                assertThat(findings).extracting(Finding::sentence).noneMatch(sentence -> sentence.contains("removed"));
            }
        }

        @Test
        void findsBytesOfAnotherLength() throws Exception {
            save(ALICE, "short.png", TWO);
            Path file = fileOf(digest(TWO));
            Files.delete(file);
            Files.write(file, new byte[0]);
            verify(false);
            assertThat(found()).containsExactly("image-damaged short.png");
        }

        @Test
        void movesWhatIsBrokenOutOnlyWhenTold() throws Exception {
            save(ALICE, "fine.png", ONE);
            save(ALICE, "damaged.png", TWO);
            save(ALICE, "missing.png", THREE);
            damage(TWO);
            Files.delete(fileOf(digest(THREE)));
            assertThat(verify(true).done()).isEqualTo(3);
            assertThat(found()).containsExactly("image-damaged damaged.png", "image-missing missing.png");
            assertThat(findings)
                    .extracting(Finding::sentence)
                    .containsExactly(
                            "Its bytes are not those that were saved: the entry was removed, the damaged bytes are "
                                    + Path.of("damaged", digest(TWO).hex())
                                    + " in the data folder, and the image can be sent again.",
                            "Its bytes are gone: the entry was removed, and the image can be sent again.");
            assertThat(names()).containsExactly("fine.png");
            assertThat(Files.size(folder.resolve("damaged").resolve(digest(TWO).hex())))
                    .isEqualTo(TWO.length);
            assertThat(verify(false).findings()).isZero();
            save(ALICE, "damaged.png", TWO);
            assertThat(fetch("damaged.png")).isEqualTo(TWO);
        }

        @Test
        void countsLeftoversAndRemovesThemOnlyWhenTold() throws Exception {
            save(ALICE, "one.png", ONE);
            try (Upload upload = store.blobs().begin("", Optional.of(digest(TWO)), TWO.length)) {
                upload.write(ByteBuffer.wrap(TWO));
                upload.place();
            }
            MaintenanceReport report = verify(false);
            assertThat(report.leftovers()).isEqualTo(1);
            assertThat(report.findings()).isZero();
            assertThat(verify(true).leftovers()).isEqualTo(1);
            assertThat(verify(false).leftovers()).isZero();
            assertThat(fetch("one.png")).isEqualTo(ONE);
        }

        @Test
        void tellsHowFarItIsAndStopsWhenToldTo() throws Exception {
            save(ALICE, "one.png", ONE);
            save(ALICE, "two.png", TWO);
            List<MaintenanceListener.Progress> seen = new ArrayList<>();
            library.maintenance().verify(false, seen::add);
            assertThat(seen.getLast().done()).isEqualTo(ONE.length + TWO.length);
            assertThat(seen.getLast().total()).isEqualTo(ONE.length + TWO.length);
            MaintenanceReport stopped = library.maintenance().verify(false, progress -> false);
            assertThat(stopped.complete()).isFalse();
            assertThat(stopped.done()).isZero();
        }

        @Test
        void endsWhenItsThreadIsInterrupted() throws Exception {
            save(ALICE, "one.png", ONE);
            MaintenanceListener interrupting = progress -> {
                Thread.currentThread().interrupt();
                return true;
            };
            assertThatThrownBy(() -> library.maintenance().verify(false, interrupting))
                    .isInstanceOfAny(InterruptedException.class, IOException.class);
            Thread.interrupted();
        }
    }

    @Nested
    class BackingUp {
        @Test
        void closesAnOpenFolderToOthersBeforeTheFirstCopy() throws Exception {
            save(ALICE, "one.png", ONE);
            Path target = Files.createDirectory(temp.resolve("open"));
            assumeTrue(target.getFileSystem().supportedFileAttributeViews().contains("posix"));
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            List<Boolean> closed = new ArrayList<>();
            library.maintenance().backupTo(target, progress -> closed.add(isClosed(target)));
            assertThat(closed).isNotEmpty().containsOnly(true);
        }

        private static boolean isClosed(Path folder) {
            try {
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                        .equals("rwx------");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void makesALibraryThatCanBeUsed() throws Exception {
            Image saved = save(ALICE, "one.png", ONE);
            save(ALICE, replacing("one.png", TWO), TWO);
            save(ALICE, "two.png", THREE);
            String token = now();
            Path target = temp.resolve("backup");
            MaintenanceReport report = library.maintenance().backupTo(target, goOn);
            assertThat(report.done()).isEqualTo(3);
            assertThat(report.findings()).isZero();
            deleteForever(CURATOR, "one.png");
            parts.housekeeping().round();

            library.close();
            try (ImageLibrary copy = ImageLibrary.open(target, LibrarySettings.defaults(), Clock.systemUTC())) {
                library = copy;
                assertThat(names()).containsExactly("one.png", "two.png");
                assertThat(fetch("one.png")).isEqualTo(TWO);
                assertThat(copy.maintenance().verify(false, goOn).findings()).isZero();
                assertThat(eventsSince(token))
                        .as("a copy has a history of its own")
                        .containsExactly("reset");
                delete(CURATOR, "one.png");
                assertThat(copy.restore(
                                CURATOR,
                                new Command.Restore(
                                        "one.png",
                                        Optional.of(saved.attributes().id()),
                                        Optional.empty())))
                        .isEqualTo(saved);
            }
            open(LibrarySettings.defaults());
        }

        @Test
        void isConsistentWhileImagesComeAndGo() throws Exception {
            for (int i = 0; i < 20; i++) {
                save(ALICE, i + ".png", TestImages.of(ImageType.PNG, i));
            }
            Path target = temp.resolve("backup");
            MaintenanceReport report = library.maintenance().backupTo(target, progress -> {
                removeOne();
                return true;
            });
            assertThat(names()).as("what was removed meanwhile").hasSizeLessThan(20);
            assertThat(report.findings()).isZero();
            assertThat(report.done()).isEqualTo(20);
        }

        private void removeOne() {
            try {
                List<String> names = names();
                if (!names.isEmpty()) {
                    deleteForever(CURATOR, names.getFirst());
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void sweepsAgainAfterwards() throws Exception {
            save(ALICE, "one.png", ONE);
            library.maintenance().backupTo(temp.resolve("backup"), goOn);
            deleteForever(CURATOR, "one.png");
            assertThat(files("images")).isZero();
        }

        @Test
        void copiesToAnotherDisk() throws Exception {
            Path shared = Path.of("/dev/shm");
            assumeTrue(Files.isDirectory(shared) && !Files.getFileStore(shared).equals(Files.getFileStore(temp)));
            Path target = Files.createTempDirectory(shared, "wirephoto-test");
            try {
                save(ALICE, "one.png", ONE);
                save(ALICE, "two.png", TWO);
                MaintenanceReport report = library.maintenance().backupTo(target, goOn);
                assertThat(report.done()).isEqualTo(2);
                assertThat(report.findings()).isZero();
            } finally {
                try (Stream<Path> files = Files.walk(target)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }

        @Test
        void leavesAFolderAloneThatIsNotEmpty() throws Exception {
            Path target = Files.createDirectory(temp.resolve("backup"));
            Files.writeString(target.resolve("mine"), "mine");
            assertRefused(ErrorCode.ALREADY_EXISTS, () -> library.maintenance().backupTo(target, goOn));
            assertRefused(ErrorCode.NOT_ALLOWED, () -> library.maintenance().backupTo(folder.resolve("backup"), goOn));
            assertThat(folder.resolve("backup")).doesNotExist();
        }

        @Test
        void wantsAFolderThatCanBeMade() throws Exception {
            Path file = Files.writeString(temp.resolve("file"), "mine");
            for (Path target : List.of(file, file.resolve("backup/of today"))) {
                String sentence =
                        "The folder " + target + " can't be made: " + file + " is no folder that can be written to.";
                assertThat(refusal(() -> library.maintenance().backupTo(target, goOn))
                                .sentence())
                        .isEqualTo(sentence);
                assertThat(refusal(() -> library.maintenance().exportTo(target, goOn))
                                .sentence())
                        .isEqualTo(sentence);
            }
        }

        @Test
        void wantsAFolderThatCanBeWrittenTo() throws Exception {
            Path target = Files.createDirectory(temp.resolve("closed"));
            assumeTrue(target.getFileSystem().supportedFileAttributeViews().contains("posix"));
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
            assumeTrue(!Files.isWritable(target), "an administrator may write anywhere");
            assertRefused(ErrorCode.NOT_ALLOWED, () -> library.maintenance().backupTo(target, goOn));
            assertRefused(ErrorCode.NOT_ALLOWED, () -> library.maintenance().exportTo(target, goOn));
        }

        @Test
        void leavesNothingThatPassesForABackupWhenStopped() throws Exception {
            save(ALICE, "one.png", ONE);
            Path target = temp.resolve("backup");
            assertThat(library.maintenance().backupTo(target, progress -> false).complete())
                    .isFalse();
            assertThat(target.resolve("wirephoto.db")).doesNotExist();
        }
    }

    @Nested
    class Exporting {
        private Path target() {
            return temp.resolve("export");
        }

        @Test
        void writesPlainFilesWithTheTimeThatTheyWereSaved() throws Exception {
            save(ALICE, "one.png", ONE);
            save(ALICE, "Élan \uD83D\uDE00.png", TWO);
            save(ALICE, "gone.png", THREE);
            delete(ALICE, "gone.png");
            MaintenanceReport report = library.maintenance().exportTo(target(), goOn);
            assertThat(report.done()).isEqualTo(2);
            assertThat(report.findings()).isZero();
            assertThat(target().resolve("one.png")).hasBinaryContent(ONE);
            assertThat(target().resolve("Élan_\uD83D\uDE00.png")).hasBinaryContent(TWO);
            assertThat(target().resolve("gone.png")).doesNotExist();
            assertThat(Files.getLastModifiedTime(target().resolve("one.png")).toInstant())
                    .isEqualTo(clock.instant());
        }

        @Test
        void overwritesNothingAndFollowsNoLink() throws Exception {
            save(ALICE, "link.png", ONE);
            save(ALICE, "mine.png", TWO);
            save(ALICE, "free.png", THREE);
            Files.createDirectory(target());
            Path outside = temp.resolve("outside.png");
            Files.createSymbolicLink(target().resolve("link.png"), outside);
            Files.writeString(target().resolve("mine.png"), "mine");
            MaintenanceReport report = library.maintenance().exportTo(target(), goOn);
            assertThat(found()).containsExactly("file-exists link.png", "file-exists mine.png");
            assertThat(report.done()).isEqualTo(1);
            assertThat(outside).doesNotExist();
            assertThat(target().resolve("mine.png")).hasContent("mine");
        }

        @Test
        void goesOnWhereAnEarlierOneEnded() throws Exception {
            save(ALICE, "one.png", ONE);
            library.maintenance().exportTo(target(), goOn);
            save(ALICE, "two.png", TWO);
            MaintenanceReport report = library.maintenance().exportTo(target(), goOn);
            assertThat(report.unchanged()).isEqualTo(1);
            assertThat(report.done()).isEqualTo(1);
            assertThat(report.findings()).isZero();
        }

        @Test
        void leavesNoFileOfDamagedBytes() throws Exception {
            save(ALICE, "one.png", ONE);
            save(ALICE, "two.png", TWO);
            damage(ONE);
            Files.delete(fileOf(digest(TWO)));
            library.maintenance().exportTo(target(), goOn);
            assertThat(found()).containsExactly("image-damaged one.png", "image-missing two.png");
            assertThat(target()).isEmptyDirectory();
        }

        @Test
        void stopsWhenToldTo() throws Exception {
            save(ALICE, "one.png", ONE);
            MaintenanceReport report = library.maintenance().exportTo(target(), progress -> false);
            assertThat(report.complete()).isFalse();
            assertThat(target()).isEmptyDirectory();
        }
    }

    @Nested
    class Importing {
        private Path source;

        private void write(String name, byte[] bytes) throws IOException {
            source = temp.resolve("pictures");
            Path file = source.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        }

        private MaintenanceReport run() throws Exception {
            return library.maintenance().importFrom(ALICE, source, goOn);
        }

        @Test
        void takesTheImagesOfAFolderAndThoseBelow() throws Exception {
            write("one.png", ONE);
            write("summer/two photos.png", TWO);
            write("summer/deep/er/three.jpg", JPEG);
            MaintenanceReport report = run();
            assertThat(report.done()).isEqualTo(3);
            assertThat(report.bytes()).isEqualTo(ONE.length + TWO.length + JPEG.length);
            assertThat(report.findings()).isZero();
            assertThat(names()).containsExactly("one.png", "three.jpg", "two_photos.png");
            assertThat(fetch("two_photos.png")).isEqualTo(TWO);
            assertThat(stat("one.png").attributes().sender()).hasValue("Alice");
        }

        @Test
        void reportsEachRefusalAndGoesOn() throws Exception {
            save(ALICE, "taken.png", ONE);
            write("a/taken.png", TWO);
            write("b/wrong.jpg", THREE);
            write("c/empty.png", new byte[0]);
            write("d/noextension", ONE);
            write("e/text.png", "no image at all".getBytes(StandardCharsets.UTF_8));
            write("f/fine.png", THREE);
            MaintenanceReport report = run();
            assertThat(found())
                    .containsExactlyInAnyOrder(
                            "already-exists a/taken.png",
                            "extension-mismatch b/wrong.jpg",
                            "size-missing c/empty.png",
                            "extension-missing d/noextension",
                            "type-unsupported e/text.png");
            assertThat(findings)
                    .filteredOn(finding -> finding.subject().equals("a/taken.png"))
                    .allSatisfy(finding -> assertThat(finding.suggestion()).hasValue("taken-2.png"));
            assertThat(report.done()).isEqualTo(1);
            assertThat(names()).containsExactly("fine.png", "taken.png");
        }

        @Test
        void countsWhatIsThereAlreadyAsUnchanged() throws Exception {
            write("one.png", ONE);
            write("two.png", TWO);
            assertThat(run().done()).isEqualTo(2);
            MaintenanceReport again = run();
            assertThat(again.done()).isZero();
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.findings()).isZero();
        }

        @Test
        void takesTheSameBytesUnderAnotherName() throws Exception {
            write("one.png", ONE);
            write("copy.png", ONE);
            assertThat(run().done()).isEqualTo(2);
            assertThat(files("images")).isEqualTo(1);
        }

        @Test
        void followsNoLinksAndLeavesTheLibrariesOwnFolderOut() throws Exception {
            write("one.png", ONE);
            Path outside = Files.createDirectory(temp.resolve("outside"));
            Files.write(outside.resolve("secret.png"), TWO);
            Files.createSymbolicLink(source.resolve("folder"), outside);
            Files.createSymbolicLink(source.resolve("file.png"), outside.resolve("secret.png"));
            run();
            assertThat(found()).containsExactlyInAnyOrder("not-a-file folder", "not-a-file file.png");
            assertThat(names()).containsExactly("one.png");

            source = temp;
            run();
            assertThat(names()).containsExactly("one.png", "secret.png");
            assertThat(findings).noneMatch(finding -> finding.subject().startsWith("data"));
        }

        @Test
        void asksForTheRole() throws Exception {
            write("one.png", ONE);
            assertRefused(ErrorCode.NOT_ALLOWED, () -> library.maintenance().importFrom(VIEWER, source, goOn));
        }

        @Test
        void wantsAFolder() throws Exception {
            write("one.png", ONE);
            for (String name : List.of("one.png", "none", "none/deeper")) {
                Path none = source.resolve(name);
                assertThat(refusal(() -> library.maintenance().importFrom(ALICE, none, goOn))
                                .sentence())
                        .isEqualTo("There is no folder " + none + " that can be read.");
            }
        }

        @Test
        void tellsHowFarItIsAndStopsWhenToldTo() throws Exception {
            write("one.png", ONE);
            write("two.png", TWO);
            List<MaintenanceListener.Progress> seen = new ArrayList<>();
            MaintenanceReport report = library.maintenance().importFrom(ALICE, source, progress -> {
                seen.add(progress);
                return progress.done() < progress.total();
            });
            assertThat(report.complete()).isFalse();
            assertThat(report.done()).isEqualTo(1);
            assertThat(seen.getLast().total()).isEqualTo(ONE.length + TWO.length);
        }
    }
}
