package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.media.PreviewMaker;
import org.wirephoto.media.PreviewVerdict;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/** The cache of variants, with renderings that a test makes up. */
class VariantsTest extends LibraryFixture {
    private final AtomicInteger renderings = new AtomicInteger();
    private volatile Renderings.Renderer renderer = this::draw;

    @Override
    Renderings.Renderer renderer(PreviewMaker previews) {
        return (image, type, variant, target) -> {
            renderings.incrementAndGet();
            return renderer.render(image, type, variant, target);
        };
    }

    private PreviewVerdict draw(Path image, ImageType type, Variant variant, Path target) throws IOException {
        Files.writeString(target, variant.wire());
        return new PreviewVerdict.Made(variant == Variant.PREVIEW ? ImageType.PNG : ImageType.JPEG);
    }

    @BeforeEach
    void saveOne() throws Exception {
        save(ALICE, "beach.png", ONE);
    }

    private static Command.Return request(String name, Variant variant) {
        return new Command.Return(
                name, Optional.of(variant), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    private String thumbnail(String name) throws Exception {
        return new String(fetch(request(name, Variant.THUMBNAIL)), StandardCharsets.UTF_8);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(store.thumbnails())) {
            return files.toList();
        }
    }

    @Test
    void tellsWhatTheVariantIsAndNotWhatTheImageIs() throws Exception {
        try (Content content = library.open(VIEWER, request("beach.png", Variant.THUMBNAIL))) {
            assertThat(content.type()).isEqualTo(ImageType.JPEG);
            assertThat(content.filesize()).isEqualTo("thumbnail".length());
            assertThat(content.length()).isEqualTo("thumbnail".length());
            assertThat(content.digest()).isEmpty();
            assertThat(content.offset()).isEmpty();
            assertThat(content.name().text()).isEqualTo("beach.png");
        }
        try (Content content = library.open(VIEWER, request("beach.png", Variant.PREVIEW))) {
            assertThat(content.type()).isEqualTo(ImageType.PNG);
        }
    }

    @Test
    void makesAVariantOnce() throws Exception {
        assertThat(thumbnail("beach.png")).isEqualTo("thumbnail");
        assertThat(thumbnail("beach.png")).isEqualTo("thumbnail");
        assertThat(renderings).hasValue(1);
        save(BOB, "same.png", ONE);
        assertThat(thumbnail("same.png")).isEqualTo("thumbnail");
        assertThat(renderings).hasValue(1);
    }

    @Test
    void makesAVariantOnceForManyThatAskAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        renderer = (image, type, variant, target) -> {
            asked.countDown();
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            return draw(image, type, variant, target);
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> replies = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                replies.add(threads.submit(() -> thumbnail("beach.png")));
            }
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            go.countDown();
            for (Future<String> reply : replies) {
                assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo("thumbnail");
            }
        }
        assertThat(renderings).hasValue(1);
        assertThat(cached()).hasSize(1);
    }

    @Test
    void makesItAgainWhenTheFolderIsDeletedInUse() throws Exception {
        thumbnail("beach.png");
        for (Path file : cached()) {
            Files.delete(file);
        }
        Files.delete(store.thumbnails());
        assertThat(thumbnail("beach.png")).isEqualTo("thumbnail");
        assertThat(renderings).hasValue(2);
    }

    @Nested
    class AnImageThatCannotBeDrawn {
        @Test
        void hasNoPreviewAndIsNotTriedAgainForAWhile() {
            renderer = (image, type, variant, target) -> new PreviewVerdict.NotPossible("It is too large.");
            assertRefused(ErrorCode.NO_PREVIEW, () -> thumbnail("beach.png"));
            assertRefused(ErrorCode.NO_PREVIEW, () -> thumbnail("beach.png"));
            assertThat(renderings).hasValue(1);
            clock.advance(Duration.ofMinutes(2));
            assertRefused(ErrorCode.NO_PREVIEW, () -> thumbnail("beach.png"));
            assertThat(renderings).hasValue(2);
        }

        @Test
        void leavesNoFile() throws Exception {
            renderer = (image, type, variant, target) -> {
                Files.writeString(target, "half");
                return new PreviewVerdict.NotPossible("It is broken.");
            };
            assertRefused(ErrorCode.NO_PREVIEW, () -> thumbnail("beach.png"));
            assertThat(cached()).isEmpty();
        }

        @Test
        void isTriedAgainAtOnceAfterAFault() throws Exception {
            renderer = (image, type, variant, target) -> {
                throw new IOException("a bad disk");
            };
            assertThatThrownBy(() -> thumbnail("beach.png")).hasMessage("a bad disk");
            renderer = VariantsTest.this::draw;
            assertThat(thumbnail("beach.png")).isEqualTo("thumbnail");
        }
    }

    @Nested
    class Tidying {
        @Test
        void removesTheVariantsOfAnImageThatIsGoneForGood() throws Exception {
            thumbnail("beach.png");
            deleteForever(CURATOR, "beach.png");
            assertThat(cached()).isEmpty();
        }

        @Test
        void removesWhatIsOfNoImageAndWhatWasLeftHalfMade() throws Exception {
            thumbnail("beach.png");
            Files.writeString(store.thumbnails().resolve("0".repeat(64) + "-thumbnail.jpg"), "of nobody");
            Files.writeString(store.thumbnails().resolve("something else"), "strange");
            Path old = Files.writeString(store.thumbnails().resolve(".making-old"), "half");
            Path fresh = Files.writeString(store.thumbnails().resolve(".making-fresh"), "half");
            Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
            Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
            parts.housekeeping().round();
            assertThat(cached())
                    .containsExactlyInAnyOrder(
                            fresh, store.thumbnails().resolve(digest(ONE).hex() + "-thumbnail.jpg"));
        }

        @Test
        void keepsWhatWasOfUseLastWhereThereIsTooMuch() throws Exception {
            reopen(LibrarySettings.defaults().withThumbnailCache(2L * "thumbnail".length()));
            save(ALICE, "two.png", TWO);
            save(ALICE, "three.png", THREE);
            thumbnail("beach.png");
            clock.advance(Duration.ofHours(2));
            thumbnail("two.png");
            clock.advance(Duration.ofHours(2));
            thumbnail("beach.png");
            thumbnail("three.png");
            awaitFiles(2);
            int before = renderings.get();
            thumbnail("beach.png");
            thumbnail("three.png");
            assertThat(renderings).hasValue(before);
            thumbnail("two.png");
            assertThat(renderings).hasValue(before + 1);
        }

        private void awaitFiles(int count) throws IOException {
            long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (cached().size() > count && System.nanoTime() < limit) {
                Thread.onSpinWait();
            }
            assertThat(cached()).hasSize(count);
        }
    }
}
