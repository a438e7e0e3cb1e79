package org.wirephoto.desktop.transfers;

/** Where a transfer is. */
public enum TransferState {
    /** It runs when there is room for it. */
    WAITING,
    /** Bytes move. */
    RUNNING,
    /** A person stopped it for a while. */
    PAUSED,
    /** The server does not answer: it is tried again after a while, or as soon as the server is back. */
    OFFLINE,
    /** Something else has its name: a person decides. */
    TAKEN,
    /** It did not work. */
    FAILED,
    /** A person stopped it for good. */
    CANCELLED,
    /** It worked. */
    DONE;

    /** Whether it will go on without anybody doing anything. */
    public boolean isActive() {
        return this == WAITING || this == RUNNING || this == OFFLINE;
    }

    /** Whether nothing more will come of it unless it is tried again. */
    public boolean isOver() {
        return this == FAILED || this == CANCELLED || this == DONE;
    }
}
