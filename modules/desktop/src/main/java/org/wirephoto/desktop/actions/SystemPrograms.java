package org.wirephoto.desktop.actions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.TroubleException;
import org.wirephoto.desktop.session.Work;

/**
 * Opens files and folders with the programs that the system has for them. JavaFX's own way to do it waits on the UI
 * thread, and tells nobody where there is no such program.
 */
public final class SystemPrograms implements Outside {
    /** What can't open a file says so within this time; what lasts longer may be the program itself. */
    private static final long SECONDS = 5;

    private final List<String> opener;
    private final Work work;
    private final Consumer<Trouble> failed;

    /**
     * Those of this system.
     *
     * @param failed hears, on the UI thread, why something could not be opened
     */
    public SystemPrograms(Work work, Consumer<Trouble> failed) {
        this(opener(System.getProperty("os.name", "")), work, failed);
    }

    SystemPrograms(List<String> opener, Work work, Consumer<Trouble> failed) {
        this.opener = List.copyOf(opener);
        this.work = work;
        this.failed = failed;
    }

    static List<String> opener(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open");
        }
        return name.contains("windows") ? List.of("explorer") : List.of("xdg-open");
    }

    @Override
    public void open(Path path) {
        work.start(() -> start(path), _ -> {}, failed);
    }

    private Path start(Path path) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(opener);
        command.add(path.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            // Explorer's exit code says nothing.
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)
                    && process.exitValue() != 0
                    && !opener.contains("explorer")) {
                throw nobody(path);
            }
        } catch (IOException e) {
            throw e instanceof TroubleException told ? told : nobody(path);
        }
        return path;
    }

    private static TroubleException nobody(Path path) {
        return new TroubleException(
                new Trouble(Trouble.Kind.NO_PROGRAM, Optional.empty(), path.toString(), Optional.empty()));
    }
}
