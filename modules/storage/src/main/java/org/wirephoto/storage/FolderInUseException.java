package org.wirephoto.storage;

/** Another running program, or another part of this one, uses the folder. */
public final class FolderInUseException extends DataFolderException {
    private static final long serialVersionUID = 1;

    FolderInUseException(String message) {
        super(message);
    }
}
