package org.wirephoto.server;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.library.Caller;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.Maintenance;
import org.wirephoto.library.MaintenanceListener;
import org.wirephoto.library.MaintenanceReport;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.Line;

/** A piece of maintenance, whoever does it: this process, or the server that has the data folder. */
sealed interface MaintenanceTask {
    /** Does it. */
    MaintenanceReport run(ImageLibrary library, MaintenanceListener listener)
            throws RefusedException, IOException, InterruptedException;

    /** This task as a line of the control socket. */
    Line toLine();

    /** The sentence that sums a finished task up, without its end. */
    String summary(Outcome outcome);

    /** Reads a line of the control socket; empty where it is no task. */
    static Optional<MaintenanceTask> parse(Line line) {
        if (line.command().equals("verify")) {
            return Optional.of(new Verify(line.attribute("repair").isPresent()));
        }
        try {
            Optional<Path> folder = line.name().map(Path::of).filter(Path::isAbsolute);
            return switch (line.command()) {
                case "backup" -> folder.map(Backup::new);
                case "export" -> folder.map(Export::new);
                case "import" -> folder.map(Import::new);
                default -> Optional.empty();
            };
        } catch (InvalidPathException _) {
            return Optional.empty(); // a line that no client of this program writes
        }
    }

    private static Line line(String command, Path folder) {
        return new Line(command, Optional.of(folder.toString()), OptionalLong.empty(), Map.of());
    }

    private static String images(long count, long bytes) {
        return (count == 1 ? "1 image" : count + " images") + " (" + Quantities.show(bytes) + ")";
    }

    private static String held(long count) {
        return count == 0 ? "" : "; " + (count == 1 ? "1 was" : count + " were") + " there already";
    }

    /**
     * Reads everything again and compares it.
     *
     * @param repair whether to remove what is broken
     */
    record Verify(boolean repair) implements MaintenanceTask {
        @Override
        public MaintenanceReport run(ImageLibrary library, MaintenanceListener listener)
                throws IOException, InterruptedException {
            return library.maintenance().verify(repair, listener);
        }

        @Override
        public Line toLine() {
            return new Line(
                    "verify", Optional.empty(), OptionalLong.empty(), repair ? Map.of("repair", "true") : Map.of());
        }

        @Override
        public String summary(Outcome outcome) {
            String checked = "Checked " + images(outcome.done(), outcome.bytes());
            return outcome.leftovers() == 0 ? checked : checked + "; " + leftovers(outcome.leftovers());
        }

        private String leftovers(long count) {
            String belong = count == 1 ? "1 file belongs to no image" : count + " files belong to no image";
            return belong + (repair ? ", removed" : ", which --repair removes");
        }
    }

    /**
     * Copies bytes and catalogue.
     *
     * @param target an absolute path
     */
    record Backup(Path target) implements MaintenanceTask {
        @Override
        public MaintenanceReport run(ImageLibrary library, MaintenanceListener listener)
                throws RefusedException, IOException, InterruptedException {
            return library.maintenance().backupTo(target, listener);
        }

        @Override
        public Line toLine() {
            return line("backup", target);
        }

        @Override
        public String summary(Outcome outcome) {
            return "Backed up " + images(outcome.done(), outcome.bytes()) + " to " + target;
        }
    }

    /**
     * Writes the images as plain files.
     *
     * @param target an absolute path
     */
    record Export(Path target) implements MaintenanceTask {
        @Override
        public MaintenanceReport run(ImageLibrary library, MaintenanceListener listener)
                throws RefusedException, IOException, InterruptedException {
            return library.maintenance().exportTo(target, listener);
        }

        @Override
        public Line toLine() {
            return line("export", target);
        }

        @Override
        public String summary(Outcome outcome) {
            return "Exported " + images(outcome.done(), outcome.bytes()) + " to " + target + held(outcome.unchanged());
        }
    }

    /**
     * Takes a folder of files in.
     *
     * @param source an absolute path
     */
    record Import(Path source) implements MaintenanceTask {
        @Override
        public MaintenanceReport run(ImageLibrary library, MaintenanceListener listener)
                throws RefusedException, IOException, InterruptedException {
            Maintenance maintenance = library.maintenance();
            return maintenance.importFrom(Caller.open("import on this machine"), source, listener);
        }

        @Override
        public Line toLine() {
            return line("import", source);
        }

        @Override
        public String summary(Outcome outcome) {
            return "Imported " + images(outcome.done(), outcome.bytes()) + held(outcome.unchanged());
        }
    }

    /**
     * How a task ended.
     *
     * @param done how many images it was done for
     * @param unchanged how many needed nothing
     * @param bytes the size of those done
     * @param findings how many findings there were
     * @param leftovers how many files were met that belong to no image
     * @param complete whether it went through to its end
     */
    record Outcome(long done, long unchanged, long bytes, long findings, long leftovers, boolean complete) {
        static Outcome of(MaintenanceReport report) {
            return new Outcome(
                    report.done(),
                    report.unchanged(),
                    report.bytes(),
                    report.findings(),
                    report.leftovers(),
                    report.complete());
        }
    }
}
