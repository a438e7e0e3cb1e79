package org.wirephoto.desktop.send;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** A file in the sheet of what is to be sent, with the name that it will get. Confined to the UI thread. */
public final class SendItem {
    private final Chosen chosen;
    private final StringProperty name;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.Unchecked.INSTANCE);
    private NameJudge.Verdict verdict = new NameJudge.Verdict(Optional.empty(), Optional.empty());
    private boolean replace;
    private boolean skip;

    SendItem(Chosen chosen) {
        this.chosen = chosen;
        this.name = new SimpleStringProperty(NameJudge.proposal(chosen.fileName(), chosen.type()));
        name.subscribe(typed -> type().ifPresent(known -> verdict = NameJudge.judge(typed, known)));
    }

    /** How a file stands. */
    public sealed interface Status {
        /** Nobody has looked yet. */
        enum Unchecked implements Status {
            /** The only one. */
            INSTANCE
        }

        /**
         * It can be sent.
         *
         * @param replaces whether an image of its name goes to the trash for it
         * @param keepsMetadata whether metadata goes with it that a person wants left out
         */
        record Ready(boolean replaces, boolean keepsMetadata) implements Status {}

        /**
         * It can't be sent like this.
         *
         * @param problem why
         */
        record Wrong(Problem problem) implements Status {}

        /** It is left out, as a person wanted it. */
        enum Skipped implements Status {
            /** The only one. */
            INSTANCE
        }
    }

    /** The file. */
    public Path file() {
        return chosen.file();
    }

    /** How many bytes the file has. */
    public long size() {
        return chosen.size();
    }

    /** What the file seems to be; empty where it is no image that a server takes. */
    public Optional<ImageType> type() {
        return chosen.type();
    }

    /** The name as it is typed. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The name as it would be stored, where it can be one. */
    public Optional<ImageName> imageName() {
        return verdict.name();
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** How it stands. */
    public Status status() {
        return status.get();
    }

    /** What keeps it from being sent, if anything does. */
    public Optional<Problem> problem() {
        return status.get() instanceof Status.Wrong(Problem problem) ? Optional.of(problem) : Optional.empty();
    }

    /** What no name can mend. */
    Optional<Problem> fileProblem(long maxFilesize) {
        if (!chosen.readable()) {
            return Optional.of(Problem.of(Problem.Kind.UNREADABLE));
        }
        if (type().isEmpty()) {
            return Optional.of(Problem.of(size() == 0 ? Problem.Kind.EMPTY : Problem.Kind.NOT_AN_IMAGE));
        }
        return size() > maxFilesize ? Optional.of(Problem.of(Problem.Kind.TOO_LARGE)) : Optional.empty();
    }

    /** What is wrong with the name by itself, if anything is. */
    Optional<Problem> nameProblem() {
        return verdict.problem();
    }

    boolean replaces() {
        return replace;
    }

    void replace(boolean wanted) {
        replace = wanted;
    }

    boolean isSkipped() {
        return skip;
    }

    void skip(boolean wanted) {
        skip = wanted;
    }

    void become(Status next) {
        if (!status.get().equals(next)) {
            status.set(next);
        }
    }
}
