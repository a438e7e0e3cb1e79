package org.wirephoto.storage;

/** The folder holds something of another program, or a link, where the store's own files would be. */
public final class ForeignFolderException extends DataFolderException {
    private static final long serialVersionUID = 1;

    ForeignFolderException(String message) {
        super(message);
    }
}
