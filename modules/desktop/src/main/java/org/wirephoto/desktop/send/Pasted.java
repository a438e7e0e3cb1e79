package org.wirephoto.desktop.send;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wirephoto.desktop.transfers.TemporaryFiles;

/** Makes a file of a picture that was in the clipboard, called after the moment, as screenshots are. */
final class Pasted {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'Screenshot_'uuuu-MM-dd'_'HH-mm-ss'.png'", Locale.ROOT);

    private Pasted() {}

    /** Writes the file. Blocks. */
    static Path file(PixelFile.Pixels pixels, LocalDateTime now, TemporaryFiles files) throws IOException {
        Path file = files.createFolder().resolve(NAME.format(now));
        PixelFile.write(pixels, file);
        return file;
    }
}
