package org.wirephoto.server;

import org.wirephoto.library.ImageLibrary;

/**
 * What all connections of a server share.
 *
 * @param name what the server is called, for people
 * @param library where the images are, and every rule about them
 * @param door decides who may come in
 * @param timings how long to wait for what
 * @param knocks from where hellos came that were refused
 */
record Service(String name, ImageLibrary library, Doorkeeper door, Timings timings, RateByOrigin knocks) {
    /** How many refused hellos of one address are told in a minute. */
    private static final int TOLD = 20;

    Service(String name, ImageLibrary library, Doorkeeper door, Timings timings) {
        this(name, library, door, timings, new RateByOrigin(TOLD, System::nanoTime));
    }
}
