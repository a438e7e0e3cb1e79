package org.wirephoto.client;

import org.wirephoto.protocol.Role;

/**
 * What a server said of itself when it was greeted.
 *
 * @param name what it is called, safe to show; empty where it has no name
 * @param role what this client may do there
 * @param maxFilesize the largest image that it takes, in bytes
 * @param version the version of the protocol that is spoken
 */
public record ServerInfo(String name, Role role, long maxFilesize, int version) {}
