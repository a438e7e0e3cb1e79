package org.wirephoto.client;

import java.nio.file.Path;
import org.wirephoto.protocol.ImageName;

/**
 * What became of a fetch into a file.
 *
 * @param name the image's name, in the spelling that is stored
 * @param file where it is now
 * @param filesize how long the file is, in bytes
 * @param received how many of them came over the wire this time; 0 where the file was there already with the same
 *     bytes
 */
public record FetchReceipt(ImageName name, Path file, long filesize, long received) {}
