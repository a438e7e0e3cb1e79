package org.wirephoto.media;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Limits;

/**
 * What has to be known of an image before a pixel of it is decoded.
 *
 * @param header its sizes and orientation, checked against the limits
 * @param frame which part of it the decoder will give
 * @param profile its colour profile, where the decoder leaves that aside
 */
record Source(Header header, Frame frame, Optional<ICC_Profile> profile) {

    static Source of(Path path, ImageType type) throws IOException, NoPreviewException {
        try (FileBytes file = FileBytes.open(path)) {
            Header header = ImageInspector.headerOf(file, type);
            Frame frame = type == ImageType.GIF ? GifHeader.firstFrame(file) : Frame.whole(header);
            check(header, frame);
            if (type == ImageType.JPEG && !JpegScans.areFew(file)) {
                throw new NoPreviewException(NoPreviewException.DAMAGED);
            }
            return new Source(header, frame, type == ImageType.PNG ? PngProfile.read(file) : Optional.empty());
        } catch (DamagedException e) {
            throw new NoPreviewException(NoPreviewException.DAMAGED);
        }
    }

    private static void check(Header header, Frame frame) throws NoPreviewException {
        if (header.width() < 1 || header.height() < 1 || frame.width() < 1 || frame.height() < 1) {
            throw new NoPreviewException(NoPreviewException.DAMAGED);
        }
        if (header.pixels() > Limits.PIXELS || frame.pixels() > Limits.PIXELS) {
            throw new NoPreviewException(NoPreviewException.TOO_LARGE);
        }
    }
}
