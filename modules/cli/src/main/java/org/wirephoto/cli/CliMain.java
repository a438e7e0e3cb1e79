package org.wirephoto.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Where {@code wirephoto} starts: puts the command line together and runs it. */
public final class CliMain {
    private CliMain() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param arguments as they were typed
     */
    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::request, "wirephoto-interrupted"));
        int code = new Cli(host(), interruption).run(arguments);
        interruption.finish();
        System.exit(code);
    }

    private static Host host() {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.detect(environment);
        return new Host(
                System.in,
                HiddenInput.ofConsole(),
                new StandardOutput(new FileOutputStream(FileDescriptor.out), charset("stdout.encoding")),
                new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset("stderr.encoding")),
                terminal,
                environment,
                Clock.system(ZoneId.systemDefault()),
                Path.of(""));
    }

    /** UTF-8, but for a terminal that says it shows something else; one that says ASCII says nothing. */
    private static Charset charset(String property) {
        Charset said = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
        return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
    }
}
