package org.wirephoto.library;

import java.util.Optional;

/**
 * One thing that a piece of maintenance met and went on from.
 *
 * @param code what it is, for programs: an {@link org.wirephoto.protocol.ErrorCode} as on the wire, or one of the words
 *     that the methods of {@link Maintenance} list
 * @param subject the file or image that it is about, as it is called where it came from; may hold any character
 * @param sentence one English sentence for a person
 * @param suggestion a name that would have worked, where there is one
 */
public record Finding(String code, String subject, String sentence, Optional<String> suggestion) {}
