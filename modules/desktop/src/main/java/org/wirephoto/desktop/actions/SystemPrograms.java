package org.wirephoto.desktop.actions;

import java.nio.file.Path;
import javafx.application.HostServices;

/** Opens files and folders with the programs that the system has for them. */
public final class SystemPrograms implements Outside {
    private final HostServices services;

    /** Through JavaFX, which knows how each system does it. */
    public SystemPrograms(HostServices services) {
        this.services = services;
    }

    @Override
    public void open(Path path) {
        services.showDocument(path.toUri().toString());
    }
}
