package org.wirephoto.desktop.transfers;

import java.io.IOException;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.ImageName;

/** What one transfer does. Never changes. */
public sealed interface TransferTask permits SendTask, FetchTask {
    /** What it is called in a list: the name that the image will have. */
    String title();

    /** How many bytes there are to move; an estimate until it runs. */
    long size();

    /**
     * Does it. Blocks; may be run again after it broke off, and goes on where it was.
     *
     * @throws IOException if it did not work; what the server refuses is a
     *     {@link org.wirephoto.desktop.session.TroubleException}
     */
    TransferResult run(Session session, TransferControl control) throws IOException;

    /** The same where something is in its place and shall go. */
    TransferTask replacing();

    /** The same under another name, where something has its name and shall stay. */
    TransferTask renamed(ImageName name);

    /** The name to try next, where something has its name and shall stay. */
    ImageName nextName();

    /** Clears up what it left on this machine when it was stopped for good. Blocks. */
    default void abandon() throws IOException {}
}
