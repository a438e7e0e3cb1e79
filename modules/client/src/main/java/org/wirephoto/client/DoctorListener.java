package org.wirephoto.client;

/** Hears what a {@link Doctor} does, on the thread that asked for it. */
public interface DoctorListener {
    /** A check begins; it takes some seconds at most. */
    default void begins(DoctorCheck check) {}

    /** A check has ended. */
    void ended(DoctorFinding finding);
}
