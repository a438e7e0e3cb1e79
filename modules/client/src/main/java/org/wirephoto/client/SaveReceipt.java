package org.wirephoto.client;

/**
 * What became of a save: the server has the image on stable storage.
 *
 * @param image the image as it is stored
 * @param sent how many of its bytes went over the wire; 0 where the server had them all already
 */
public record SaveReceipt(RemoteImage image, long sent) {}
