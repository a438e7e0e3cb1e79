package org.wirephoto.desktop;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.wirephoto.desktop.demo.SamplePictures;
import org.wirephoto.protocol.PlatformFolders;

/** Where {@code wirephoto-desktop} starts: answers what needs no window, and opens one for everything else. */
public final class DesktopMain {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private DesktopMain() {}

    /**
     * Runs the program and exits with its code.
     *
     * @param arguments as they were typed
     */
    public static void main(String[] arguments) {
        // Read by log4j2.xml; before anything logs.
        System.setProperty(
                "wirephoto.logs",
                PlatformFolders.of(System.getenv()).cache().resolve("logs").toString());
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> LogManager.getLogger(DesktopMain.class)
                .fatal("The thread {} was ended by a fault", thread.getName(), fault));
        System.exit(run(arguments));
    }

    private static int run(String[] typed) {
        try {
            Arguments arguments = Arguments.parse(List.of(typed));
            if (arguments.question().isPresent()) {
                answer(arguments.question().get());
            } else if (arguments.samples().isPresent()) {
                return drawSamples(arguments.samples().get());
            } else {
                return open(typed);
            }
            return 0;
        } catch (Arguments.UsageException e) {
            System.err.println("wirephoto-desktop: " + e.getMessage());
            return USAGE;
        }
    }

    private static int open(String[] typed) {
        try {
            Application.launch(DesktopApplication.class, typed);
            return 0;
        } catch (UnsupportedOperationException e) {
            // What JavaFX throws where there is no screen.
            LogManager.getLogger(DesktopMain.class).debug("No window can be opened", e);
            System.err.println("wirephoto-desktop: No window can be opened here: " + e.getMessage()
                    + ". Start it where there is a screen, or use the command line: wirephoto --help.");
            return FAILED;
        }
    }

    private static void answer(Arguments.Question question) {
        switch (question) {
            case HELP -> System.out.print(Arguments.USAGE);
            case VERSION -> System.out.println("wirephoto-desktop " + version());
        }
    }

    private static int drawSamples(Path folder) {
        try {
            SamplePictures.draw(folder);
            return 0;
        } catch (IOException e) {
            System.err.println("wirephoto-desktop: The samples can't be drawn: " + e.getMessage());
            return FAILED;
        }
    }

    /** The version of this program, as the build wrote it into the module. */
    static String version() {
        @Nullable ModuleDescriptor descriptor = DesktopMain.class.getModule().getDescriptor();
        return Optional.ofNullable(descriptor)
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }
}
