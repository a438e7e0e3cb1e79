package org.wirephoto.storage;

/** Ends a registration when it is closed; closing it again does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Ends the registration. A call that is under way may still arrive. */
    @Override
    void close();
}
