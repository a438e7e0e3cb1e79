package org.wirephoto.desktop.connect;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.client.DoctorListener;
import org.wirephoto.client.DoctorRequest;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;

/** Finds out what is in the way to a server, and tells of each step. Confined to the UI thread. */
final class DoctorModel {
    private final Servers servers;
    private final Work work;
    private final UiThread ui;
    private final NetworkChoice networks;
    private final ObservableList<DoctorFinding> findings = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<DoctorCheck>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Job job = Job.none();
    private int run;

    DoctorModel(Servers servers, Work work, UiThread ui, NetworkChoice networks) {
        this.servers = servers;
        this.work = work;
        this.ui = ui;
        this.networks = networks;
    }

    /** What was found so far. */
    ObservableList<DoctorFinding> findings() {
        return findings;
    }

    /** What is being looked at. */
    ReadOnlyObjectProperty<Optional<DoctorCheck>> now() {
        return now.getReadOnlyProperty();
    }

    /** Whether it is at work. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What came of it, once it is done. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosis() {
        return diagnosis.getReadOnlyProperty();
    }

    /** Why it could not look. */
    ReadOnlyObjectProperty<Optional<Trouble>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks at the network, and at a server where one is given. What went on before is stopped. */
    void examine(Optional<Place> place) {
        stop();
        findings.clear();
        diagnosis.set(Optional.empty());
        trouble.set(Optional.empty());
        running.set(true);
        int mine = run;
        DoctorListener listener = new DoctorListener() {
            @Override
            public void begins(DoctorCheck check) {
                tell(mine, () -> now.set(Optional.of(check)));
            }

            @Override
            public void ended(DoctorFinding finding) {
                tell(mine, () -> findings.add(finding));
            }
        };
        DoctorRequest request = request(place);
        job = work.start(() -> servers.examine(request, listener), this::done, this::failed);
    }

    private void tell(int whose, Runnable change) {
        ui.run(() -> {
            if (whose == run) {
                change.run();
            }
        });
    }

    private DoctorRequest request(Optional<Place> place) {
        Optional<KnownServer> known =
                place.flatMap(to -> to instanceof Place.Known server ? Optional.of(server.server()) : Optional.empty());
        Optional<Fingerprint> fingerprint = known.flatMap(server ->
                server.trust() instanceof Trust.Pinned pinned ? Optional.of(pinned.fingerprint()) : Optional.empty());
        boolean plain =
                known.filter(server -> server.trust() instanceof Trust.Plain).isPresent()
                        || place.filter(to -> to instanceof Place.New unknown && unknown.plain())
                                .isPresent();
        return new DoctorRequest(
                place.map(Place::address), plain, fingerprint, known.flatMap(KnownServer::key), networks);
    }

    private void done(Diagnosis found) {
        end();
        findings.setAll(found.findings());
        diagnosis.set(Optional.of(found));
    }

    private void failed(Trouble why) {
        end();
        trouble.set(Optional.of(why));
    }

    private void end() {
        running.set(false);
        now.set(Optional.empty());
    }

    /** Looks no further; what was found stays. */
    void stop() {
        run++;
        job.cancel();
        end();
    }
}
