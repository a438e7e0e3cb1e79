package org.wirephoto.desktop.send;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wirephoto.desktop.metadata.BareCopy;
import org.wirephoto.desktop.send.Problem.Kind;
import org.wirephoto.desktop.send.SendItem.Status;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.transfers.Numbering;
import org.wirephoto.desktop.transfers.SendTask;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** What a person is about to send: files with their names, checked while they are typed. Confined to the UI thread. */
public final class SendSheet implements AutoCloseable {
    /** How many files one sheet takes. */
    public static final int MOST = 5_000;

    private static final int MOST_TRIES = 1_000;

    private final Session session;
    private final Work work;
    private final TemporaryFiles files;
    private final IntSupplier room;
    private final Names names;
    private final ObservableList<SendItem> items = FXCollections.observableArrayList();
    private final ObservableList<SendItem> shown = FXCollections.unmodifiableObservableList(items);
    private final BooleanProperty bare = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Path>> imageless = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Job> looks = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NOTHING);
    private boolean more;
    private boolean bulk;
    private int walks;

    /**
     * An empty sheet.
     *
     * @param room how many files can be taken out of it to be sent, now
     */
    public SendSheet(Session session, Work work, TemporaryFiles files, IntSupplier room) {
        this.session = session;
        this.work = work;
        this.files = files;
        this.room = room;
        this.names = new Names(session, work, this::check);
        bare.subscribe((_, _) -> check());
    }

    /**
     * How the sheet as a whole stands.
     *
     * @param ready how many files can be sent
     * @param wrong how many names need a person's hand
     * @param impossible how many can't be sent whatever they are called
     * @param skipped how many a person left out
     * @param marked how many of those that can be sent keep metadata that a person wants left out
     * @param more whether there were more files than a sheet takes
     */
    public record Summary(int ready, int wrong, int impossible, int skipped, int marked, boolean more) {
        static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, false);

        /** Whether the sheet can be sent. */
        public boolean canSend() {
            return ready > 0 && wrong == 0;
        }
    }

    /** What is in the sheet; can't be changed from outside. */
    public ObservableList<SendItem> items() {
        return shown;
    }

    /** Whether place, time, camera and other metadata are left out where the type allows it. */
    public BooleanProperty bareProperty() {
        return bare;
    }

    /** Whether files and folders are being looked at. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Adds files, and what images folders have in them. Those that are there already are not added again. */
    public void add(List<Path> chosen, Consumer<Trouble> failed) {
        walks++;
        looking.set(true);
        imageless.set(List.of());
        looks.add(work.start(
                () -> ChosenFiles.look(chosen, MOST),
                found -> {
                    walked();
                    take(found);
                    imageless.set(found.imageless());
                },
                trouble -> {
                    walked();
                    failed.accept(trouble);
                }));
    }

    /** The folders added last in which there was no image. */
    public ReadOnlyObjectProperty<List<Path>> imagelessProperty() {
        return imageless.getReadOnlyProperty();
    }

    long maxFilesize() {
        return session.info().maxFilesize();
    }

    private void walked() {
        walks--;
        looking.set(walks > 0);
        if (walks == 0) {
            looks.clear();
        }
    }

    private void take(ChosenFiles found) {
        Set<Path> there = new HashSet<>();
        items.forEach(item -> there.add(item.file()));
        List<SendItem> added = new ArrayList<>();
        for (Chosen chosen : found.files()) {
            if (there.size() >= MOST) {
                more = true;
            } else if (there.add(chosen.file())) {
                added.add(item(chosen));
            }
        }
        more |= found.more();
        items.addAll(added);
        check();
    }

    private SendItem item(Chosen chosen) {
        SendItem item = new SendItem(chosen);
        item.nameProperty().subscribe((_, _) -> {
            item.replace(false);
            check();
        });
        return item;
    }

    /** Takes a file out of the sheet. */
    public void remove(SendItem item) {
        items.remove(item);
        check();
    }

    /** Gives a file the name that mends its problem, where there is one. */
    public void fix(SendItem item) {
        item.problem()
                .flatMap(Problem::fix)
                .ifPresent(name -> item.nameProperty().set(name.text()));
    }

    /** Lets a file have a name that is taken: the image that has it goes to the trash. */
    public void replace(SendItem item) {
        item.replace(true);
        check();
    }

    /** Leaves a file out, or takes it in again. */
    public void skip(SendItem item, boolean out) {
        item.skip(out);
        check();
    }

    /** Does one thing with all files that have a problem of a kind. */
    public void forAll(Kind kind, Consumer<SendItem> action) {
        bulk = true;
        try {
            List.copyOf(items).stream()
                    .filter(item -> item.problem()
                            .filter(problem -> problem.kind() == kind)
                            .isPresent())
                    .forEach(item -> {
                        refresh(item);
                        action.accept(item);
                    });
        } finally {
            bulk = false;
        }
        check();
    }

    /** Before it, others may have got the name that this one was going to get. */
    private void refresh(SendItem item) {
        item.problem()
                .filter(problem -> problem.kind() == Kind.NAME_TAKEN || problem.kind() == Kind.NAME_TWICE)
                .flatMap(problem ->
                        item.imageName().map(name -> Problem.of(problem.kind(), free(name, namesInSheet()))))
                .ifPresent(problem -> item.become(new Status.Wrong(problem)));
    }

    /** What is ready, as tasks, as much as there is room for; it leaves the sheet. */
    public List<SendTask> takeReady() {
        int most = room.getAsInt();
        List<SendTask> tasks = new ArrayList<>();
        List<SendItem> left = new ArrayList<>();
        for (SendItem item : items) {
            if (item.status() instanceof Status.Ready ready && tasks.size() < most) {
                tasks.add(task(item, ready.replaces()));
            } else if (!item.isSkipped()) {
                left.add(item);
            }
        }
        // One change of the list, and not one for each file.
        items.setAll(left);
        check();
        return tasks;
    }

    private SendTask task(SendItem item, boolean replaces) {
        ImageName name = item.imageName().orElseThrow();
        return new SendTask(
                item.file(),
                name,
                item.size(),
                replaces,
                names.holder(name).map(image -> image.attributes().digest()),
                bare.get() ? bareAs(item) : Optional.empty(),
                files);
    }

    private static Optional<ImageType> bareAs(SendItem item) {
        return item.type().filter(BareCopy::takes);
    }

    private Map<ImageName, Integer> namesInSheet() {
        Map<ImageName, Integer> counts = new HashMap<>();
        items.stream()
                .filter(item -> !item.isSkipped())
                .forEach(item -> item.imageName().ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        return counts;
    }

    private void check() {
        if (bulk) {
            return;
        }
        Map<ImageName, Integer> counts = namesInSheet();
        List<ImageName> unknown = new ArrayList<>();
        Set<ImageName> first = new HashSet<>();
        for (SendItem item : items) {
            item.become(judge(item, counts, first));
            item.imageName().filter(name -> !names.isKnown(name)).ifPresent(unknown::add);
        }
        names.want(unknown);
        summary.set(sum());
    }

    private Status judge(SendItem item, Map<ImageName, Integer> counts, Set<ImageName> first) {
        if (item.isSkipped()) {
            return Status.Skipped.INSTANCE;
        }
        Optional<Problem> impossible = item.fileProblem(maxFilesize());
        if (impossible.isPresent()) {
            return new Status.Wrong(impossible.get());
        }
        if (item.nameProblem().isPresent()) {
            return new Status.Wrong(item.nameProblem().get());
        }
        ImageName name = item.imageName().orElseThrow();
        if (!first.add(name)) {
            return new Status.Wrong(Problem.of(Kind.NAME_TWICE, free(name, counts)));
        }
        boolean taken = names.holder(name).isPresent();
        return taken && !item.replaces()
                ? new Status.Wrong(Problem.of(Kind.NAME_TAKEN, free(name, counts)))
                : new Status.Ready(taken, bare.get() && bareAs(item).isEmpty());
    }

    /** A name like this one that nobody has, as far as is known. */
    private Optional<ImageName> free(ImageName name, Map<ImageName, Integer> counts) {
        ImageName next = Numbering.next(name);
        for (int i = 0; i < MOST_TRIES; i++) {
            if (!counts.containsKey(next) && names.holder(next).isEmpty()) {
                return Optional.of(next);
            }
            next = Numbering.next(next);
        }
        return Optional.empty();
    }

    private Summary sum() {
        int ready = 0;
        int wrong = 0;
        int impossible = 0;
        int skipped = 0;
        int marked = 0;
        for (SendItem item : items) {
            switch (item.status()) {
                case Status.Ready sendable -> {
                    ready++;
                    marked += sendable.keepsMetadata() ? 1 : 0;
                }
                case Status.Skipped _ -> skipped++;
                case Status.Wrong(Problem problem) when problem.isFinal() -> impossible++;
                case Status.Wrong _ -> wrong++;
                case Status.Unchecked _ -> {}
            }
        }
        return new Summary(ready, wrong, impossible, skipped, marked, more);
    }

    /** Looks at no more files, and asks the server no more. */
    @Override
    public void close() {
        looks.forEach(Job::cancel);
        names.close();
    }
}
