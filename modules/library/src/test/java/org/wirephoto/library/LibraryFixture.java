package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.media.PreviewMaker;
import org.wirephoto.media.PreviewSettings;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.Sort;
import org.wirephoto.storage.EmbeddedStorage;
import org.wirephoto.storage.StorageSettings;
import org.wirephoto.testkit.TestImages;

/** A library in a folder of its own, on the real storage, with a clock that stands still and no housekeeping. */
abstract class LibraryFixture {
    static final Caller CURATOR =
            new Caller("k-curator", Role.CURATOR, Optional.of("Cleo"), "test", OptionalLong.empty());
    static final Caller ALICE =
            new Caller("k-alice", Role.CONTRIBUTOR, Optional.of("Alice"), "test", OptionalLong.empty());
    static final Caller BOB = new Caller("k-bob", Role.CONTRIBUTOR, Optional.of("Bob"), "test", OptionalLong.empty());
    static final Caller VIEWER = new Caller("k-viewer", Role.VIEWER, Optional.of("Vera"), "test", OptionalLong.empty());

    static final byte[] ONE = TestImages.of(ImageType.PNG, 1);
    static final byte[] TWO = TestImages.of(ImageType.PNG, 2);
    static final byte[] THREE = TestImages.of(ImageType.PNG, 3);
    static final byte[] JPEG = TestImages.of(ImageType.JPEG, 1);

    @TempDir
    Path temp;

    final TestClock clock = new TestClock();
    Path folder;
    ImageLibrary library;
    Parts parts;
    Store store;
    SimulatedDisk disk;

    @BeforeEach
    void open() throws IOException {
        folder = temp.resolve("data");
        open(LibrarySettings.defaults().withDiskReserve(0));
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    void reopen(LibrarySettings settings) throws IOException {
        library.close();
        open(settings);
    }

    void open(LibrarySettings settings) throws IOException {
        EmbeddedStorage storage =
                EmbeddedStorage.open(folder, StorageSettings.DEFAULT.withEventHistory(settings.eventHistory()), clock);
        disk = new SimulatedDisk(storage.blobs(), storage.folder());
        store = new Store(storage.catalogue(), disk, storage.folder(), storage.thumbnails());
        PreviewMaker previews = new PreviewMaker(PreviewSettings.defaults());
        parts = new LibraryAssembly(store, settings, clock).assemble(renderer(previews), List.of(previews, storage));
        library = new ImageLibrary(settings, parts);
    }

    /** What makes the variants; tests that count or hold up renderings put their own in between. */
    Renderings.Renderer renderer(PreviewMaker previews) {
        return previews::make;
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Command.Save saveOf(String name, byte[] bytes) {
        return new Command.Save(
                name, OptionalLong.of(bytes.length), Optional.of(digest(bytes)), false, Optional.empty());
    }

    static Command.Save withoutDigest(String name, byte[] bytes) {
        return new Command.Save(name, OptionalLong.of(bytes.length), Optional.empty(), false, Optional.empty());
    }

    static Command.Save replacing(String name, byte[] bytes) {
        return new Command.Save(
                name, OptionalLong.of(bytes.length), Optional.of(digest(bytes)), true, Optional.empty());
    }

    Image save(Caller caller, String name, byte[] bytes) throws Exception {
        return save(caller, saveOf(name, bytes), bytes);
    }

    Image save(Caller caller, Command.Save request, byte[] bytes) throws Exception {
        return switch (library.begin(caller, request)) {
            case SaveStep.Done(Image image) -> image;
            case SaveStep.Receiving(Incoming incoming) -> {
                try (incoming) {
                    incoming.write(
                            ByteBuffer.wrap(bytes, (int) incoming.offset(), bytes.length - (int) incoming.offset()));
                    yield incoming.finish();
                }
            }
        };
    }

    Incoming begin(Caller caller, Command.Save request) throws Exception {
        return ((SaveStep.Receiving) library.begin(caller, request)).incoming();
    }

    Deleted delete(Caller caller, String name) throws Exception {
        return library.delete(caller, new Command.Delete(name, Optional.empty(), false, Optional.empty()));
    }

    Deleted deleteForever(Caller caller, String name) throws Exception {
        return library.delete(caller, new Command.Delete(name, Optional.empty(), true, Optional.empty()));
    }

    Image restore(Caller caller, String name) throws Exception {
        return library.restore(caller, new Command.Restore(name, Optional.empty(), Optional.empty()));
    }

    String rename(Caller caller, String name, String to) throws Exception {
        return library.rename(caller, new Command.Rename(name, to, Optional.empty()))
                .text();
    }

    Image stat(String name) throws Exception {
        return library.stat(VIEWER, new Command.Stat(name));
    }

    byte[] fetch(String name) throws Exception {
        return fetch(new Command.Return(
                name, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
    }

    byte[] fetch(Command.Return request) throws Exception {
        try (Content content = library.open(VIEWER, request)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            long sent = content.channel().transferTo(content.position(), content.length(), Channels.newChannel(out));
            assertThat(sent).isEqualTo(content.length());
            return out.toByteArray();
        }
    }

    Listing list(Command.List request) throws Exception {
        return library.list(VIEWER, request);
    }

    List<String> names() throws Exception {
        return names(list(new Command.List(1000, Optional.empty(), Optional.empty(), Sort.NAME, false)));
    }

    List<String> trashNames() throws Exception {
        return names(list(new Command.List(1000, Optional.empty(), Optional.empty(), Sort.NAME, true)));
    }

    static List<String> names(Listing listing) {
        return listing.entries().stream()
                .map(entry -> entry.image().name().text())
                .toList();
    }

    /** All events that come after a token, as words. */
    List<String> eventsSince(String seq) throws Exception {
        try (EventFeed feed = library.watch(VIEWER, new Command.Watch(Optional.of(seq)))) {
            return feed.next(Duration.ZERO).stream().map(LibraryFixture::word).toList();
        }
    }

    String now() throws IOException {
        return store.catalogue().token();
    }

    static String word(Event event) {
        return switch (event) {
            case Event.Saved saved -> "saved " + saved.name();
            case Event.Deleted deleted -> "deleted " + deleted.name();
            case Event.Renamed renamed -> "renamed " + renamed.name() + " to " + renamed.to();
            case Event.Reset reset -> "reset";
            case Event.Alive alive -> "alive";
        };
    }

    /** How many files a part of the store has. */
    long files(String part) throws IOException {
        return sum(part, _ -> 1);
    }

    /** How many bytes of uploads the store has kept. */
    long uploadedBytes() throws IOException {
        return sum("incoming", BasicFileAttributes::size);
    }

    /** The sum over all files of a part; a file that goes while it is looked for, as housekeeping does it, is none. */
    private long sum(String part, ToLongFunction<BasicFileAttributes> of) throws IOException {
        AtomicLong sum = new AtomicLong();
        Files.walkFileTree(folder.resolve(part), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum.addAndGet(of.applyAsLong(attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return sum.get();
    }

    static RefusedException refusal(ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.sentence()).isNotBlank();
        return refused;
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        RefusedException refused = refusal(call);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.suggestion()).isEmpty();
    }

    static void assertRefused(ErrorCode code, String suggestion, ThrowingCallable call) {
        RefusedException refused = refusal(call);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.suggestion().map(Object::toString)).hasValue(suggestion);
    }
}
