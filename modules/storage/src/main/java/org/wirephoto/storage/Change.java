package org.wirephoto.storage;

import java.io.IOException;

/**
 * Something to be done to the catalogue, all of it or nothing.
 *
 * @param <T> what it gives back
 * @param <X> what it may refuse with; {@link RuntimeException} where it never does
 */
@FunctionalInterface
public interface Change<T, X extends Exception> {
    /**
     * Does it. Runs on the catalogue's one writer, so it must be quick, must not wait for a peer and must not call
     * {@link Catalogue#write}. Whatever it throws undoes what it did and reaches the caller of
     * {@link Catalogue#write} as it is.
     *
     * @param writer valid until this method returns
     */
    T apply(CatalogueWriter writer) throws X, IOException;
}
