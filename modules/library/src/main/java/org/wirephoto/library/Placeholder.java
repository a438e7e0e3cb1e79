package org.wirephoto.library;

/** Stands in an exported package that has no type yet. */
final class Placeholder {}
