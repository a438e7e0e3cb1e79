package org.wirephoto.storage;

/** A newer version of this program wrote the folder; nothing in it was touched. */
public final class NewerFormatException extends DataFolderException {
    private static final long serialVersionUID = 1;

    NewerFormatException(String message) {
        super(message);
    }
}
