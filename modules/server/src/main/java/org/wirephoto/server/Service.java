package org.wirephoto.server;

import org.wirephoto.library.ImageLibrary;

/**
 * What all connections of a server share.
 *
 * @param name what the server is called, for people
 * @param library where the images are, and every rule about them
 * @param door decides who may come in
 * @param timings how long to wait for what
 */
record Service(String name, ImageLibrary library, Doorkeeper door, Timings timings) {}
