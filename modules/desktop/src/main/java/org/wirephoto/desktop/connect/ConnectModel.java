package org.wirephoto.desktop.connect;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.ServerAddress;

/** Chooses a server and connects to it. Needs no toolkit. Confined to the UI thread. */
public final class ConnectModel {
    private final Door door;
    private final Work work;
    private final Consumer<Session> entered;
    private final StringProperty address = new SimpleStringProperty("");
    private final BooleanProperty plain = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Job job = Job.none();

    /** Nothing is chosen yet. */
    public ConnectModel(Door door, Work work, Consumer<Session> entered) {
        this.door = door;
        this.work = work;
        this.entered = entered;
    }

    /** The address as it is typed. */
    public StringProperty addressProperty() {
        return address;
    }

    /** Whether the server speaks without TLS. */
    public BooleanProperty plainProperty() {
        return plain;
    }

    /** Whether a connection is being made. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last attempt failed. */
    public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether what is typed can be an address. */
    public boolean canConnect() {
        return ServerAddress.parse(address.get()).isPresent();
    }

    /** Connects to the address that is typed; does nothing where that is none. */
    public void connect() {
        Optional<ServerAddress> target = ServerAddress.parse(address.get());
        if (target.isEmpty() || busy.get()) {
            return;
        }
        boolean withoutTls = plain.get();
        trouble.set(Optional.empty());
        busy.set(true);
        job = work.start(
                () -> door.enter(target.get(), withoutTls),
                session -> {
                    busy.set(false);
                    entered.accept(session);
                },
                failure -> {
                    busy.set(false);
                    trouble.set(Optional.of(failure));
                });
    }

    /** Gives up the attempt that is being made. */
    public void cancel() {
        job.cancel();
        busy.set(false);
    }
}
