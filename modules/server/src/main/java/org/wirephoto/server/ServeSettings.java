package org.wirephoto.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.NetworkChoice;

/**
 * All that a server is started with.
 *
 * @param listening where it listens, and to how many
 * @param protection what protects its connections
 * @param name what it is called
 * @param open whether it asks for no keys
 * @param announce on which networks clients find it
 * @param portFile where to write the port to
 * @param timings how long it waits for what
 * @param library what its library may hold
 */
record ServeSettings(
        Listening listening,
        Protection protection,
        String name,
        boolean open,
        NetworkChoice announce,
        Optional<Path> portFile,
        Timings timings,
        LibrarySettings library) {
    private static final int MAX_CONNECTIONS = 1000;
    private static final int MAX_CONNECTIONS_PER_ADDRESS = 256;
    private static final int LAST_PORT = 65_535;
    private static final int NAME_CHARS = 100;
    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** Makes sense of what was set. */
    static ServeSettings from(SettingsReader reader) throws SettingException {
        gather(reader.fileAlone());
        return gather(reader);
    }

    private static ServeSettings gather(SettingsReader reader) throws SettingException {
        Listening listening = listening(reader);
        return new ServeSettings(
                listening,
                protection(reader),
                name(reader),
                reader.flag(Setting.OPEN, false),
                announce(reader, listening.address().getAddress()),
                path(reader, Setting.PORT_FILE),
                timings(reader),
                library(reader));
    }

    private static Listening listening(SettingsReader reader) throws SettingException {
        int port = reader.count(Setting.PORT, 0, LAST_PORT, Limits.PORT);
        return new Listening(
                address(reader, port),
                reader.count(Setting.MAX_CONNECTIONS, 1, MAX_CONNECTIONS),
                reader.count(Setting.MAX_CONNECTIONS_PER_ADDRESS, 1, MAX_CONNECTIONS_PER_ADDRESS));
    }

    private static Protection protection(SettingsReader reader) throws SettingException {
        boolean plain = reader.flag(Setting.PLAIN, false);
        Optional<Path> certificate = path(reader, Setting.CERTIFICATE);
        Optional<Path> key = path(reader, Setting.CERTIFICATE_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw certificate.isPresent()
                    ? reader.bad(Setting.CERTIFICATE_KEY, "the file with the key of the certificate that you named")
                    : reader.bad(Setting.CERTIFICATE, "the file with the certificate of the key that you named");
        } else if (plain) {
            return new Protection.Plain();
        } else if (certificate.isEmpty()) {
            return new Protection.OwnIdentity();
        }
        return new Protection.GivenIdentity(certificate.get(), key.orElseThrow());
    }

    private static InetSocketAddress address(SettingsReader reader, int port) throws SettingException {
        Optional<String> bind = reader.text(Setting.BIND);
        if (bind.isEmpty()) {
            return new InetSocketAddress(port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind.get()), port);
        } catch (UnknownHostException _) {
            throw reader.bad(Setting.BIND, "an address of this machine, such as 192.168.1.5 or localhost");
        }
    }

    private static String name(SettingsReader reader) throws SettingException {
        String name = reader.text(Setting.NAME).orElseGet(Machine::name);
        if (name.isBlank() || name.length() > NAME_CHARS || name.chars().anyMatch(Character::isISOControl)) {
            throw reader.bad(Setting.NAME, "1 to " + NAME_CHARS + " characters on one line");
        }
        return name;
    }

    /** Where nothing is said, a server that this machine alone can reach is announced to no other. */
    private static NetworkChoice announce(SettingsReader reader, InetAddress bound) throws SettingException {
        Optional<String> text = reader.text(Setting.ANNOUNCE);
        if (text.isEmpty()) {
            return bound.isLoopbackAddress() ? new NetworkChoice.None() : new NetworkChoice.All();
        }
        return NetworkChoice.parse(text.get())
                .orElseThrow(() -> reader.bad(
                        Setting.ANNOUNCE, "all, none, or the names of network interfaces with commas between them"));
    }

    private static Optional<Path> path(SettingsReader reader, Setting setting) throws SettingException {
        try {
            return reader.text(setting).map(Path::of).map(Path::toAbsolutePath);
        } catch (InvalidPathException _) {
            throw reader.bad(setting, "the path of a file");
        }
    }

    private static Timings timings(SettingsReader reader) throws SettingException {
        Timings defaults = Timings.defaults();
        return new Timings(
                reader.time(Setting.IDLE, defaults.idle()),
                defaults.hello(),
                reader.time(Setting.STALL, defaults.stall()),
                defaults.slowest(),
                reader.time(Setting.HEARTBEAT, defaults.heartbeat()),
                defaults.linger(),
                reader.time(Setting.GRACE, defaults.grace()));
    }

    private static LibrarySettings library(SettingsReader reader) throws SettingException {
        LibrarySettings defaults = LibrarySettings.defaults();
        return new LibrarySettings(
                reader.size(Setting.MAX_FILESIZE, 1, defaults.maxFilesize()),
                reader.size(Setting.QUOTA, 1, defaults.quota()),
                reader.size(Setting.DISK_RESERVE, 0, defaults.diskReserve()),
                reader.count(Setting.EVENT_HISTORY, 1, defaults.eventHistory()),
                bounded(reader.time(Setting.UPLOAD_KEPT, defaults.uploadKept())),
                reader.count(Setting.UPLOADS_PER_KEY, 0, defaults.uploadsPerKey()),
                bounded(reader.time(Setting.TRASH_KEPT, defaults.trashKept())),
                reader.size(Setting.THUMBNAIL_CACHE, 0, defaults.thumbnailCache()));
    }

    /** Longer than this is for ever, and would only make dates overflow. */
    private static Duration bounded(Duration time) {
        return time.compareTo(FOREVER) < 0 ? time : FOREVER;
    }
}
