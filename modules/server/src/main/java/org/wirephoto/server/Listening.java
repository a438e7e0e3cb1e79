package org.wirephoto.server;

import java.net.InetSocketAddress;

/**
 * Where a server listens, and to how many.
 *
 * @param address the address and port; port 0 takes a free one
 * @param maxConnections the most connections in all
 * @param maxConnectionsPerAddress the most connections from one address
 */
record Listening(InetSocketAddress address, int maxConnections, int maxConnectionsPerAddress) {}
