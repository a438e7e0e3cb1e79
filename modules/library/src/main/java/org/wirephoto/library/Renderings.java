package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.media.PreviewVerdict;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.BlobStore;

/**
 * Makes renderings into the cache. Whoever asks for one that is being made waits for it; one that could not be made is
 * not tried again for a while, since trying is what costs most.
 */
final class Renderings {
    private static final Logger LOG = LogManager.getLogger(Renderings.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(100);
    private static final Duration REFUSAL_KEPT = Duration.ofMinutes(1);
    private static final int REFUSALS_KEPT = 1000;

    private final VariantCache cache;
    private final BlobStore blobs;
    private final Renderer renderer;
    private final Clock clock;
    private final Map<Key, CompletableFuture<Boolean>> flights = new ConcurrentHashMap<>();
    private final Map<Key, Instant> refused = Collections.synchronizedMap(new LastFew());

    Renderings(VariantCache cache, BlobStore blobs, Renderer renderer, Clock clock) {
        this.cache = cache;
        this.blobs = blobs;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Makes a rendering, or waits for another thread that does; false where this image can't be rendered. */
    boolean make(Digest digest, ImageType type, Variant variant) throws IOException, InterruptedException {
        Key key = new Key(digest, variant);
        Instant until = refused.get(key);
        if (until != null && clock.instant().isBefore(until)) {
            return false;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            return await(other);
        }
        try {
            boolean made = cache.find(digest, variant).isPresent() || render(key, type);
            mine.complete(made);
            return made;
        } finally {
            flights.remove(key);
            mine.complete(true); // after a fault those who waited look for themselves, and try again
        }
    }

    private boolean render(Key key, ImageType type) throws IOException, InterruptedException {
        Path target = cache.temporary();
        try (Blob blob = blobs.open(key.digest())) {
            PreviewVerdict verdict = renderer.render(blob.file(), type, key.variant(), target);
            if (verdict instanceof PreviewVerdict.Made(ImageType made)) {
                cache.add(key.digest(), key.variant(), made, target);
                return true;
            }
            LOG.info("no {} of {}: {}", key.variant().wire(), key.digest(), verdict);
            refused.put(key, clock.instant().plus(REFUSAL_KEPT));
            return false;
        } finally {
            Files.deleteIfExists(target);
        }
    }

    private static boolean await(CompletableFuture<Boolean> other) throws IOException, InterruptedException {
        try {
            return other.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("a rendering took longer than " + LONGEST_WAIT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no flight is completed so", e);
        }
    }

    /** Makes one rendering; {@link org.wirephoto.media.PreviewMaker#make} is one. */
    @FunctionalInterface
    interface Renderer {
        PreviewVerdict render(Path image, ImageType type, Variant variant, Path target)
                throws IOException, InterruptedException;
    }

    private record Key(Digest digest, Variant variant) {}

    /** Forgets the oldest where there are too many. */
    private static final class LastFew extends LinkedHashMap<Key, Instant> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > REFUSALS_KEPT;
        }
    }
}
