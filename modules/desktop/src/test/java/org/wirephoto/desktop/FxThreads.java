package org.wirephoto.desktop;

import org.wirephoto.desktop.session.UiThread;

/** The UI thread of the program, for tests of other packages. */
public final class FxThreads {
    private FxThreads() {}

    /** JavaFX's own. */
    public static UiThread ui() {
        return new FxThread();
    }
}
