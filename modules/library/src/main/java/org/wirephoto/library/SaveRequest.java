package org.wirephoto.library;

import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;

/**
 * A save whose name and size can be.
 *
 * @param caller whose it is
 * @param name the name that the image shall have
 * @param size how many bytes it has
 * @param digest what its bytes are said to be
 * @param replace whether an image of that name may be replaced
 * @param ifDigest what the image to replace has to be
 */
record SaveRequest(
        Caller caller,
        ImageName name,
        long size,
        Optional<Digest> digest,
        boolean replace,
        Optional<Digest> ifDigest) {}
