package org.wirephoto.client;

/**
 * What came of one check.
 *
 * @param check what was looked at
 * @param outcome whether it is in order
 * @param sentence what was seen, safe to show
 */
public record DoctorFinding(DoctorCheck check, Outcome outcome, String sentence) {
    /** How a check ended. */
    public enum Outcome {
        /** It is in order. */
        OK,
        /** It is in the way. */
        FAILED,
        /** It was not looked at; the sentence says why. */
        SKIPPED
    }
}
