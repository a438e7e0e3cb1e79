package org.wirephoto.desktop.transfers;

import java.nio.file.Path;
import org.wirephoto.client.RemoteImage;

/** What became of a transfer that worked. */
public sealed interface TransferResult {
    /**
     * The server has the image.
     *
     * @param image as it is stored
     */
    record Sent(RemoteImage image) implements TransferResult {}

    /**
     * The image is on this machine, checked against its digest.
     *
     * @param file where
     */
    record Fetched(Path file) implements TransferResult {}
}
