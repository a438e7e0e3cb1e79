package org.wirephoto.storage;

/**
 * How much is stored. Bytes are counted once a row, also where two rows share one blob.
 *
 * @param images how many images are live
 * @param bytes the sum of their sizes
 * @param trashed how many images are in the trash
 * @param trashedBytes the sum of their sizes
 */
public record Usage(long images, long bytes, long trashed, long trashedBytes) {
    /** Of a store that has nothing. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);
}
