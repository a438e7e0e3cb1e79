package org.wirephoto.desktop.transfers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.protocol.ErrorCode;

/** What the panel says of transfers. */
final class TransferWords {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final Texts texts;
    private final Wording wording;

    TransferWords(Texts texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
    }

    /** How one gets on, in a line. */
    String detail(Transfer transfer) {
        return switch (transfer.state()) {
            case WAITING ->
                texts.text("transfers.waiting", wording.size(transfer.task().size()));
            case RUNNING -> running(transfer);
            case PAUSED -> texts.text("transfers.paused", moved(transfer));
            case OFFLINE -> texts.text("transfers.offline");
            case TAKEN -> texts.text(taken(transfer));
            case FAILED -> transfer.trouble().map(this::sentence).orElse("");
            case CANCELLED -> texts.text("transfers.cancelled");
            case DONE -> done(transfer);
        };
    }

    private static String taken(Transfer transfer) {
        if (!isSend(transfer)) {
            return "transfers.taken.folder";
        }
        boolean changed = transfer.trouble()
                .flatMap(Trouble::code)
                .filter(ErrorCode.CHANGED::equals)
                .isPresent();
        return changed ? "transfers.taken.changed" : "transfers.taken.server";
    }

    private String sentence(Trouble trouble) {
        return texts.sentence(trouble);
    }

    private String done(Transfer transfer) {
        return transfer.result()
                .map(result -> switch (result) {
                    case TransferResult.Sent _ ->
                        texts.text(
                                "transfers.sent", wording.size(transfer.task().size()));
                    case TransferResult.Fetched(Path file) ->
                        texts.text("transfers.fetched", Wording.safe(String.valueOf(file.getParent())));
                })
                .orElse("");
    }

    private String moved(Transfer transfer) {
        return texts.text(
                "transfers.moved",
                wording.size(transfer.doneProperty().get()),
                wording.size(transfer.task().size()));
    }

    private String running(Transfer transfer) {
        List<String> parts = new ArrayList<>(List.of(moved(transfer)));
        double speed = transfer.speedProperty().get();
        if (speed >= 1) {
            parts.add(texts.text("transfers.speed", wording.size((long) speed)));
        }
        transfer.timeLeft().ifPresent(left -> parts.add(left(left)));
        return String.join(" \u00b7 ", parts);
    }

    /** How all get on, in a line. */
    String all(Overview overview) {
        int active = overview.active();
        if (active == 0) {
            return texts.text("transfers.idle", overview.count(TransferState.DONE));
        }
        List<String> parts = new ArrayList<>(List.of(texts.text("transfers.active", active)));
        if (overview.bytesPerSecond() >= 1) {
            parts.add(texts.text("transfers.speed", wording.size((long) overview.bytesPerSecond())));
        }
        overview.timeLeft().ifPresent(left -> parts.add(left(left)));
        return String.join(" \u00b7 ", parts);
    }

    private String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < MINUTE) {
            return texts.text("transfers.left.seconds", seconds);
        }
        return seconds < HOUR
                ? texts.text("transfers.left.minutes", (seconds + MINUTE - 1) / MINUTE)
                : texts.text("transfers.left.hours", (seconds + HOUR / 2) / HOUR);
    }

    static boolean isSend(Transfer transfer) {
        return transfer.task() instanceof SendTask;
    }
}
