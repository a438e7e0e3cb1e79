package org.wirephoto.client;

/** Finds out step by step what is in the way between this machine and a server. */
public final class Doctor {
    private Doctor() {}

    /**
     * Goes through all checks; each takes some seconds at most, all of them less than half a minute. Never throws for
     * what it finds. A key is shown only to a server whose fingerprint is the known one, or to this machine itself.
     *
     * @param listener hears of each check as it is made
     * @throws InterruptedException if the thread was interrupted
     */
    public static Diagnosis examine(DoctorRequest request, DoctorListener listener) throws InterruptedException {
        Examination sheet = new Examination(listener);
        NetworkExamination network = new NetworkExamination(request.networks(), sheet);
        network.run();
        new ServerExamination(request, network, sheet).run();
        return sheet.diagnosis();
    }
}
