package org.wirephoto.library;

import java.util.Optional;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageType;

/**
 * What the bytes of an image say by themselves, whoever saves them.
 *
 * @param filesize how many there are
 * @param type what they are
 * @param width pixels across as displayed
 * @param height pixels down as displayed
 * @param digest their SHA-256
 * @param taken the camera's time
 */
record Description(long filesize, ImageType type, int width, int height, Digest digest, Optional<CameraTime> taken) {

    static Description of(ImageAttributes stored) {
        return new Description(
                stored.filesize(), stored.type(), stored.width(), stored.height(), stored.digest(), stored.taken());
    }
}
