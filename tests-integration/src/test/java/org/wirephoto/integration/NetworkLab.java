package org.wirephoto.integration;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Two network namespaces of Linux, "here" and "there", with two cables between them, and Avahi there: a peer that is not
 * ours. Nothing of it touches this machine's own networks, and nothing is left when it is closed.
 */
final class NetworkLab implements AutoCloseable {
    private static final String PREFIX = "wirephoto-it-";
    private static final List<String> TOOLS =
            List.of("ip", "unshare", "avahi-daemon", "avahi-browse", "avahi-publish", "dbus-daemon", "nft");
    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <listen>unix:path=@SOCKET@</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
                <allow send_requested_reply="true"/>
                <allow receive_requested_reply="true"/>
              </policy>
            </busconfig>
            """;
    private static final String AVAHI = """
            [server]
            host-name=there
            use-ipv4=yes
            use-ipv6=yes
            [wide-area]
            enable-wide-area=no
            [publish]
            publish-workstation=no
            """;
    /** Avahi keeps files in a folder of the machine's: here it has one of its own in that place. */
    private static final String START_AVAHI = "mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon"
            + " && exec avahi-daemon --no-drop-root --no-chroot --no-rlimits --no-proc-title -f \"$0\"";

    /** The ends of the cables here, and there. */
    static final List<String> CABLES_HERE = List.of("wpa0", "wpa1");

    static final List<String> CABLES_THERE = List.of("wpb0", "wpb1");

    private final Path scratch;
    private final String here = PREFIX + ProcessHandle.current().pid() + "-here";
    private final String there = PREFIX + ProcessHandle.current().pid() + "-there";
    private final String cafe = PREFIX + ProcessHandle.current().pid() + "-cafe";
    private final List<OutputLines> running = new ArrayList<>();

    private NetworkLab(Path scratch) {
        this.scratch = scratch;
    }

    /** Builds it; ends the test as not run, with a reason, where that is not possible. */
    static NetworkLab open(Path scratch) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces are for root");
        for (String tool : TOOLS) {
            assumeTrue(find(tool).isPresent(), tool + " is not installed (.ci/run installs it)");
        }
        NetworkLab lab = new NetworkLab(scratch);
        boolean open = false;
        try {
            lab.lay();
            lab.startAvahi();
            open = true;
            return lab;
        } finally {
            if (!open) {
                lab.close();
            }
        }
    }

    private static Optional<Path> find(String tool) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void lay() throws IOException {
        sweep();
        try {
            ip("netns", "add", here);
        } catch (IOException e) {
            abort("this machine makes no network namespaces: " + e.getMessage());
        }
        ip("netns", "add", there);
        for (int i = 0; i < CABLES_HERE.size(); i++) {
            String one = CABLES_HERE.get(i);
            String other = CABLES_THERE.get(i);
            ip("link", "add", one, "netns", here, "type", "veth", "peer", "name", other, "netns", there);
            // or their link-local addresses could not be used for a second or two
            run(here, "sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/" + one + "/accept_dad");
            run(there, "sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/" + other + "/accept_dad");
            ip("-n", here, "addr", "add", address(i, 1) + "/24", "dev", one);
            ip("-n", there, "addr", "add", address(i, 2) + "/24", "dev", other);
            ip("-n", here, "link", "set", one, "up");
            ip("-n", there, "link", "set", other, "up");
        }
        ip("-n", here, "link", "set", "lo", "up");
        ip("-n", there, "link", "set", "lo", "up");
    }

    /** The address of this end (1) or the other (2) of a cable. */
    static String address(int cable, int end) {
        return "10.77." + cable + "." + end;
    }

    /** What an earlier run left that was killed. */
    private static void sweep() throws IOException {
        for (String line : ip("netns", "list").lines().toList()) {
            String name = line.split(" ")[0];
            if (name.startsWith(PREFIX)) {
                long pid = Long.parseLong(name.substring(PREFIX.length()).split("-")[0]);
                if (ProcessHandle.of(pid).isEmpty()) {
                    ip("netns", "del", name);
                }
            }
        }
    }

    private void startAvahi() throws IOException {
        Path bus = Files.writeString(
                scratch.resolve("bus.conf"), BUS.replace("@SOCKET@", String.valueOf(scratch.resolve("bus"))));
        Path avahi = Files.writeString(scratch.resolve("avahi.conf"), AVAHI);
        OutputLines busLines = OutputLines.of(new ProcessBuilder(
                "dbus-daemon", "--config-file=" + bus, "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"));
        running.add(busLines);
        busLines.await("bus", Duration.ofSeconds(20), line -> line.startsWith("unix:"));
        OutputLines daemon = OutputLines.of(there("unshare", "-m", "sh", "-c", START_AVAHI, avahi.toString()));
        running.add(daemon);
        daemon.await("Avahi", Duration.ofSeconds(30), line -> line.contains("Server startup complete"));
    }

    /** A program here. */
    ProcessBuilder here(ProcessBuilder program) {
        return inside(here, program);
    }

    /** A program there, which finds Avahi. */
    ProcessBuilder there(ProcessBuilder program) {
        ProcessBuilder builder = inside(there, program);
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + scratch.resolve("bus"));
        return builder;
    }

    ProcessBuilder there(String... command) {
        return there(new ProcessBuilder(command));
    }

    private static ProcessBuilder inside(String namespace, ProcessBuilder program) {
        List<String> command =
                new ArrayList<>(List.of(find("ip").orElseThrow().toString(), "netns", "exec", namespace));
        command.addAll(program.command());
        return program.command(command);
    }

    /** Switches an interface here off, or on again; there, a cable is pulled or put in. */
    void cable(int cable, boolean plugged) throws IOException {
        ip("-n", here, "link", "set", CABLES_HERE.get(cable), plugged ? "up" : "down");
    }

    /** Switches an interface there off, or on again; here, a cable is pulled or put in. */
    void cableThere(int cable, boolean plugged) throws IOException {
        ip("-n", there, "link", "set", CABLES_THERE.get(cable), plugged ? "up" : "down");
    }

    /** Gives an interface here an address ({@code add}), or takes it away ({@code del}). */
    void addressHere(String what, int cable, String address) throws IOException {
        ip("-n", here, "addr", what, address, "dev", CABLES_HERE.get(cable));
    }

    void addressThere(String what, int cable, String address) throws IOException {
        ip("-n", there, "addr", what, address, "dev", CABLES_THERE.get(cable));
    }

    /** Has packets dropped that come in here, such as {@code tcp dport 9999}, without a word. */
    void firewallHere(String packets) throws IOException {
        firewall(here, packets);
    }

    void firewallThere(String packets) throws IOException {
        firewall(there, packets);
    }

    private static void firewall(String namespace, String packets) throws IOException {
        run(namespace, "nft", "add table inet lab");
        run(namespace, "nft", "add chain inet lab input { type filter hook input priority 0; }");
        run(namespace, "nft", "add rule inet lab input " + packets + " drop");
    }

    void noFirewalls() throws IOException {
        run(here, "nft", "flush ruleset");
        run(there, "nft", "flush ruleset");
    }

    /** Makes a machine that is on a wireless network and nowhere else, with nobody at the other end. */
    void wireless() throws IOException {
        ip("netns", "add", cafe);
        ip("link", "add", "wl0", "netns", cafe, "type", "veth", "peer", "name", "ap0", "netns", here);
        ip("-n", cafe, "addr", "add", "10.78.0.2/24", "dev", "wl0");
        ip("-n", cafe, "link", "set", "wl0", "up");
        ip("-n", here, "link", "set", "ap0", "up");
    }

    /** A program on the wireless machine. */
    ProcessBuilder onWireless(ProcessBuilder program) {
        return inside(cafe, program);
    }

    private static void run(String namespace, String... command) throws IOException {
        finish(inside(namespace, new ProcessBuilder(command)));
    }

    private static String ip(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(find("ip").orElseThrow().toString()));
        command.addAll(List.of(arguments));
        return finish(new ProcessBuilder(command));
    }

    private static String finish(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", builder.command()) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }

    /** Ends what runs there and takes both namespaces away, and with them the cables. */
    @Override
    public void close() throws IOException {
        running.reversed().forEach(OutputLines::close);
        String names = ip("netns", "list");
        for (String name : List.of(here, there, cafe)) {
            if (names.contains(name)) {
                ip("netns", "del", name);
            }
        }
    }
}
