package org.wirephoto.client;

/** Stands in an exported package that has no type yet. */
final class Placeholder {}
