package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The linked programs and Avahi find each other, on networks that the test itself made: the server here, and Avahi or
 * our command line there.
 */
@Tag("alone")
class DiscoveryIT {
    private static final String TYPE = "_wirephoto._tcp";
    /** For a machine with much else to do; how soon a server is there, the server's own tests look at. */
    private static final Duration LATER = Duration.ofSeconds(60);

    @TempDir
    static Path scratch;

    private static NetworkLab lab;

    @BeforeAll
    static void open() throws IOException {
        lab = NetworkLab.open(scratch);
    }

    @AfterAll
    static void close() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    /** A server here; its first line of output is there when it listens. */
    private static OutputLines server(Path data, String name, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--data", data.toString(), "--name", name, "--port", "0"));
        arguments.addAll(List.of(options));
        OutputLines server = OutputLines.of(lab.here(Image.builder("wirephoto-server", Map.of(), arguments)));
        server.await("banner", Duration.ofSeconds(60), line -> line.contains("Wirephoto server"));
        return server;
    }

    private static OutputLines browser() throws IOException {
        return OutputLines.of(lab.there("avahi-browse", "-rp", TYPE));
    }

    /** Our client there, which says what it sees come and go. */
    private static OutputLines watcher() throws IOException, URISyntaxException {
        URL classes = ServerWatcher.class.getProtectionDomain().getCodeSource().getLocation();
        return OutputLines.of(lab.there(
                Image.program("java").toString(),
                "--add-modules",
                "org.wirephoto.client",
                "-cp",
                Path.of(classes.toURI()).toString(),
                ServerWatcher.class.getName()));
    }

    private static int port(OutputLines server) {
        String line = server.await("address", LATER, one -> one.contains("address"));
        Matcher matcher = Pattern.compile(":([0-9]+)").matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** What our command line says there, where it may look at the networks. */
    private static Image.Outcome wirephoto(String... arguments) throws IOException, InterruptedException {
        return finish(lab.there(program(arguments)));
    }

    private static Image.Outcome wirephotoOnWireless(String... arguments) throws IOException, InterruptedException {
        return finish(lab.onWireless(program(arguments)));
    }

    private static ProcessBuilder program(String... arguments) {
        Map<String, String> environment = Map.of("WIREPHOTO_NETWORKS", "all", "HOME", scratch.toString());
        return Image.builder("wirephoto", environment, List.of(arguments));
    }

    private static Image.Outcome finish(ProcessBuilder program) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(scratch, "errors", ".txt");
        Process process = program.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Image.Outcome(process.exitValue(), output, Files.readString(errors));
    }

    /**
     * A line of Avahi's: of a service that came ({@code +}), is known ({@code =}) or went ({@code -}), on one network, in
     * one language, and of one name: Avahi may still know what another test had announced.
     */
    private static Predicate<String> line(String what, String network, String language, String name) {
        return line -> line.startsWith(String.join(";", what, network, language, name, TYPE, "local"));
    }

    @Test
    void avahiSeesTheServerAndItsGoodbyeInBothLanguages(@TempDir Path data) throws Exception {
        // as Avahi writes it: the dot escaped, what is not ASCII as decimal bytes
        String name = "Living\\.room\\032\\195\\164";
        try (OutputLines browser = browser();
                OutputLines server = server(data, "Living.room ä")) {
            String four = browser.await("IPv4 service", LATER, line("=", "wpb0", "IPv4", name));
            assertThat(four).contains(";10.77.0.1;" + port(server) + ";").contains("\"v=1\"", "\"key=yes\"");
            Matcher fingerprint = Pattern.compile("\"fp=([0-9a-f]{16})\"").matcher(four);
            assertThat(fingerprint.find()).as(four).isTrue();
            String invite = Files.readString(data.resolve("local-invite"));
            assertThat(invite).contains("?fp=" + fingerprint.group(1));

            OutputLines again = browser();
            try (again) {
                String six = again.await("IPv6 service", LATER, line("=", "wpb0", "IPv6", name));
                assertThat(six).contains(";fe80::").contains("fp=" + fingerprint.group(1));
            }
            server.process().destroy();
            assertThat(server.process().waitFor(LATER)).isTrue();
            browser.await("goodbye", LATER, line("-", "wpb0", "IPv4", name));
        }
    }

    @Test
    void theClientSeesWhatAvahiPublishes() throws Exception {
        try (OutputLines publisher = OutputLines.of(lab.there(
                "avahi-publish",
                "-s",
                "Peer's. room",
                TYPE,
                "4711",
                "v=1",
                "fp=00112233445566aa",
                "key=yes",
                "x=\u001b[2J"))) {
            publisher.await("service", LATER, line -> line.contains("Established"));
            Image.Outcome servers = wirephoto("servers", "--json");
            assertThat(servers.output())
                    .as(servers.toString())
                    .contains("\"Peer's. room\"", "\"00112233445566aa\"", "\"key-needed\":true")
                    .containsPattern("\"10\\.77\\.[01]\\.2:4711\"");
        }
        Image.Outcome after = wirephoto("servers", "--json");
        assertThat(after.output()).as(after.toString()).doesNotContain("Peer's. room");
    }

    @Test
    void aServerOnSeveralNetworksIsOneServer(@TempDir Path data) throws Exception {
        try (OutputLines server = server(data, "Twice")) {
            Image.Outcome servers = wirephoto("servers", "--json");
            assertThat(servers.output().lines().filter(line -> line.contains("\"Twice\"")))
                    .as(servers.toString())
                    .singleElement()
                    .asString()
                    .containsPattern("10\\.77\\.[01]\\.1:" + port(server));
        }
    }

    @Test
    void isAnnouncedOnlyWhereItWasTold(@TempDir Path data) throws Exception {
        try (OutputLines browser = browser();
                OutputLines server = server(data, "Second", "--plain", "--open", "--announce", "wpa1")) {
            String seen = browser.await("service", LATER, line("=", "wpb1", "IPv4", "Second"));
            assertThat(seen)
                    .contains(";10.77.1.1;" + port(server) + ";", "\"key=no\"")
                    .doesNotContain("fp=");
            assertThat(browser.all()).noneMatch(line -> line.contains(";wpb0;") && line.contains("Second"));
        }
    }

    /** Avahi forgets what it heard by a cable when its own end of it is switched off, and not before. */
    @Test
    void isAnnouncedUnderItsNameOverEveryCableThatIsPutIn(@TempDir Path data) throws Exception {
        lab.cable(1, false);
        try (OutputLines browser = browser();
                OutputLines server = server(data, "Roaming", "--plain", "--open")) {
            browser.await("service", LATER, line("=", "wpb0", "IPv4", "Roaming"));
            lab.cable(1, true);
            awaitOnCable1(browser);
            lab.cableThere(1, false);
            browser.await("the end of a cable", LATER, line("-", "wpb1", "IPv4", "Roaming"));
            lab.cableThere(1, true);
            awaitOnCable1(browser);
            assertThat(browser.all()).noneMatch(line -> line.contains("Roaming\\032"));
            assertThat(server.process().isAlive()).isTrue();
        } finally {
            lab.cable(1, true);
            lab.cableThere(1, true);
        }
    }

    private static void awaitOnCable1(OutputLines browser) {
        Predicate<String> four = line("=", "wpb1", "IPv4", "Roaming");
        Predicate<String> six = line("=", "wpb1", "IPv6", "Roaming");
        String first = browser.await("service over the cable", LATER, four.or(six));
        browser.await("service in both languages", LATER, four.test(first) ? six : four);
    }

    @Test
    void theClientFollowsAddressesAndForgetsANetworkThatIsGone(@TempDir Path data) throws Exception {
        try (OutputLines watcher = watcher();
                OutputLines server = server(data, "Moving", "--plain", "--open", "--announce", "wpa1")) {
            String port = ":" + port(server);
            watcher.await("server", LATER, line -> line.contains(" Moving 10.77.1.1" + port));
            lab.addressHere("del", 1, "10.77.1.1/24");
            lab.addressHere("add", 1, "10.77.1.9/24");
            watcher.await("new address", LATER, line -> line.contains(" Moving 10.77.1.9" + port));
            lab.cable(1, false);
            watcher.await("the end of the network", LATER, line -> line.startsWith("- Moving "));
            lab.cable(1, true);
            watcher.await("its return", LATER, line -> line.contains(" Moving 10.77.1.9" + port));
        } finally {
            lab.cable(1, true);
            lab.addressHere("replace", 1, "10.77.1.1/24");
        }
    }

    /** Those of IPv6 that are the same on every network; a server is announced with them when it starts or they come. */
    @Test
    void isReachedAtItsOtherAddressesOfIpv6(@TempDir Path data) throws Exception {
        lab.addressThere("add", 0, "fd77::2/64");
        lab.addressHere("add", 0, "fd77::1/64");
        try (OutputLines watcher = watcher();
                OutputLines browser = browser();
                OutputLines server = server(data, "Global", "--plain", "--open", "--announce", "wpa0")) {
            String port = ":" + port(server);
            watcher.await(
                    "server", LATER, line -> line.contains("10.77.0.1" + port) && line.contains("[fd77::1]" + port));
            Predicate<String> six = line("=", "wpb0", "IPv6", "Global");
            browser.await("IPv6 service", LATER, line -> six.test(line) && line.contains(";fd77::1;"));
            Image.Outcome ping = wirephoto("--plain", "--server", "[fd77::1]" + port, "ping");
            assertThat(ping.exitCode()).as(ping.toString()).isZero();
            lab.addressHere("add", 0, "fd78::1/64");
            watcher.await("new address", LATER, line -> line.contains("[fd78::1]" + port));
        } finally {
            lab.addressThere("del", 0, "fd77::2/64");
            lab.addressHere("del", 0, "fd77::1/64");
            lab.addressHere("del", 0, "fd78::1/64");
        }
    }

    @Test
    void theDoctorFindsNothingToComplainOf(@TempDir Path data) throws Exception {
        try (OutputLines server = server(data, "Healthy", "--plain", "--open")) {
            Image.Outcome doctor = wirephoto("--plain", "doctor", "10.77.0.1:" + port(server));
            assertThat(doctor.exitCode()).as(doctor.toString()).isZero();
            assertThat(doctor.output())
                    .contains(
                            "wpb0 (10.77.0.2)", "Sent and received", "Healthy", "takes connections", "An answer takes");
        }
    }

    @Test
    void theDoctorNamesWhatIsInTheWay(@TempDir Path data) throws Exception {
        try (OutputLines server = server(data, "Locked");
                ExecutorService doctors = Executors.newVirtualThreadPerTaskExecutor()) {
            String address = "10.77.0.1:" + port(server);
            Map<List<String>, String> causes = Map.of(
                    List.of("doctor", "--json", address), "key-missing",
                    List.of("--plain", "doctor", "--json", address), "tls-server",
                    List.of("doctor", "--json", "10.77.0.1:1"), "wrong-port",
                    List.of("doctor", "--json", "10.77.0.99"), "no-answer",
                    List.of("doctor", "--json", "192.0.2.5"), "other-subnet");
            Map<String, Future<Image.Outcome>> outcomes = new HashMap<>();
            causes.forEach((arguments, cause) ->
                    outcomes.put(cause, doctors.submit(() -> wirephoto(arguments.toArray(String[]::new)))));
            for (Map.Entry<String, Future<Image.Outcome>> outcome : outcomes.entrySet()) {
                assertThat(outcome.getValue().get().output()).contains("\"cause\":\"" + outcome.getKey() + "\"");
            }
        }
    }

    @Test
    void theDoctorNamesAFirewallInFrontOfTheServer(@TempDir Path data) throws Exception {
        try (OutputLines server = server(data, "Walled", "--plain", "--open")) {
            String address = "10.77.0.1:" + port(server);
            lab.firewallHere("tcp dport " + port(server));
            Image.Outcome doctor = wirephoto("--plain", "doctor", "--json", address);
            assertThat(doctor.output())
                    .as(doctor.toString())
                    .contains("\"check\":\"tcp\",\"outcome\":\"failed\"", "\"cause\":\"firewall\"");
        } finally {
            lab.noFirewalls();
        }
    }

    @Test
    void theDoctorNamesAFirewallOnItsOwnMachine() throws Exception {
        try {
            lab.firewallThere("udp dport 5353");
            Image.Outcome doctor = wirephoto("doctor", "--json");
            assertThat(doctor.output())
                    .as(doctor.toString())
                    .contains("\"check\":\"multicast\",\"outcome\":\"failed\"", "\"cause\":\"firewall\"");
        } finally {
            lab.noFirewalls();
        }
    }

    /** On a wireless network where nobody else is to be heard; of such a network the name of the interface tells. */
    @Test
    void theDoctorNamesClientIsolation() throws Exception {
        try (ExecutorService doctors = Executors.newVirtualThreadPerTaskExecutor()) {
            lab.wireless();
            Future<Image.Outcome> network = doctors.submit(() -> wirephotoOnWireless("doctor", "--json"));
            Future<Image.Outcome> server = doctors.submit(() -> wirephotoOnWireless("doctor", "--json", "10.78.0.1"));
            assertThat(network.get().output()).contains("\"cause\":\"client-isolation\"");
            assertThat(server.get().output()).contains("\"cause\":\"client-isolation\"");
        }
    }
}
