package org.wirephoto.desktop.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
    private final Map<Key, Copy> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Copies(Session session, TemporaryFiles files) {
        this.session = session;
        this.files = files;
    }

    /** What one copy is enough for. */
    record Key(Digest digest, ImageName name) {
        static Key of(RemoteImage image) {
            return new Key(image.attributes().digest(), image.name());
        }
    }

    private record Copy(Path folder, Path file, long size) {
        /** Another program may have changed it. */
        boolean isWhole() throws IOException {
            return Files.exists(file) && Files.size(file) == size;
        }
    }

    /** The copy of an image, fetched if there is none that nobody has changed in length. Blocks. */
    Path of(RemoteImage image, TransferControl control) throws IOException {
        Key key = Key.of(image);
        Optional<Copy> there = known(key);
        if (there.isPresent() && there.get().isWhole()) {
            return there.get().file();
        }
        Copy made = fetch(image, control);
        keep(key, made);
        return made.file();
    }

    private Copy fetch(RemoteImage image, TransferControl control) throws IOException {
        Path folder = files.createFolder();
        boolean whole = false;
        try {
            Path file = folder.resolve(image.name().text());
            FetchOptions options =
                    FetchOptions.createNew().withIfDigest(image.attributes().digest());
            session.fetch(image.name(), file, options, control);
            whole = true;
            return new Copy(folder, file, image.attributes().filesize());
        } finally {
            if (!whole) {
                files.discard(folder);
            }
        }
    }

    private synchronized Optional<Copy> known(Key key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void keep(Key key, Copy made) {
        Copy before = known.put(key, made);
        // It stays where it is until the program ends: whoever changed it may still need it.
        bytes += made.size() - (before == null ? 0 : before.size());
        var oldest = known.values().iterator();
        while (bytes > MOST_BYTES && known.size() > 1) {
            Copy old = oldest.next();
            oldest.remove();
            bytes -= old.size();
            files.discard(old.folder());
        }
    }
}
