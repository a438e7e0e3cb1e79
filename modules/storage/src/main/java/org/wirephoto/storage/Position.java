package org.wirephoto.storage;

/**
 * A place in a sorted list, behind the last image of a page. It names no row, so it stays good when images come
 * and go, and in a restarted server.
 *
 * @param value what the list is sorted by, as a number that grows along the list; 0 where it is sorted by name
 * @param tie what settles ties: a name's key, or in the trash an image's id
 */
public record Position(long value, String tie) {}
