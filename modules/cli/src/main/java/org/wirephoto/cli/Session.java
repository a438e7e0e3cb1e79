package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.KnownServers;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;

/** What the commands of one run share: the machine, the screen, who sits there, and which server is meant. */
final class Session {
    private final Host host;
    private final Interruption interruption;
    private final Screen screen;
    private final Person person;
    private final ServerOptions options = new ServerOptions();

    Session(Host host, Interruption interruption) {
        this.host = host;
        this.interruption = interruption;
        this.screen = new Screen(host);
        this.person = new Person(host, screen, interruption);
    }

    Host host() {
        return host;
    }

    Screen screen() {
        return screen;
    }

    Interruption interruption() {
        return interruption;
    }

    /** The one who may be asked. */
    Person person() {
        return person;
    }

    /** What the command line says of the server. */
    ServerOptions options() {
        return options;
    }

    /** The servers that are kept for this user. */
    KnownServers known() {
        return KnownServers.ofPlatform(host.environment());
    }

    /** Finds out which server is meant. */
    ServerChooser chooser() {
        return new ServerChooser(host, screen, known());
    }

    /** Comes to know and trust servers. */
    Introduction introduction(boolean json) {
        return new Introduction(this, json);
    }

    /**
     * Connects to the server that is meant.
     *
     * @param transfers how many images will be sent or fetched at once
     * @param json whether a program reads along, and nobody may be asked
     * @throws UsageException if what was said of the server makes no sense
     */
    WirephotoClient connect(int transfers, boolean json) throws IOException, RefusedException {
        return introduction(json).connect(chooser().choose(options), transfers);
    }
}
