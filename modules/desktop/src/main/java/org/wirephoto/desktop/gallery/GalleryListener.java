package org.wirephoto.desktop.gallery;

import java.util.List;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ImageName;

/** Hears what happens at a server, after the gallery shows it. On the UI thread. */
public interface GalleryListener {
    /** Images were saved or deleted, by whomever; each list may be empty. */
    void changed(List<RemoteImage> saved, List<ImageName> deleted);

    /** The server will not be followed any more. */
    void lost(Trouble trouble);
}
