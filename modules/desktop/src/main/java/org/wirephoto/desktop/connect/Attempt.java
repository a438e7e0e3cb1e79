package org.wirephoto.desktop.connect;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirephoto.desktop.session.Session;

/** One try to get to a server. May be given up at any time, even when it has just succeeded: no session is left behind. */
final class Attempt implements Callable<Answer> {
    private final Callable<Answer> way;
    private boolean over;
    private @Nullable Session session;

    Attempt(Callable<Answer> way) {
        this.way = way;
    }

    @Override
    public Answer call() throws Exception {
        Answer answer = way.call();
        if (answer instanceof Answer.Connected connected && !take(connected.session())) {
            connected.session().close();
        }
        return answer;
    }

    private synchronized boolean take(Session made) {
        if (over) {
            return false;
        }
        session = made;
        return true;
    }

    /** The session belongs to whoever got the answer from now on. */
    synchronized void handOver() {
        over = true;
        session = null;
    }

    /** Gives up. Blocks while it says goodbye to a server that had let this program in. */
    void abandon() {
        Session made;
        synchronized (this) {
            over = true;
            made = session;
            session = null;
        }
        if (made != null) {
            made.close();
        }
    }
}
