package org.wirephoto.library;

/**
 * What a verification may change.
 *
 * @param removeOrphans whether files that no entry names are removed
 * @param removeBroken whether entries whose bytes are gone or damaged are removed, so that their images can be sent
 *     again; damaged bytes are moved aside, never deleted
 */
public record VerifyOptions(boolean removeOrphans, boolean removeBroken) {
    /** Changes nothing. */
    public static VerifyOptions lookOnly() {
        return new VerifyOptions(false, false);
    }
}
