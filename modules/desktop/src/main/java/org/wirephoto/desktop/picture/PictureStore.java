package org.wirephoto.desktop.picture;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Variant;

/**
 * Renderings of one server's images: those in memory at once, those on the disk or at the server in a while. What a
 * person looks at alone comes first, the others as they were asked for; what nobody waits for any more is not fetched.
 * Confined to the UI thread.
 *
 * @param <P> what a decoded picture is
 */
public final class PictureStore<P> {
    private static final int LARGEST = 8_000_000;
    private static final int MOST_WITHOUT = 10_000;

    private final Session session;
    private final PictureFiles files;
    private final PictureDecoder<P> decoder;
    private final Work work;
    private final int atOnce;
    private final Memory<P> memory;
    private final Set<Digest> without = new HashSet<>();
    private final Map<Key, Fetch> fetches = new HashMap<>();
    private final SequencedSet<Fetch> waitingPreviews = new LinkedHashSet<>();
    private final SequencedSet<Fetch> waitingThumbnails = new LinkedHashSet<>();
    private int running;
    private long delivered;

    private record Key(Digest digest, Variant variant) {}

    /**
     * A store with nothing in memory.
     *
     * @param atOnce how many are fetched at once
     * @param bytes how much memory decoded pictures may take
     */
    public PictureStore(
            Session session, PictureFiles files, PictureDecoder<P> decoder, Work work, int atOnce, long bytes) {
        this.session = session;
        this.files = files;
        this.decoder = decoder;
        this.work = work;
        this.atOnce = atOnce;
        this.memory = new Memory<>(decoder, bytes);
    }

    /** The picture if it is known without waiting. */
    public Optional<Picture<P>> known(RemoteImage image, Variant variant) {
        if (without.contains(image.attributes().digest())) {
            return Optional.of(new Picture.None<>());
        }
        return memory.get(new Key(image.attributes().digest(), variant)).map(Picture.Ready::new);
    }

    /**
     * Asks for a picture.
     *
     * @param then hears of it once, later or at once, unless the job is cancelled
     */
    public Job request(RemoteImage image, Variant variant, Consumer<? super Picture<P>> then) {
        Optional<Picture<P>> known = known(image, variant);
        if (known.isPresent()) {
            then.accept(known.get());
            return Job.none();
        }
        Key key = new Key(image.attributes().digest(), variant);
        Fetch fetch = fetches.computeIfAbsent(key, _ -> new Fetch(key, image));
        Waiter<P> waiter = new Waiter<>(then);
        fetch.waiters.add(waiter);
        if (!fetch.started) {
            waiting(variant).add(fetch);
            startNext();
        }
        return () -> leave(fetch, waiter);
    }

    /** How many pictures somebody waits for. */
    public int inFlight() {
        return running + waitingPreviews.size() + waitingThumbnails.size();
    }

    private SequencedSet<Fetch> waiting(Variant variant) {
        return switch (variant) {
            case PREVIEW -> waitingPreviews;
            case THUMBNAIL -> waitingThumbnails;
        };
    }

    /** How many pictures came so far. */
    public long delivered() {
        return delivered;
    }

    private void leave(Fetch fetch, Waiter<P> waiter) {
        fetch.waiters.remove(waiter);
        if (!fetch.waiters.isEmpty() || fetches.get(fetch.key) != fetch) {
            return;
        }
        if (!fetch.started) {
            fetches.remove(fetch.key);
            waiting(fetch.key.variant).remove(fetch);
        } else if (fetch.key.variant == Variant.PREVIEW) {
            fetches.remove(fetch.key);
            fetch.job.cancel();
            running--;
            startNext();
        }
        // A thumbnail that is on its way is here soon and kept; to cut it off would cost a connection.
    }

    private void startNext() {
        while (running < atOnce && !(waitingPreviews.isEmpty() && waitingThumbnails.isEmpty())) {
            Fetch fetch = waitingPreviews.isEmpty() ? waitingThumbnails.removeFirst() : waitingPreviews.removeFirst();
            fetch.started = true;
            running++;
            fetch.job = work.start(
                    () -> load(fetch),
                    pixels -> {
                        delivered++;
                        memory.put(fetch.key, pixels);
                        end(fetch, new Picture.Ready<>(pixels));
                    },
                    trouble -> end(fetch, unlessWithout(fetch, trouble)));
        }
    }

    private Picture<P> unlessWithout(Fetch fetch, Trouble trouble) {
        if (trouble.code().filter(ErrorCode.NO_PREVIEW::equals).isEmpty()) {
            return new Picture.Failed<>(trouble);
        }
        if (without.size() < MOST_WITHOUT) {
            without.add(fetch.key.digest);
        }
        return new Picture.None<>();
    }

    private void end(Fetch fetch, Picture<P> picture) {
        running--;
        fetches.remove(fetch.key, fetch);
        startNext();
        fetch.waiters.forEach(waiter -> waiter.then.accept(picture));
    }

    /** On a thread of {@link Work}. */
    private P load(Fetch fetch) throws IOException {
        Digest digest = fetch.key.digest;
        Optional<byte[]> kept = files.read(digest, fetch.key.variant);
        if (kept.isPresent()) {
            try {
                return decoder.decode(kept.get());
            } catch (IOException e) {
                // A file that was damaged is fetched anew, and so mended.
                return fetch(fetch);
            }
        }
        return fetch(fetch);
    }

    private P fetch(Fetch fetch) throws IOException {
        byte[] bytes = session.rendering(fetch.image.name(), fetch.key.variant, fetch.key.digest, LARGEST);
        P pixels = decoder.decode(bytes);
        files.write(fetch.key.digest, fetch.key.variant, bytes);
        return pixels;
    }

    private record Waiter<P>(Consumer<? super Picture<P>> then) {}

    private final class Fetch {
        private final Key key;
        private final RemoteImage image;
        private final Set<Waiter<P>> waiters = new HashSet<>();
        private Job job = Job.none();
        private boolean started;

        Fetch(Key key, RemoteImage image) {
            this.key = key;
            this.image = image;
        }
    }

    /** Decoded pictures, of which those go first that were not used for longest. */
    private static final class Memory<P> {
        private final Map<Key, P> pictures = new LinkedHashMap<>(64, 0.75f, true);
        private final PictureDecoder<P> decoder;
        private final long room;
        private long used;

        Memory(PictureDecoder<P> decoder, long room) {
            this.decoder = decoder;
            this.room = room;
        }

        Optional<P> get(Key key) {
            return Optional.ofNullable(pictures.get(key));
        }

        void put(Key key, P pixels) {
            P before = pictures.put(key, pixels);
            used += decoder.weight(pixels) - (before == null ? 0 : decoder.weight(before));
            var eldest = pictures.entrySet().iterator();
            while (used > room && pictures.size() > 1) {
                used -= decoder.weight(eldest.next().getValue());
                eldest.remove();
            }
        }
    }
}
