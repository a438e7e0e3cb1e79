package org.wirephoto.desktop.actions;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.wirephoto.desktop.send.ClipboardPicture;
import org.wirephoto.desktop.send.Drops;
import org.wirephoto.desktop.send.SendPane;
import org.wirephoto.desktop.send.SendSheet;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.transfers.Transfers;

/** The ways into the sheet of what is to be sent: a button, a drop, the clipboard. On the UI thread. */
final class SendActions implements AutoCloseable {
    private static final String BARE = "send.bare";

    private final Session session;
    private final Transfers transfers;
    private final Around around;
    private final ClipboardPicture clipboard;
    private Optional<Open> open = Optional.empty();

    /** The sheet that is open, in its window. */
    private record Open(SendSheet sheet, SendPane pane, Stage window) {}

    SendActions(Session session, Transfers transfers, Around around) {
        this.session = session;
        this.transfers = transfers;
        this.around = around;
        this.clipboard = new ClipboardPicture(around.work(), around.files(), Clock.system(ZoneId.systemDefault()));
    }

    /** Opens the sheet, or brings it to the front, with these files in it. */
    void send(List<Path> files) {
        Open now = open.orElseGet(this::openSheet);
        open = Optional.of(now);
        now.window().toFront();
        now.pane().add(files);
    }

    private Open openSheet() {
        SendSheet sheet = new SendSheet(session, around.work(), around.files(), transfers::room);
        sheet.bareProperty().set(around.settings().flag(BARE, false));
        sheet.bareProperty().subscribe((_, bare) -> around.settings().put(BARE, bare));
        SendPane[] pane = new SendPane[1];
        Stage window = around.sheets().open(around.text("send.title"), close -> {
            pane[0] = new SendPane(sheet, around.work(), around.texts(), around.wording(), transfers::add, close);
            return pane[0];
        });
        window.setOnHidden(_ -> {
            sheet.close();
            open = Optional.empty();
        });
        return new Open(sheet, pane[0], window);
    }

    /** Sends what is in the clipboard. */
    void paste() {
        boolean found = clipboard.take(
                Clipboard.getSystemClipboard(),
                this::send,
                trouble -> around.notices().problem(around.texts().sentence(trouble)));
        if (!found) {
            around.notices().quiet(around.text("send.paste.nothing"));
        }
    }

    void acceptDrops(Node page, Node marked) {
        Drops.accept(page, marked, () -> true, board -> Drops.files(board).ifPresent(this::send));
    }

    @Override
    public void close() {
        open.ifPresent(now -> now.window().close());
    }
}
