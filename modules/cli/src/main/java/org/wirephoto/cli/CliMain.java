package org.wirephoto.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where {@code wirephoto} starts. */
@Command(name = "wirephoto", mixinStandardHelpOptions = true, versionProvider = CliMain.class)
public final class CliMain implements CommandLine.IVersionProvider, Runnable {
    /** Runs the program and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CliMain()).execute(args));
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "wirephoto "
                    + getClass()
                            .getModule()
                            .getDescriptor()
                            .version()
                            .map(Object::toString)
                            .orElse("")
        };
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
