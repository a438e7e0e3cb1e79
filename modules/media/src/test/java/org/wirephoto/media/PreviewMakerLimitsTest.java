package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.testkit.TestImages;

@Timeout(60)
class PreviewMakerLimitsTest {
    private static final long BUDGET = 64L << 20;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private final MemoryBudget budget = new MemoryBudget(BUDGET);
    private Path photo;
    private Path target;

    @BeforeEach
    void draw() throws IOException {
        photo = Files.write(folder.resolve("photo.jpg"), TestImages.photo(ImageType.JPEG, 900, 600, 1));
        target = folder.resolve("target");
    }

    @Nested
    class Budget {
        @Test
        void isGivenBackAfterEveryEnding() throws Exception {
            Path broken = Files.write(folder.resolve("broken.png"), Samples.damaged(Samples.bytes("rgb.png"), 1));
            try (PreviewMaker maker = maker(2, LONG)) {
                maker.make(photo, ImageType.JPEG, Variant.PREVIEW, target);
                maker.make(broken, ImageType.PNG, Variant.PREVIEW, target);
                maker.make(photo, ImageType.TIFF, Variant.PREVIEW, target);
            }

            assertThat(budget.free()).isEqualTo(BUDGET);
        }

        @Test
        void thatIsTakenIsWaitedForUntilTheLimit() throws Exception {
            assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            try (PreviewMaker maker = maker(1, SHORT)) {
                assertThat(maker.make(photo, ImageType.JPEG, Variant.THUMBNAIL, target))
                        .isInstanceOf(PreviewVerdict.NotPossible.class);
            }
            assertThat(budget.free()).isZero();
        }

        @Test
        void thatComesFreeIsUsedByWhoWaits() throws Exception {
            assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            try (PreviewMaker maker = maker(1, LONG);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<PreviewVerdict> waiting =
                        callers.submit(() -> maker.make(photo, ImageType.JPEG, Variant.THUMBNAIL, target));
                budget.giveBack(BUDGET);

                assertThat(waiting.get()).isEqualTo(new PreviewVerdict.Made(ImageType.JPEG));
            }
        }

        @Test
        void carriesManyCallersAtOnce() throws Exception {
            List<Callable<PreviewVerdict>> calls = new ArrayList<>();
            try (PreviewMaker maker = maker(4, LONG);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 40; i++) {
                    Path own = folder.resolve("target-" + i);
                    calls.add(() -> maker.make(photo, ImageType.JPEG, Variant.PREVIEW, own));
                }
                for (Future<PreviewVerdict> verdict : callers.invokeAll(calls)) {
                    assertThat(verdict.get()).isEqualTo(new PreviewVerdict.Made(ImageType.JPEG));
                }
            }
            assertThat(budget.free()).isEqualTo(BUDGET);
        }

        @Test
        void isNeverGivenToWhatIsLargerThanAllOfIt() throws Exception {
            Path wide = Files.write(folder.resolve("wide.webp"), Samples.webpClaiming(8000, 8000));
            try (PreviewMaker maker = maker(1, LONG)) {
                assertThat(maker.make(wide, ImageType.WEBP, Variant.THUMBNAIL, target))
                        .isEqualTo(new PreviewVerdict.NotPossible(NoPreviewException.TOO_LARGE));
            }
        }
    }

    @Nested
    class Time {
        @Test
        void thatIsOverEndsTheDecodeToo() throws Exception {
            Path slow = LargeImages.png(folder.resolve("slow.png"), 16_000, 16_000);
            try (PreviewMaker maker = maker(1, SHORT)) {
                long start = System.nanoTime();
                PreviewVerdict verdict = maker.make(slow, ImageType.PNG, Variant.THUMBNAIL, target);

                assertThat(verdict).isEqualTo(new PreviewVerdict.NotPossible(NoPreviewException.TOO_SLOW));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
                assertThat(target).doesNotExist();
                // Its turn and its memory come back, though nothing could kill it.
                assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            }
        }

        @Test
        void isOneForTheTurnAndTheDrawing() throws Exception {
            assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            try (PreviewMaker maker = maker(1, SHORT);
                    ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<PreviewVerdict>> calls = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    calls.add(() -> maker.make(photo, ImageType.JPEG, Variant.THUMBNAIL, target));
                }
                // One after another would take 18 s.
                long start = System.nanoTime();
                for (Future<PreviewVerdict> verdict : callers.invokeAll(calls)) {
                    assertThat(verdict.get()).isInstanceOf(PreviewVerdict.NotPossible.class);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Nested
    class Interruption {
        @Test
        void ofACallerEndsItsWait() throws Exception {
            assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            CountDownLatch interrupted = new CountDownLatch(1);
            try (PreviewMaker maker = maker(1, LONG)) {
                Thread caller = Thread.ofVirtual().start(() -> {
                    try {
                        maker.make(photo, ImageType.JPEG, Variant.THUMBNAIL, target);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                caller.interrupt();

                assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void byClosingEndsWhatWaitsForMemory() throws Exception {
            assertThat(budget.take(BUDGET, new Stop(LONG))).isTrue();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                PreviewMaker maker = maker(1, LONG);
                Future<PreviewVerdict> waiting =
                        callers.submit(() -> maker.make(photo, ImageType.JPEG, Variant.THUMBNAIL, target));
                long start = System.nanoTime();
                maker.close();

                assertThat(waiting).failsWithin(Duration.ofSeconds(10));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    private PreviewMaker maker(int threads, Duration limit) {
        return new PreviewMaker(new PreviewSettings(threads, BUDGET, limit), budget);
    }
}
