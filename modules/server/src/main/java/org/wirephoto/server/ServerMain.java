package org.wirephoto.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where {@code wirephoto-server} starts. */
@Command(name = "wirephoto-server", mixinStandardHelpOptions = true, versionProvider = ServerMain.class)
public final class ServerMain implements CommandLine.IVersionProvider, Runnable {
    /** Runs the program and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ServerMain()).execute(args));
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "wirephoto-server "
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
