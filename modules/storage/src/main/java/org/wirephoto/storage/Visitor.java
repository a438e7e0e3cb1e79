package org.wirephoto.storage;

import java.io.IOException;

/**
 * Takes the things of a long list one by one.
 *
 * @param <T> what the list has
 * @param <X> what ends the visit early; {@link RuntimeException} where nothing does
 */
@FunctionalInterface
public interface Visitor<T, X extends Exception> {
    /** Takes one; whatever it throws ends the visit and reaches the caller. */
    void visit(T thing) throws X, IOException;
}
