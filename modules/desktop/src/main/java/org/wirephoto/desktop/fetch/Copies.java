package org.wirephoto.desktop.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;

/**
 * Copies of images for other programs, under the images' own names, checked against their digests. They stay until
 * there are too many, the oldest go first, and all go with the program. Safe for any thread.
 */
final class Copies {
    private static final long MOST_BYTES = 1L << 30;

    private final Session session;
    private final TemporaryFiles files;
    private final Map<Key, Path> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Object> locks = new HashMap<>();
    private long bytes;

    Copies(Session session, TemporaryFiles files) {
        this.session = session;
        this.files = files;
    }

    private record Key(Digest digest, ImageName name) {
        static Key of(RemoteImage image) {
            return new Key(image.attributes().digest(), image.name());
        }
    }

    /** The copy of an image, fetched if there is none. Blocks. */
    Path of(RemoteImage image) throws IOException {
        Key key = Key.of(image);
        Object lock;
        synchronized (this) {
            lock = locks.computeIfAbsent(key, _ -> new Object());
        }
        synchronized (lock) { // one fetch for all who want it
            Optional<Path> there = ready(image);
            if (there.isPresent()) {
                return there.get();
            }
            Path file = files.createFolder().resolve(image.name().text());
            FetchOptions options =
                    FetchOptions.createNew().withIfDigest(image.attributes().digest());
            session.fetch(image.name(), file, options, TransferControl.none());
            keep(key, file, image.attributes().filesize());
            return file;
        }
    }

    /** The copy of an image if there is one that nobody has changed in length. */
    synchronized Optional<Path> ready(RemoteImage image) {
        return Optional.ofNullable(known.get(Key.of(image)))
                .filter(file -> file.toFile().length() == image.attributes().filesize());
    }

    /** The copies of all these images, if all are there. */
    Optional<List<Path>> ready(List<RemoteImage> images) {
        List<Path> found =
                images.stream().map(this::ready).flatMap(Optional::stream).toList();
        return found.size() == images.size() && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private synchronized void keep(Key key, Path file, long size) throws IOException {
        known.put(key, file);
        locks.remove(key);
        bytes += size;
        var oldest = known.entrySet().iterator();
        while (bytes > MOST_BYTES && known.size() > 1) {
            Path old = oldest.next().getValue();
            oldest.remove();
            bytes -= Files.exists(old) ? Files.size(old) : 0;
            Files.deleteIfExists(old);
        }
    }
}
