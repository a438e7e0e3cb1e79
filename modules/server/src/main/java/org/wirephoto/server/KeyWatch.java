package org.wirephoto.server;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Knows which keys there are while a server runs: reads {@code access-keys} again when it changes. What an editor has
 * half written is not taken: a change counts once two looks in a row find the same. Used by any number of threads.
 */
final class KeyWatch implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(KeyWatch.class);
    private static final byte[] MISSING = new byte[0];

    private final KeyFile file;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile KeyList current = KeyList.NONE;
    // What follows is guarded by this object's monitor: a look reads one small file, and never waits for a peer.
    private byte[] taken = MISSING;
    private byte[] seen = MISSING;
    private String trouble = "";
    private boolean tooWide;

    private KeyWatch(KeyFile file) {
        this.file = file;
    }

    /**
     * Reads the file and begins to look after it.
     *
     * @param pause how long between two looks
     * @throws FailureException if it can't be read: then nobody knows whom to admit
     */
    static KeyWatch start(KeyFile file, Duration pause) throws FailureException {
        KeyWatch watch = new KeyWatch(file);
        try {
            watch.take(file.bytes().orElse(MISSING));
            watch.warnOfRights();
        } catch (IOException e) {
            throw new FailureException(
                    ExitCode.DATA_FOLDER, file.path() + " can't be read: " + DataFolder.reason(e) + ".", e);
        }
        Thread.ofPlatform().daemon().name("access-keys").start(() -> watch.run(pause));
        return watch;
    }

    /** The keys that count now. */
    KeyList current() {
        return current;
    }

    /** From now on {@code changed} is called when the keys have become others; it must not block. */
    void onChange(Runnable changed) {
        listeners.add(changed);
    }

    private void run(Duration pause) {
        try {
            while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("Interrupted: changes of {} are no longer read", file.path(), e);
        }
    }

    /** Looks once. */
    void look() {
        try {
            read(false);
        } catch (RuntimeException e) {
            LOG.error("Changes of {} could not be taken: the keys stay as they were", file.path(), e);
        }
    }

    /** Reads the file at once: whoever calls this knows that it is whole. */
    void reload() {
        read(true);
    }

    private synchronized void read(boolean whole) {
        try {
            byte[] now = file.bytes().orElse(MISSING);
            trouble = "";
            boolean settled = whole || Arrays.equals(now, seen);
            seen = now;
            if (settled && !Arrays.equals(now, taken)) {
                KeyList before = current;
                take(now);
                listeners.forEach(Runnable::run); // first: whatever fails below, revoked keys are out
                AuditTrail.changed(before, current);
                LOG.info(
                        "{} has changed: {} keys now",
                        file.path(),
                        current.entries().size());
            }
            warnOfRights();
        } catch (IOException e) {
            complain(e);
        }
    }

    /** Once, and not at every look. */
    private void complain(IOException fault) {
        String sentence = DataFolder.reason(fault);
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            LOG.error("{} can't be read, so the last keys stay: {}", file.path(), sentence);
        }
    }

    private void take(byte[] bytes) {
        KeyList list = KeyList.parse(bytes);
        for (KeyList.Fault fault : list.faults()) {
            LOG.warn("Line {} of {} admits nobody: {}", fault.number(), file.path(), fault.reason());
        }
        taken = bytes;
        seen = bytes;
        current = list;
    }

    /** Once, and not at every look. */
    private synchronized void warnOfRights() {
        try {
            boolean before = tooWide;
            tooWide = Files.exists(file.path()) && OwnerFiles.isOpenToOthers(file.path());
            if (tooWide && !before) {
                LOG.warn(
                        "Others than its owner may read or write {}, which has to be its owner's alone: chmod 600 {}",
                        file.path(),
                        file.path());
            }
        } catch (IOException e) {
            LOG.debug("The rights of {} can't be read", file.path(), e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
