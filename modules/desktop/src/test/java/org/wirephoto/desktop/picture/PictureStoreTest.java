package org.wirephoto.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Variant;

class PictureStoreTest {
    private static final int AT_ONCE = 2;
    private static final long ROOM = 40;

    @TempDir
    Path folder;

    private final List<RemoteImage> images = Images.many(8);
    private final FakeSession session = new FakeSession(images);
    private final TestWork work = new TestWork();
    private final List<String> heard = new ArrayList<>();
    private PictureStore<String> store;

    /** Text in place of pixels; ten bytes each. */
    private static final class TextDecoder implements PictureDecoder<String> {
        @Override
        public String decode(byte[] bytes) throws IOException {
            if (bytes.length == 0) {
                throw new IOException("empty");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public long weight(String pixels) {
            return 10;
        }
    }

    @BeforeEach
    void begin() {
        images.forEach(image -> session.rendering(image, image.name().stem().getBytes(StandardCharsets.UTF_8)));
        store = newStore();
    }

    private PictureStore<String> newStore() {
        return new PictureStore<>(
                session,
                new PictureFiles(folder, 1_000_000, Clock.systemUTC()),
                new TextDecoder(),
                work,
                AT_ONCE,
                ROOM);
    }

    private Job request(int index) {
        return store.request(
                images.get(index),
                Variant.THUMBNAIL,
                picture -> heard.add(
                        switch (picture) {
                            case Picture.Ready<String> ready -> ready.pixels();
                            case Picture.None<String> _ -> "none";
                            case Picture.Failed<String> failed ->
                                "failed: " + failed.trouble().key();
                        }));
    }

    @Test
    void thumbnailsComeAsTheyWereAskedForAndNeverTooManyAtOnce() {
        for (int i = 0; i < 5; i++) {
            request(i);
        }
        assertThat(work.waiting()).isEqualTo(AT_ONCE);
        work.doAll();
        assertThat(session.asked())
                .containsExactly("img-00000.png", "img-00001.png", "img-00002.png", "img-00003.png", "img-00004.png");
        assertThat(heard).hasSize(5);
        assertThat(store.inFlight()).isZero();
    }

    @Test
    void aPreviewComesBeforeThumbnailsThatWait() {
        for (int i = 0; i < 4; i++) {
            request(i);
        }
        store.request(images.get(7), Variant.PREVIEW, _ -> {});
        work.doAll();
        assertThat(session.asked())
                .containsExactly("img-00000.png", "img-00001.png", "img-00007.png", "img-00002.png", "img-00003.png");
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotFetched() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(request(i));
        }
        jobs.get(2).cancel();
        jobs.get(4).cancel();
        work.doAll();
        assertThat(session.asked()).containsExactly("img-00000.png", "img-00001.png", "img-00003.png");
        assertThat(heard).hasSize(3);
    }

    @Test
    void aThumbnailThatIsOnItsWayIsNotCutOffAndServesWhoeverAsksNext() {
        request(0).cancel();
        assertThat(work.waiting()).isEqualTo(1);
        request(0);
        work.doAll();
        assertThat(session.asked()).containsExactly("img-00000.png");
        assertThat(heard).containsExactly("img-00000");
    }

    @Test
    void aPreviewThatNobodyLooksAtAnyMoreMakesPlaceForTheNext() {
        Job first = store.request(images.get(0), Variant.PREVIEW, _ -> heard.add("first"));
        request(1);
        request(2);
        assertThat(work.waiting()).isEqualTo(AT_ONCE);
        first.cancel();
        assertThat(work.waiting()).as("with the one that was interrupted").isEqualTo(AT_ONCE + 1);
        work.doAll();
        assertThat(heard).containsExactly("img-00001", "img-00002");
    }

    @Test
    void oneFetchServesAllWhoWaitForIt() {
        Job first = request(0);
        request(0);
        first.cancel();
        work.doAll();
        assertThat(session.asked()).hasSize(1);
        assertThat(heard).containsExactly("img-00000");
    }

    @Test
    void whatIsInMemoryComesAtOnceUntilOthersNeedTheRoom() {
        request(0);
        work.doAll();
        request(0);
        assertThat(heard).hasSize(2);
        for (int i = 1; i < 6; i++) {
            request(i);
        }
        work.doAll();
        assertThat(store.known(images.get(0), Variant.THUMBNAIL)).isEmpty();
        assertThat(store.known(images.get(5), Variant.THUMBNAIL)).isPresent();
    }

    @Test
    void anotherStartFindsItOnTheDisk() {
        request(0);
        work.doAll();
        store = newStore();
        request(0);
        work.doAll();
        assertThat(session.asked()).hasSize(1);
        assertThat(heard).containsExactly("img-00000", "img-00000");
    }

    @Test
    void aFileThatWasDamagedIsFetchedAnew() throws IOException {
        request(0);
        work.doAll();
        Path file;
        try (var files = Files.walk(folder)) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(file, new byte[0]);
        store = newStore();
        request(0);
        work.doAll();
        assertThat(session.asked()).hasSize(2);
        assertThat(Files.readString(file)).isEqualTo("img-00000");
    }

    @Test
    void anImageThatCannotBeDrawnIsAskedForOnce() {
        RemoteImage raw = Images.image("raw.tif", 3);
        store.request(raw, Variant.THUMBNAIL, picture -> assertThat(picture).isEqualTo(new Picture.None<>()));
        work.doAll();
        assertThat(store.known(raw, Variant.THUMBNAIL)).contains(new Picture.None<>());
    }

    @Test
    void aFailureIsToldAndMayPass() {
        session.broken(Optional.of(FakeSession.refusal(ErrorCode.BUSY)));
        request(0);
        work.doAll();
        session.broken(Optional.empty());
        request(0);
        work.doAll();
        assertThat(heard).containsExactly("failed: busy", "img-00000");
    }
}
