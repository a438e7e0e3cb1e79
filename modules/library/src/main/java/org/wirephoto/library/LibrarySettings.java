package org.wirephoto.library;

import java.time.Duration;
import org.wirephoto.protocol.Limits;

/**
 * What a library may hold, and for how long. Change single values with the {@code with…} methods.
 *
 * @param maxFilesize the largest image in bytes, at least 1
 * @param quota how many bytes all live images together may have, at least 1
 * @param diskReserve how many bytes of the disk are left free
 * @param eventHistory how many events are remembered, at least 1
 * @param uploadKept how long an interrupted upload is kept
 * @param uploadsPerKey how many interrupted uploads are kept for one key
 * @param trashKept how long a deleted image stays in the trash
 * @param thumbnailCache how many bytes of rendered variants are kept
 */
public record LibrarySettings(
        long maxFilesize,
        long quota,
        long diskReserve,
        int eventHistory,
        Duration uploadKept,
        int uploadsPerKey,
        Duration trashKept,
        long thumbnailCache) {
    private static final long MIB = 1L << 20;

    /** Checks the ranges. */
    public LibrarySettings {
        if (maxFilesize < 1 || quota < 1 || eventHistory < 1) {
            throw new IllegalArgumentException(
                    "maxFilesize " + maxFilesize + ", quota " + quota + ", eventHistory " + eventHistory);
        }
        if (diskReserve < 0 || uploadsPerKey < 0 || thumbnailCache < 0) {
            throw new IllegalArgumentException("diskReserve " + diskReserve + ", uploadsPerKey " + uploadsPerKey
                    + ", thumbnailCache " + thumbnailCache);
        }
        if (uploadKept.isNegative() || trashKept.isNegative()) {
            throw new IllegalArgumentException("uploadKept " + uploadKept + ", trashKept " + trashKept);
        }
    }

    /** The numbers of the protocol's page, no quota, 64 MiB of the disk left free and 512 MiB of variants. */
    public static LibrarySettings defaults() {
        return new LibrarySettings(
                Limits.FILESIZE,
                Long.MAX_VALUE,
                64 * MIB,
                Limits.EVENT_HISTORY,
                Limits.UPLOAD_KEPT,
                Limits.UPLOADS_PER_KEY,
                Limits.TRASH_KEPT,
                512 * MIB);
    }

    /** These settings with another {@link #maxFilesize}. */
    public LibrarySettings withMaxFilesize(long bytes) {
        return new LibrarySettings(
                bytes, quota, diskReserve, eventHistory, uploadKept, uploadsPerKey, trashKept, thumbnailCache);
    }

    /** These settings with another {@link #quota}. */
    public LibrarySettings withQuota(long bytes) {
        return new LibrarySettings(
                maxFilesize, bytes, diskReserve, eventHistory, uploadKept, uploadsPerKey, trashKept, thumbnailCache);
    }

    /** These settings with another {@link #diskReserve}. */
    public LibrarySettings withDiskReserve(long bytes) {
        return new LibrarySettings(
                maxFilesize, quota, bytes, eventHistory, uploadKept, uploadsPerKey, trashKept, thumbnailCache);
    }

    /** These settings with another {@link #eventHistory}. */
    public LibrarySettings withEventHistory(int events) {
        return new LibrarySettings(
                maxFilesize, quota, diskReserve, events, uploadKept, uploadsPerKey, trashKept, thumbnailCache);
    }

    /** These settings with another {@link #uploadKept} and {@link #uploadsPerKey}. */
    public LibrarySettings withUploads(Duration kept, int perKey) {
        return new LibrarySettings(
                maxFilesize, quota, diskReserve, eventHistory, kept, perKey, trashKept, thumbnailCache);
    }

    /** These settings with another {@link #trashKept}. */
    public LibrarySettings withTrashKept(Duration kept) {
        return new LibrarySettings(
                maxFilesize, quota, diskReserve, eventHistory, uploadKept, uploadsPerKey, kept, thumbnailCache);
    }

    /** These settings with another {@link #thumbnailCache}. */
    public LibrarySettings withThumbnailCache(long bytes) {
        return new LibrarySettings(
                maxFilesize, quota, diskReserve, eventHistory, uploadKept, uploadsPerKey, trashKept, bytes);
    }
}
