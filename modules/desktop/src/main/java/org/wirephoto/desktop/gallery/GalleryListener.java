package org.wirephoto.desktop.gallery;

import org.wirephoto.desktop.session.Trouble;

/** Hears what happens at a server, after the gallery shows it. On the UI thread. */
public interface GalleryListener {
    /** Images were saved, deleted or renamed, by whomever. */
    void changed(Happened happened);

    /** The server will not be followed any more. */
    void lost(Trouble trouble);
}
