package org.wirephoto.desktop.connect;

import javafx.css.PseudoClass;

/** Marks a field whose text can't be used. */
final class Wrong {
    static final PseudoClass PSEUDO_CLASS = PseudoClass.getPseudoClass("wrong");

    private Wrong() {}
}
