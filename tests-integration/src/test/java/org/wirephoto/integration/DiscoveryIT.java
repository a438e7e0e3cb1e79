package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Avahi itself waits for a second before it believes a goodbye. */
    private static final Duration LATER = Duration.ofSeconds(20);

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
        OutputLines lines = OutputLines.of(lab.there("avahi-browse", "-rp", TYPE));
        return lines;
    }

    private static int port(OutputLines server) {
        String line = server.await("address", LATER, one -> one.contains("address"));
        Matcher matcher = Pattern.compile(":([0-9]+)").matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** What our command line says there, where it may look at the networks. */
    private static Image.Outcome wirephoto(String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("WIREPHOTO_NETWORKS", "all", "HOME", scratch.toString());
        Process process = lab.there(Image.builder("wirephoto", environment, List.of(arguments)))
                .redirectError(scratch.resolve("errors").toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Image.Outcome(process.exitValue(), output, Files.readString(scratch.resolve("errors")));
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
            String four = browser.await("IPv4 service", SOON, line("=", "wpb0", "IPv4", name));
            assertThat(four)
                    .contains(";10.77.0.1;" + port(server) + ";")
                    .contains("\"v=1\"", "\"key=yes\"");
            Matcher fingerprint = Pattern.compile("\"fp=([0-9a-f]{16})\"").matcher(four);
            assertThat(fingerprint.find()).as(four).isTrue();
            String invite = Files.readString(data.resolve("local-invite"));
            assertThat(invite).contains("?fp=" + fingerprint.group(1));

            OutputLines again = browser();
            try (again) {
                String six = again.await("IPv6 service", LATER, line("=", "wpb0", "IPv6", name));
                assertThat(six).contains(";fe80::").contains("fp=" + fingerprint.group(1));
            }
            long stopping = System.nanoTime();
            server.process().destroy();
            assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime() - stopping).isLessThan(TimeUnit.SECONDS.toNanos(5));
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

    @Test
    void isAnnouncedOverACableThatIsPutInLater(@TempDir Path data) throws Exception {
        lab.cable(1, false);
        try (OutputLines browser = browser();
                OutputLines server = server(data, "Roaming", "--plain", "--open")) {
            browser.await("service", LATER, line("=", "wpb0", "IPv4", "Roaming"));
            lab.cable(1, true);
            browser.await("new cable", LATER, line("=", "wpb1", "IPv4", "Roaming"));
            assertThat(server.process().isAlive()).isTrue();
        } finally {
            lab.cable(1, true);
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
        try (OutputLines server = server(data, "Locked")) {
            String address = "10.77.0.1:" + port(server);
            assertThat(wirephoto("doctor", "--json", address).output()).contains("\"cause\":\"key-missing\"");
            assertThat(wirephoto("--plain", "doctor", "--json", address).output())
                    .contains("\"cause\":\"tls-server\"");
            assertThat(wirephoto("doctor", "--json", "10.77.0.1:1").output()).contains("\"cause\":\"wrong-port\"");
            assertThat(wirephoto("doctor", "--json", "10.77.0.99").output()).contains("\"cause\":\"no-answer\"");
            assertThat(wirephoto("doctor", "--json", "192.0.2.5").output()).contains("\"cause\":\"other-subnet\"");
        }
    }
}
