package org.wirephoto.server;

/** Where the wish to stop comes from. */
@FunctionalInterface
interface StopRequests {
    /**
     * From now on the first wish runs {@code stop}.
     *
     * @param stop begins to stop; must not block
     */
    void onFirst(Runnable stop);
}
