package org.wirephoto.desktop.send;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.TroubleException;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * Which names are taken at a server, asked in the background, some at a time. A server that can't be asked now decides
 * when the image is sent. Confined to the UI thread.
 */
final class Names {
    /** Long enough that not every letter is asked for, short enough to be known when the hand rests. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final int BATCH = 32;
    private static final int MOST_KNOWN = 50_000;

    private final Session session;
    private final Work work;
    private final Runnable changed;
    private final Map<ImageName, Optional<RemoteImage>> known = new HashMap<>();
    private final Set<ImageName> wanted = new LinkedHashSet<>();
    private Job next = Job.none();
    private boolean asking;

    /** Names that call {@code changed} whenever more of them are known. */
    Names(Session session, Work work, Runnable changed) {
        this.session = session;
        this.work = work;
        this.changed = changed;
    }

    /** Whether it is known whether a name is taken. */
    boolean isKnown(ImageName name) {
        return known.containsKey(name);
    }

    /** Who has a name, as far as is known. */
    Optional<RemoteImage> holder(ImageName name) {
        return known.getOrDefault(name, Optional.empty());
    }

    /** Has these asked for soon, in place of those that were wanted before. */
    void want(List<ImageName> names) {
        wanted.clear();
        names.stream().filter(name -> !known.containsKey(name)).forEach(wanted::add);
        if (!asking) {
            next.cancel();
            next = wanted.isEmpty() ? Job.none() : work.after(PAUSE, this::ask);
        }
    }

    private void ask() {
        List<ImageName> batch = wanted.stream().limit(BATCH).toList();
        if (batch.isEmpty()) {
            return;
        }
        asking = true;
        next = work.start(() -> look(batch), this::learned, _ -> asking = false);
    }

    private Map<ImageName, Optional<RemoteImage>> look(List<ImageName> batch) throws IOException {
        Map<ImageName, Optional<RemoteImage>> found = new HashMap<>();
        for (ImageName name : batch) {
            found.put(name, look(name));
        }
        return found;
    }

    private Optional<RemoteImage> look(ImageName name) throws IOException {
        try {
            return Optional.of(session.stat(name.text()));
        } catch (TroubleException e) {
            if (e.trouble().code().equals(Optional.of(ErrorCode.NOT_FOUND))) {
                return Optional.empty(); // the answer that was hoped for
            }
            throw e;
        }
    }

    private void learned(Map<ImageName, Optional<RemoteImage>> found) {
        asking = false;
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        known.putAll(found);
        new ArrayList<>(found.keySet()).forEach(wanted::remove);
        changed.run();
        if (!wanted.isEmpty() && !asking) {
            ask();
        }
    }

    /** Asks no more. */
    void close() {
        next.cancel();
        wanted.clear();
    }
}
