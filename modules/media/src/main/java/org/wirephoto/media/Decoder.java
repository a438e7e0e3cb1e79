package org.wirephoto.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.wirephoto.protocol.ImageType;

/** Decodes the pixels of an image that a plan asks for. */
final class Decoder {
    private final Path file;
    private final ImageType type;
    private final Stop stop;

    Decoder(Path file, ImageType type, Stop stop) {
        this.file = file;
        this.type = type;
        this.stop = stop;
    }

    BufferedImage decode(Frame frame, int step) throws IOException, NoPreviewException {
        try (DecoderInput input = new DecoderInput(file, stop)) {
            return decode(input, frame, step);
        }
    }

    private BufferedImage decode(DecoderInput input, Frame frame, int step) throws IOException, NoPreviewException {
        try {
            ImageReader reader =
                    ImageReaders.of(type, input).orElseThrow(() -> new NoPreviewException(NoPreviewException.TYPE));
            try {
                reader.addIIOReadProgressListener(new StopListener(stop));
                reader.setInput(input, true, true);
                return decode(reader, frame, step);
            } finally {
                reader.dispose();
            }
        } catch (StoppedException e) {
            throw new NoPreviewException(NoPreviewException.TOO_SLOW);
        } catch (IOException e) {
            if (input.fault().isPresent()) {
                throw e;
            }
            throw new NoPreviewException(NoPreviewException.DAMAGED);
        }
    }

    private BufferedImage decode(ImageReader reader, Frame frame, int step) throws IOException, NoPreviewException {
        if (reader.getWidth(0) != frame.width() || reader.getHeight(0) != frame.height()) {
            // Memory was set aside for what our own look at the file said.
            throw new NoPreviewException(NoPreviewException.DAMAGED);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, offset(step, frame.width()), offset(step, frame.height()));
        BufferedImage image = reader.read(0, param);
        if (stop.isDue()) {
            throw new StoppedException();
        }
        return image;
    }

    /** From the middle of each square, so that the image does not move; TwelveMonkeys' TIFF reader can't do that. */
    private int offset(int step, long side) {
        return type == ImageType.TIFF ? 0 : (int) Math.min(step / 2, side - 1);
    }
}
