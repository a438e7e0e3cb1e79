package org.wirephoto.desktop.connect;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import org.wirephoto.desktop.text.Texts;

/** Watches over the connection of one session, and shows how it stands. On the UI thread. */
public final class Link implements AutoCloseable {
    private final LinkModel model;
    private final LinkBar bar;
    private final BooleanBinding up;

    Link(LinkModel model, Texts texts, Runnable leave) {
        this.model = model;
        this.bar = new LinkBar(model, texts, leave);
        this.up = Bindings.createBooleanBinding(() -> model.state().get() instanceof LinkState.Up, model.state());
    }

    /** A bar that is there while the connection is lost. */
    public Node bar() {
        return bar;
    }

    /** Whether the server answers. */
    public BooleanBinding up() {
        return up;
    }

    /** Asks the server at once whether it is there. */
    public void check() {
        model.check();
    }

    /** Watches no more. */
    @Override
    public void close() {
        model.close();
    }
}
