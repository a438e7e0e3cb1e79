package org.wirephoto.desktop;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.wirephoto.desktop.gallery.GalleryState;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.viewer.ViewerState;

/**
 * What {@code --measure} does: shows the gallery, scrolls through it, looks at a picture, says how long each step
 * took, a line each, and ends the program. On the UI thread.
 */
final class Measurement {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int FRAMES = 240;
    private static final long LATE_NANOS = 50_000_000;
    private static final int FAILED = 1;
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream out;
    private final Instant started;

    Measurement(PrintStream out) {
        this.out = out;
        this.started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    private void tell(String what, Duration time) {
        out.println(String.format(Locale.ROOT, "%-28s %6d ms", what, time.toMillis()));
    }

    void windowShown() {
        tell("window after", Duration.between(started, Instant.now()));
    }

    /** What keeps the gallery from being seen is a failure. */
    void failed(Trouble trouble) {
        out.println("failed: " + trouble.sentence());
        // Not from here: the end of the program waits for this thread.
        Thread.ofPlatform().name("wirephoto-failed").start(() -> System.exit(FAILED));
    }

    void connected(GalleryScene scene) {
        Instant connected = Instant.now();
        when(
                () -> !scene.model().images().isEmpty(),
                () -> tell("gallery after connecting", Duration.between(connected, Instant.now())));
        when(() -> !scene.model().images().isEmpty() && scene.pictures().inFlight() == 0, () -> {
            tell("thumbnails after connecting", Duration.between(connected, Instant.now()));
            tell("thumbnails after", Duration.between(started, Instant.now()));
            listed(scene, connected);
        });
    }

    private void listed(GalleryScene scene, Instant connected) {
        when(() -> scene.model().stateProperty().get() instanceof GalleryState.Listed, () -> {
            out.println("images " + scene.model().images().size());
            out.println("thumbnails " + scene.pictures().delivered());
            tell("listed after connecting", Duration.between(connected, Instant.now()));
            scroll(scene);
        });
    }

    /** Goes through the whole gallery, a bit further each frame, and takes the time between frames. */
    private void scroll(GalleryScene scene) {
        long[] frames = new long[FRAMES];
        new AnimationTimer() {
            private int frame = -1;
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (frame >= 0) {
                    frames[frame] = time - last;
                }
                last = time;
                frame++;
                if (frame == FRAMES) {
                    stop();
                    scrolled(scene, frames);
                } else {
                    scene.page().scrollTo((int) ((long) scene.model().images().size() * frame / FRAMES));
                }
            }
        }.start();
    }

    private void scrolled(GalleryScene scene, long[] frames) {
        Arrays.sort(frames);
        out.println(String.format(
                Locale.ROOT,
                "frames while scrolling: median %.1f ms, 95 of 100 within %.1f ms, worst %.1f ms, %d of %d over 50 ms",
                frames[FRAMES / 2] / 1e6,
                frames[FRAMES * 95 / 100] / 1e6,
                frames[FRAMES - 1] / 1e6,
                Arrays.stream(frames).filter(frame -> frame > LATE_NANOS).count(),
                FRAMES));
        Instant opened = Instant.now();
        scene.viewer().show(scene.model().images().getFirst());
        when(() -> isSharp(scene.viewer().stateProperty().get()), () -> {
            tell("preview after opening", Duration.between(opened, Instant.now()));
            scene.viewer().close();
            when(() -> scene.pictures().inFlight() == 0, this::end);
        });
    }

    private static boolean isSharp(ViewerState<Image> state) {
        return switch (state) {
            case ViewerState.Loading<Image> _ -> false;
            case ViewerState.Shown<Image> shown -> shown.sharpness() != ViewerState.Sharpness.THUMBNAIL;
            case ViewerState.NoPicture<Image> _, ViewerState.Failed<Image> _ -> true;
        };
    }

    private void end() {
        Runtime runtime = Runtime.getRuntime();
        out.println("heap in use " + (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE + " MB, of "
                + runtime.totalMemory() / MEGABYTE + " MB taken and " + runtime.maxMemory() / MEGABYTE + " MB at most");
        ProcessHandle.current().info().totalCpuDuration().ifPresent(time -> tell("processor time", time));
        tell("all after", Duration.between(started, Instant.now()));
        Platform.exit();
    }

    /** Looks once a frame, so that what is waited for has been drawn. */
    private void when(BooleanSupplier condition, Runnable then) {
        Instant end = Instant.now().plus(LIMIT);
        new AnimationTimer() {
            private @Nullable Runnable next = then;

            @Override
            public void handle(long now) {
                Runnable due = next;
                if (due != null && condition.getAsBoolean()) {
                    next = null;
                    stop();
                    due.run();
                } else if (due != null && Instant.now().isAfter(end)) {
                    next = null;
                    stop();
                    out.println("failed: nothing came in " + LIMIT.toSeconds() + " seconds");
                    Thread.ofPlatform().name("wirephoto-failed").start(() -> System.exit(FAILED));
                }
            }
        }.start();
    }
}
