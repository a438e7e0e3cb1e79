package org.wirephoto.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.SaveReceipt;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** Sends one image after another and tells what became of each. Safe for several threads. */
final class Sender {
    /** A name may need another ending, and then turn out to be taken. */
    private static final int MOST_NAMES = 4;

    private static final Set<ErrorCode> FIXABLE = Set.of(
            ErrorCode.NAME_INVALID,
            ErrorCode.EXTENSION_MISSING,
            ErrorCode.EXTENSION_MISMATCH,
            ErrorCode.ALREADY_EXISTS);

    /**
     * On what terms images are sent.
     *
     * @param replace whether an image of the name is replaced
     * @param fixName whether names that the server suggests are taken
     */
    record Terms(boolean replace, boolean fixName) {}

    private final WirephotoClient client;
    private final Session session;
    private final Terms terms;
    private final Reporter reporter;
    private final AtomicLong sentImages = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();

    Sender(WirephotoClient client, Session session, Terms terms, Reporter reporter) {
        this.client = client;
        this.session = session;
        this.terms = terms;
        this.reporter = reporter;
    }

    /** How many images the server has now. */
    long sentImages() {
        return sentImages.get();
    }

    /** How many bytes these have. */
    long sentBytes() {
        return sentBytes.get();
    }

    /** Sends a file. */
    ExitCode send(LocalImage image, String name, ProgressBars bars, boolean json) {
        Attempt attempt = attempt(image.label(), name);
        try (ProgressBars.Bar bar = bars.begin(Wording.safe(image.label()))) {
            tell(image.label(), image.name(), save(image, name, control(bar)), json);
            return ExitCode.OK;
        } catch (RefusedException e) {
            return reporter.report(Failure.of(attempt, e), Optional.of(image.label()));
        } catch (IOException e) {
            return reporter.report(Failure.of(e), Optional.of(image.label()));
        }
    }

    /** Sends all of a stream. */
    ExitCode sendInput(InputStream in, String name, boolean json) throws IOException {
        try (Screen.Progress progress = session.screen().progress(1, OptionalLong.empty());
                ProgressBars.Bar bar = progress.bars().begin(Wording.safe(name))) {
            tell(name, name, client.save(in, name, options(), control(bar)), json);
            return ExitCode.OK;
        } catch (RefusedException e) {
            return reporter.report(Failure.of(attempt(name, name), e), Optional.of(name));
        }
    }

    private Attempt attempt(String label, String name) {
        return Attempt.of(Action.SEND, label)
                .withTarget(name)
                .withMaxFilesize(client.serverInfo().maxFilesize());
    }

    private SaveReceipt save(LocalImage image, String name, TransferControl control)
            throws IOException, RefusedException {
        String next = name;
        for (int tried = 1; ; tried++) {
            try {
                return client.save(image.file(), next, options(), control);
            } catch (RefusedException e) {
                Optional<String> other = terms.fixName() && tried < MOST_NAMES ? otherName(next, e) : Optional.empty();
                if (other.isEmpty()) {
                    throw e;
                }
                next = other.get();
            }
        }
    }

    /** What to call an image instead; without an ending any one will do, as the server then names the right one. */
    private static Optional<String> otherName(String name, RefusedException e) {
        if (e.errorCode().filter(FIXABLE::contains).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> suggested = e.suggestion().map(ImageName::text);
        return suggested.isEmpty()
                        && e.errorCode()
                                .filter(ErrorCode.EXTENSION_MISSING::equals)
                                .isPresent()
                ? Optional.of(name.strip() + "." + ImageType.PNG.extensions().getFirst())
                : suggested;
    }

    private SaveOptions options() {
        return terms.replace() ? SaveOptions.replacing() : SaveOptions.createNew();
    }

    private TransferControl control(ProgressBars.Bar bar) {
        return new TransferControl(bar, session.interruption().cancellation());
    }

    private void tell(String label, String ownName, SaveReceipt receipt, boolean json) {
        long size = receipt.image().attributes().filesize();
        sentImages.incrementAndGet();
        sentBytes.addAndGet(size);
        session.screen().say(json ? json(label, receipt) : text(label, ownName, receipt));
    }

    private static String text(String label, String ownName, SaveReceipt receipt) {
        String stored = receipt.image().name().text();
        String as = stored.equals(ownName) ? "" : " as " + Wording.safe(stored);
        String had = receipt.sent() == 0 ? "; the server had its bytes already" : "";
        return "Sent " + Wording.safe(label) + as + " ("
                + Wording.size(receipt.image().attributes().filesize()) + had + ").";
    }

    private static String json(String label, SaveReceipt receipt) {
        return Json.object((JsonGenerator json) -> {
            json.writeStringField("file", label);
            json.writeNumberField("sent", receipt.sent());
            Json.imageFields(json, receipt.image());
        });
    }
}
