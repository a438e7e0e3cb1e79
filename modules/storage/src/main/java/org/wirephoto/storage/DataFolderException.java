package org.wirephoto.storage;

import java.io.IOException;

/** A folder can't be used to store images in. The message is a sentence for the person who named the folder. */
public abstract sealed class DataFolderException extends IOException
        permits FolderInUseException, NewerFormatException, ForeignFolderException {
    private static final long serialVersionUID = 1;

    DataFolderException(String message) {
        super(message);
    }
}
