package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStorageTest {
    @TempDir
    Path folder;

    private static EmbeddedStorage open(Path folder) throws IOException {
        return EmbeddedStorage.open(folder, StorageSettings.DEFAULT, Clock.systemUTC());
    }

    private static void save(EmbeddedStorage storage, String name) throws Exception {
        byte[] bytes = Samples.bytes(name);
        try (Upload upload = storage.blobs().begin("key-1", Optional.of(Samples.digest(bytes)), bytes.length)) {
            upload.write(java.nio.ByteBuffer.wrap(bytes));
            upload.place();
            storage.catalogue().write(writer -> {
                writer.insert(Samples.image(name));
                return true;
            });
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        Samples.digest(Files.readAllBytes(file)).hex());
            }
        }
        return contents;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Runs SQL in a file that nobody has open, as another program would. */
    private static void sql(Path file, String script) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        try (Database database = Database.open(file, Database.Access.COPY)) {
            database.run(script);
        }
    }

    @Nested
    class AFolder {
        @ParameterizedTest
        @ValueSource(strings = {"new", "with space/and more", "what?mode=memory", "50%25 #1 é", "it's"})
        void isMadeWithAllThatLeadsToIt(String name) throws Exception {
            Path data = folder.resolve(name);
            try (EmbeddedStorage storage = open(data)) {
                save(storage, "a.png");
                assertThat(storage.folder()).isEqualTo(data.toRealPath());
                assertThat(data.resolve("wirephoto.db")).isRegularFile();
                assertThat(storage.thumbnails()).isDirectory();
            }
            try (EmbeddedStorage storage = open(data)) {
                assertThat(storage.catalogue().find(Samples.image("a.png").name()))
                        .isPresent();
                assertThat(storage.blobs().contains(Samples.digest("a.png"))).isTrue();
            }
        }

        @Test
        void isForItsOwnerAlone() throws Exception {
            Path data = Files.createDirectory(folder.resolve("data"));
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createFile(data.resolve("server.properties"));
            try (EmbeddedStorage storage = open(data)) {
                save(storage, "a.png");
                assertThat(rights(data)).isEqualTo("rwx------");
                try (Stream<Path> files = Files.list(data)) {
                    for (Path file : files.toList()) {
                        if (!file.endsWith("server.properties")) {
                            assertThat(rights(file)).as(file.toString()).endsWith("------");
                        }
                    }
                }
            }
        }

        @Test
        void withOtherThingsInItKeepsItsRights() throws Exception {
            Files.createFile(folder.resolve("thesis.doc"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
            try (EmbeddedStorage storage = open(folder)) {
                assertThat(rights(storage.folder())).isEqualTo("rwxr-x---");
                assertThat(rights(folder.resolve("images"))).isEqualTo("rwx------");
            }
        }

        @Test
        void mayBeReachedThroughALink() throws Exception {
            Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
            try (EmbeddedStorage storage = open(link)) {
                assertThat(storage.folder()).isEqualTo(folder.resolve("real").toRealPath());
            }
        }
    }

    @Nested
    class ItsLock {
        @Test
        void keepsASecondStoreOfThisProcessOut() throws Exception {
            Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
            EmbeddedStorage storage = open(folder.resolve("real"));
            for (Path again : new Path[] {link, folder.resolve("real"), folder.resolve("real/../link")}) {
                assertThatThrownBy(() -> open(again))
                        .isInstanceOf(FolderInUseException.class)
                        .hasMessageContaining("real");
            }
            save(storage, "a.png");
            storage.close();
            storage.close();
            open(folder.resolve("real")).close();
        }

        @Test
        void keepsAnotherProcessOutAndSaysWhoHasIt() throws Exception {
            try (OtherProcess other = OtherProcess.start("hold", folder)) {
                other.await("ready");
                assertThatThrownBy(() -> open(folder))
                        .isInstanceOf(FolderInUseException.class)
                        .hasMessageContaining("process " + other.pid());
                // Looking at the lock must not have taken it from its holder.
                assertThatThrownBy(() -> open(folder)).isInstanceOf(FolderInUseException.class);
                other.kill();
            }
            try (EmbeddedStorage storage = open(folder)) {
                assertThat(storage.catalogue().find(Samples.image("held.png").name()))
                        .isPresent();
            }
        }
    }

    @Nested
    class Refusing {
        @Test
        void aNewerVersionsFolderChangesNothingInIt() throws Exception {
            try (EmbeddedStorage storage = open(folder)) {
                save(storage, "a.png");
            }
            sql(folder.resolve("wirephoto.db"), "PRAGMA user_version = " + (Schema.VERSION + 1));
            Map<String, String> before = contents(folder);
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(NewerFormatException.class)
                    .hasMessageContaining(folder.toString());
            assertThat(contents(folder)).isEqualTo(before);
        }

        @Test
        void aNewerVersionsFolderLeavesWhatACrashLeftThere() throws Exception {
            Path crashed = folder.resolve("crashed");
            try (EmbeddedStorage storage = open(folder.resolve("running"))) {
                save(storage, "a.png");
                storage.catalogue().close();
                // The newer version's mark is in the log alone, as after a kill.
                Path file = folder.resolve("running/wirephoto.db");
                try (Database writer = Database.open(file, Database.Access.WRITE)) {
                    writer.run("PRAGMA user_version = " + (Schema.VERSION + 1));
                    Files.createDirectory(crashed);
                    for (String name : new String[] {"wirephoto.db", "wirephoto.db-wal"}) {
                        Files.copy(file.resolveSibling(name), crashed.resolve(name));
                    }
                }
            }
            Map<String, String> before = contents(crashed);
            assertThat(before).containsKey("wirephoto.db-wal");
            assertThatThrownBy(() -> open(crashed)).isInstanceOf(NewerFormatException.class);
            Map<String, String> after = contents(crashed);
            after.remove("wirephoto.db-shm"); // SQLite's index of the log, made anew by whoever opens it
            assertThat(after).isEqualTo(before);
        }

        @Test
        void anotherProgramsDatabaseChangesNothingInIt() throws Exception {
            sql(folder.resolve("wirephoto.db"), "CREATE TABLE song (title TEXT)");
            Map<String, String> before = contents(folder);
            assertThatThrownBy(() -> open(folder)).isInstanceOf(ForeignFolderException.class);
            assertThat(contents(folder)).isEqualTo(before);
        }

        @Test
        void whatIsNoDatabaseChangesNothingInIt() throws Exception {
            Files.writeString(folder.resolve("wirephoto.db"), "these are my notes on wirephoto ".repeat(100));
            Map<String, String> before = contents(folder);
            assertThatThrownBy(() -> open(folder)).isInstanceOf(ForeignFolderException.class);
            assertThat(contents(folder)).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"images", "incoming", "thumbnails", "wirephoto.db"})
        void linksInPlaceOfItsOwn(String name) throws Exception {
            Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            Path data = Files.createDirectory(folder.resolve("data"));
            Files.createSymbolicLink(data.resolve(name), elsewhere);
            assertThatThrownBy(() -> open(data)).isInstanceOf(ForeignFolderException.class);
            assertThat(contents(elsewhere)).isEmpty();
        }

        @Test
        void aFile() throws Exception {
            Path file = Files.createFile(folder.resolve("file"));
            assertThatThrownBy(() -> open(file)).isInstanceOf(ForeignFolderException.class);
            assertThatThrownBy(() -> open(file.resolve("below"))).isInstanceOf(IOException.class);
        }

        @Test
        void letsGoOfTheFolder() throws Exception {
            Files.createFile(folder.resolve("images"));
            assertThatThrownBy(() -> open(folder)).isInstanceOf(ForeignFolderException.class);
            Files.delete(folder.resolve("images"));
            open(folder).close();
        }
    }

    @Test
    void aFileThatACrashLeftEmptyIsTakenForANewOne() throws Exception {
        Files.createFile(folder.resolve("wirephoto.db"));
        try (EmbeddedStorage storage = open(folder)) {
            save(storage, "a.png");
        }
    }
}
