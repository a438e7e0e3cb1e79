package org.wirephoto.client;

import java.time.Instant;
import java.util.Optional;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;

/**
 * An image that a server keeps. Its sender's label is as the server sent it: pass it through {@link org.wirephoto.protocol.PeerText}
 * before it reaches a terminal.
 *
 * @param name its name, in the spelling that is stored
 * @param attributes what it is
 * @param deleted when it went to the trash; empty for a live image
 */
public record RemoteImage(ImageName name, ImageAttributes attributes, Optional<Instant> deleted) {}
