package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.Role;

/**
 * What a server said of itself when it was greeted.
 *
 * @param name what it is called, safe to show; empty where it has no name
 * @param role what this client may do there
 * @param label the label of the key that this client showed: images with this {@code sender} are most likely its own, as
 *     far as a label tells (ownership goes by the key, so only the server knows). As it came: escape it before it is
 *     shown. Empty where the server asks for no keys, or is too old to tell
 * @param maxFilesize the largest image that it takes, in bytes
 * @param version the version of the protocol that is spoken
 */
public record ServerInfo(String name, Role role, Optional<String> label, long maxFilesize, int version) {}
