package org.wirephoto.library;

/**
 * What every image passes on its way in.
 *
 * @param rules what its bytes have to be
 * @param naming gives it its name
 * @param sweeper removes its bytes where it got none
 * @param broken keeps what was interrupted, but not too much of it
 */
record Intake(ContentRules rules, Naming naming, Sweeper sweeper, BrokenUploads broken) {}
