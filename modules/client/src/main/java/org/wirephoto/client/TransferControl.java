package org.wirephoto.client;

/**
 * How a caller looks on while an image is sent or fetched, and stops it.
 *
 * @param progress hears how it gets on
 * @param cancellation stops it
 */
public record TransferControl(ProgressListener progress, Cancellation cancellation) {
    /** Nobody looks on, and nobody stops it but by interrupting the thread. */
    public static TransferControl none() {
        return new TransferControl((done, total) -> {}, new Cancellation());
    }

    /** Looks on alone. */
    public static TransferControl of(ProgressListener progress) {
        return new TransferControl(progress, new Cancellation());
    }
}
