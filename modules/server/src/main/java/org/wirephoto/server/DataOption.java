package org.wirephoto.server;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command has: which data folder. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder (this platform's, such as ~/.local/share/wirephoto)")
    private @Nullable String data;

    /** The folder that was named, or this platform's. */
    DataFolder folder() {
        return data == null ? DataFolder.ofPlatform() : DataFolder.of(data);
    }
}
