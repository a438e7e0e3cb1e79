package org.wirephoto.desktop.send;

import java.util.Locale;
import org.wirephoto.desktop.send.SendItem.Status;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** What the sheet says of files and of names. */
public final class SendWords {
    private final Texts texts;
    private final Wording wording;
    private final long maxFilesize;

    SendWords(Texts texts, Wording wording, SendSheet sheet) {
        this(texts, wording, sheet.maxFilesize());
    }

    /** Words for a server that takes files up to a size. */
    public SendWords(Texts texts, Wording wording, Session session) {
        this(texts, wording, session.info().maxFilesize());
    }

    private SendWords(Texts texts, Wording wording, long maxFilesize) {
        this.texts = texts;
        this.wording = wording;
        this.maxFilesize = maxFilesize;
    }

    /** One sentence that says what is wrong, and what to do. */
    public String problem(Problem problem) {
        String key =
                "send.problem." + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.text(key, wording.size(maxFilesize), Wording.safe(problem.detail()));
    }

    String fileName(SendItem item) {
        return Wording.safe(String.valueOf(item.file().getFileName()));
    }

    String message(SendItem item, Status status) {
        return switch (status) {
            case Status.Wrong(Problem problem) -> problem(problem);
            case Status.Skipped _ -> texts.text("send.skipped");
            case Status.Ready(boolean replaces, boolean keepsMetadata) -> {
                String said = replaces ? texts.text("send.replaces") : facts(item);
                yield keepsMetadata ? said + " \u00b7 " + texts.text("send.keeps") : said;
            }
            case Status.Unchecked _ -> facts(item);
        };
    }

    private String facts(SendItem item) {
        return texts.text(
                "send.facts", item.type().map(Wording::type).orElse(""), wording.size(item.size()), fileName(item));
    }
}
