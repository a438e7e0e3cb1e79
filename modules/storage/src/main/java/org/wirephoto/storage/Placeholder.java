package org.wirephoto.storage;

/** Stands in an exported package that has no type yet. */
final class Placeholder {}
