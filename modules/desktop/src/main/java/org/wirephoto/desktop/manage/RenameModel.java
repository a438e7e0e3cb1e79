package org.wirephoto.desktop.manage;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.send.NameJudge;
import org.wirephoto.desktop.send.Problem;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.TroubleException;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.transfers.Numbering;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/** A new name for an image, checked while it is typed. Confined to the UI thread. */
public final class RenameModel {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Session session;
    private final Work work;
    private final RemoteImage image;
    private final StringProperty name;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private Job looking = Job.none();

    /** Begins with the name that the image has. */
    public RenameModel(Session session, Work work, RemoteImage image) {
        this.session = session;
        this.work = work;
        this.image = image;
        this.name = new SimpleStringProperty(image.name().text());
        name.subscribe(this::check);
    }

    /** The image, as it was seen. */
    public RemoteImage image() {
        return image;
    }

    /** The name as it is typed. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What is wrong with the name, if anything is. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is a new name, and nothing is wrong with it as far as is known. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Takes the name that mends the problem, where there is one. */
    public void fix() {
        problem.get().flatMap(Problem::fix).ifPresent(fixed -> name.set(fixed.text()));
    }

    private void check() {
        looking.cancel();
        NameJudge.Verdict verdict =
                NameJudge.judge(name.get(), image.attributes().type());
        show(verdict.problem());
        verdict.name()
                .filter(wanted -> !wanted.equals(image.name()))
                .ifPresent(wanted -> looking = work.after(PAUSE, () -> look(wanted)));
    }

    private void look(ImageName wanted) {
        looking = work.start(
                () -> isTaken(wanted),
                taken -> {
                    if (taken) {
                        taken(wanted, Optional.empty());
                    }
                },
                _ -> {});
    }

    private boolean isTaken(ImageName wanted) throws IOException {
        try {
            session.stat(wanted.text());
            return true;
        } catch (TroubleException e) {
            return false; // free, or not to be known now: the server decides when it is asked to rename
        }
    }

    private void taken(ImageName wanted, Optional<ImageName> suggestion) {
        show(Optional.of(new Problem(
                Problem.Kind.NAME_TAKEN, "", Optional.of(suggestion.orElseGet(() -> Numbering.next(wanted))))));
    }

    private void show(Optional<Problem> found) {
        problem.set(found);
        ready.set(found.isEmpty()
                && !ImageName.normalise(name.get()).equals(image.name().text()));
    }

    /** Renames the image if it still is what was seen. Exactly one of the two hears of it. */
    public void rename(Consumer<ImageName> done, Consumer<Trouble> failed) {
        if (!ready.get()) {
            return;
        }
        looking.cancel();
        ready.set(false);
        ImageName wanted = ImageName.of(name.get());
        work.start(
                () -> session.rename(
                        image.name(), wanted.text(), image.attributes().digest()),
                done,
                trouble -> {
                    show(Optional.empty());
                    if (trouble.code().equals(Optional.of(ErrorCode.ALREADY_EXISTS))) {
                        taken(wanted, trouble.suggestion());
                    }
                    failed.accept(trouble);
                });
    }
}
