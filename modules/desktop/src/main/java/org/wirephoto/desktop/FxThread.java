package org.wirephoto.desktop;

import javafx.application.Platform;
import org.wirephoto.desktop.session.UiThread;

/** JavaFX's thread: nobody else calls {@link Platform#runLater}. */
final class FxThread implements UiThread {
    @Override
    public void run(Runnable change) {
        Platform.runLater(change);
    }
}
