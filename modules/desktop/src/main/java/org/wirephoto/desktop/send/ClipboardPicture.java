package org.wirephoto.desktop.send;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.protocol.ErrorCode;

/** Makes files of what is in the clipboard, so that it can be sent. On the UI thread. */
public final class ClipboardPicture {
    private static final double MOST_PIXELS = 200_000_000;

    private static final Trouble TOO_LARGE = new Trouble(
            Trouble.Kind.REFUSED,
            Optional.of(ErrorCode.IMAGE_TOO_LARGE),
            "The picture in the clipboard has too many pixels to be sent.",
            Optional.empty());

    private final Work work;
    private final TemporaryFiles files;
    private final Clock clock;

    /** Writes into temporary files, called after the time of a clock. */
    public ClipboardPicture(Work work, TemporaryFiles files, Clock clock) {
        this.work = work;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Hands over the files that were copied, or a file of the picture that was.
     *
     * @return whether there was one or the other
     */
    public boolean take(Clipboard clipboard, Consumer<List<Path>> done, Consumer<Trouble> failed) {
        Optional<List<Path>> copied = Drops.files(clipboard);
        if (copied.isPresent()) {
            done.accept(copied.get());
            return true;
        }
        Optional<Image> image = Optional.ofNullable(clipboard.getImage());
        image.ifPresent(picture -> write(picture, done, failed));
        return image.isPresent();
    }

    /** Writes a picture into a file of its own. */
    void write(Image picture, Consumer<List<Path>> done, Consumer<Trouble> failed) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (picture.getWidth() * picture.getHeight() <= MOST_PIXELS) {
            work.start(() -> List.of(Pasted.file(new FxPixels(picture), now, files)), done, failed);
        } else {
            failed.accept(TOO_LARGE);
        }
    }
}
