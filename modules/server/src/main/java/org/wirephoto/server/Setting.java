package org.wirephoto.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator can set, by an option of the command line or a line of {@code server.properties}. */
enum Setting {
    PORT("N", "the port to listen on (9999); 0 takes a free one"),
    BIND("ADDRESS", "the one address of this machine to listen on (all of them)"),
    NAME("TEXT", "what the server is called, for people (this machine's name)"),
    ANNOUNCE(
            "WHERE",
            "the networks on which clients find the server: all, none, or interfaces such as eth0,wlan0 (all)"),
    MAX_FILESIZE("SIZE", "the largest image that is taken, such as 600M or 1 GiB (256 MiB)"),
    MAX_CONNECTIONS("N", "the most connections at once (1000)"),
    MAX_CONNECTIONS_PER_ADDRESS("N", "the most connections at once from one address (256)"),
    PORT_FILE("FILE", "a file to write the port to once the server listens"),
    PLAIN("", "do not encrypt: for wires that you trust, and for tests"),
    CERTIFICATE("FILE", "a certificate of your own, PEM, with its chain (one that the server makes)"),
    CERTIFICATE_KEY("FILE", "the key of that certificate, PEM, without a passphrase"),
    OPEN("", "ask for no keys: whoever reaches the port may do all"),
    IDLE("TIME", "how long a connection may be silent, such as 90 s or 5 min (5 min)"),
    STALL("TIME", "how long a peer may send slower than 1 KiB/s, or leave a reply unread (30 s)"),
    HEARTBEAT("TIME", "how long a watcher hears nothing, at most (15 s)"),
    GRACE("TIME", "how long running exchanges may go on once the server stops (10 s)"),
    QUOTA("SIZE", "how many bytes all images together may have (no limit)"),
    DISK_RESERVE("SIZE", "how much of the disk is left free (64 MiB)"),
    EVENT_HISTORY("N", "how many events are remembered for watchers that were away (10000)"),
    UPLOAD_KEPT("TIME", "how long an interrupted upload is kept (24 h)"),
    UPLOADS_PER_KEY("N", "how many interrupted uploads are kept for one key (16)"),
    TRASH_KEPT("TIME", "how long a deleted image can be restored (30 days)"),
    THUMBNAIL_CACHE("SIZE", "how many bytes of small renderings are kept (512 MiB)");

    private final String parameter;
    private final String description;

    Setting(String parameter, String description) {
        this.parameter = parameter;
        this.description = description;
    }

    /** Its key in {@code server.properties}, such as {@code max-filesize}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its option on the command line. */
    String option() {
        return "--" + key();
    }

    /** What its value is, in a word for the usage text; empty where the option alone says all. */
    String parameter() {
        return parameter;
    }

    /** Whether it is a matter of yes or no. */
    boolean isFlag() {
        return parameter.isEmpty();
    }

    /** What it is, with its default in parentheses. */
    String description() {
        return description;
    }

    /** The setting with a key, or empty where there is none such. */
    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** All keys, for a sentence. */
    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
