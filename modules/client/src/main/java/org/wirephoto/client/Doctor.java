package org.wirephoto.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out step by step what is in the way between this machine and a server. */
public final class Doctor {
    private Doctor() {}

    /**
     * Goes through all checks; each takes some seconds at most, all of them less than half a minute. Never throws for
     * what it finds.
     *
     * @param listener hears of each check as it is made
     * @throws InterruptedException if the thread was interrupted
     */
    public static Diagnosis examine(DoctorRequest request, DoctorListener listener) throws InterruptedException {
        List<DoctorFinding> findings = new ArrayList<>();
        for (DoctorCheck check : DoctorCheck.values()) {
            listener.begins(check);
            DoctorFinding finding = new DoctorFinding(check, DoctorFinding.Outcome.SKIPPED, "Not looked at yet.");
            findings.add(finding);
            listener.ended(finding);
        }
        return new Diagnosis(findings, Optional.empty());
    }
}
