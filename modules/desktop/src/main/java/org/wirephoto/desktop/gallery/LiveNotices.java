package org.wirephoto.desktop.gallery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirephoto.desktop.notice.Notices;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/**
 * Tells people quietly of what happens at a server: what comes within a moment is one notice, and while one thing
 * follows another the notice counts on instead of making place for the next. On the UI thread.
 */
public final class LiveNotices {
    /** How long more is waited for before a notice. */
    static final Duration GATHER = Duration.ofMillis(600);

    /** How long nothing has to happen before counting begins afresh. */
    static final Duration SERIES = Duration.ofSeconds(6);

    private final Work work;
    private final Texts texts;
    private final Notices notices;
    private final Count saved = new Count("live.saved");
    private final Count deleted = new Count("live.deleted");
    private final Count renamed = new Count("live.renamed");
    private Job series = Job.none();
    private boolean gathering;

    /** Notices of nothing yet. */
    public LiveNotices(Work work, Texts texts, Notices notices) {
        this.work = work;
        this.texts = texts;
        this.notices = notices;
    }

    /** One thing that happens, how often it did, and to what at last. */
    private static final class Count {
        private final String key;
        private int times;
        private String last = "";

        Count(String key) {
            this.key = key;
        }

        void add(int more, String name) {
            times += more;
            last = name;
        }
    }

    /** Takes something up that happened; it is told within a moment. */
    public void changed(Happened happened) {
        if (!happened.saved().isEmpty()) {
            saved.add(happened.saved().size(), happened.saved().getLast().name().text());
        }
        if (!happened.deleted().isEmpty()) {
            deleted.add(happened.deleted().size(), happened.deleted().getLast().text());
        }
        if (!happened.renamed().isEmpty()) {
            renamed.add(
                    happened.renamed().size(),
                    happened.renamed().getLast().name().text());
        }
        series.cancel();
        series = work.after(SERIES, this::forget);
        if (!gathering) {
            gathering = true;
            work.after(GATHER, this::tell);
        }
    }

    private void tell() {
        gathering = false;
        List<String> sentences = new ArrayList<>();
        for (Count count : List.of(saved, deleted, renamed)) {
            if (count.times > 0) {
                sentences.add(texts.text(count.key, count.times, Wording.safe(count.last)));
            }
        }
        notices.quiet(String.join(" \u00b7 ", sentences));
    }

    private void forget() {
        for (Count count : List.of(saved, deleted, renamed)) {
            count.times = 0;
        }
    }
}
