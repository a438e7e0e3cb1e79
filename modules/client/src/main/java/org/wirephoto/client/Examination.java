package org.wirephoto.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.DoctorFinding.Seen;

/** The sheet on which a doctor writes: every check once, in the order of the checks, and the first cause that is found. */
final class Examination {
    private final DoctorListener listener;
    private final List<DoctorFinding> findings = new ArrayList<>();
    private Diagnosis.@Nullable Verdict verdict;

    Examination(DoctorListener listener) {
        this.listener = listener;
    }

    void begin(DoctorCheck check) {
        listener.begins(check);
    }

    void end(DoctorCheck check, Seen seen, Object... values) {
        DoctorFinding finding = new DoctorFinding(check, seen, List.of(values));
        findings.add(finding);
        listener.ended(finding);
    }

    /** The likely cause; the first that is found stands, since the rest follows from it. */
    void blame(Diagnosis.Verdict cause) {
        if (verdict == null) {
            verdict = cause;
        }
    }

    /** Ends all checks that were not made. */
    Diagnosis diagnosis() {
        for (DoctorCheck check : DoctorCheck.values()) {
            if (findings.stream().noneMatch(finding -> finding.check() == check)) {
                begin(check);
                end(check, Seen.OUT_OF_REACH);
            }
        }
        return new Diagnosis(findings, Optional.ofNullable(verdict));
    }
}
