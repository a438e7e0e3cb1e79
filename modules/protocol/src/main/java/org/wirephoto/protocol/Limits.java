package org.wirephoto.protocol;

import java.time.Duration;

/**
 * The numbers of the protocol, version 1. Only {@link #LINE_BYTES}, {@link #NAME_BYTES},
 * {@link #LABEL_BYTES} and {@link #PIXELS} are fixed; the others are what a server uses unless it was told otherwise.
 */
public final class Limits {
    /** The port that a server listens on, unless it was given another. */
    public static final int PORT = 9999;
    /** The longest line, in bytes, with its line feed. */
    public static final int LINE_BYTES = 4096;
    /** The longest image name, in bytes of UTF-8. */
    public static final int NAME_BYTES = 255;
    /** The longest label of a key and the longest name of a server, in bytes of UTF-8. */
    public static final int LABEL_BYTES = 255;
    /** The most pixels that an image may have. */
    public static final long PIXELS = 268_435_456L;
    /** The largest image, in bytes. */
    public static final long FILESIZE = 268_435_456L;
    /** The most images on one page of a list. */
    public static final int PAGE = 1000;
    /** How many events a server remembers. */
    public static final int EVENT_HISTORY = 10_000;
    /** How long a connection may be silent while no reply is owed. */
    public static final Duration IDLE = Duration.ofMinutes(5);
    /** How long a server that wants keys waits for a good hello. */
    public static final Duration HELLO = Duration.ofSeconds(30);
    /** How long a watcher waits, at most, for a sign of life. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** How long a peer may stay below {@link #SLOWEST_BYTES_PER_SECOND}, or leave a reply unread. */
    public static final Duration STALL = Duration.ofSeconds(30);
    /** The slowest rate at which a line or a body may come, in bytes a second. */
    public static final int SLOWEST_BYTES_PER_SECOND = 1024;
    /** How long a server goes on reading, and dropping, input after it ended its output. */
    public static final Duration LINGER = Duration.ofSeconds(2);
    /** How long an interrupted upload is kept. */
    public static final Duration UPLOAD_KEPT = Duration.ofHours(24);
    /** How many interrupted uploads are kept for one key. */
    public static final int UPLOADS_PER_KEY = 16;
    /** After how long without a byte another connection may take an upload over. */
    public static final Duration UPLOAD_LEASE = Duration.ofSeconds(5);
    /** How long a deleted image stays in the trash. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);
    /** How long a client waits for a reply. */
    public static final Duration REPLY_WAIT = Duration.ofSeconds(120);

    private Limits() {}
}
