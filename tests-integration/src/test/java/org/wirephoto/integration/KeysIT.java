package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Who gets in, and who did what: a server that asks for keys, as an operator runs it. */
class KeysIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 60, 40, 1);
    private static final byte[] FOREST = TestImages.photo(ImageType.PNG, 50, 50, 2);

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    private ServerProcess serve(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--plain"));
        all.addAll(List.of(options));
        return ServerProcess.start(data, Map.of(), all.toArray(String[]::new));
    }

    private Image.Outcome keys(String... arguments) {
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Image.run(scratch, "wirephoto-server", Map.of(), all.toArray(String[]::new));
    }

    /** Makes a key by the command, as a script does. */
    private AccessKey add(String role, String label, String... more) throws IOException {
        Path file = scratch.resolve(label + ".key");
        List<String> arguments =
                new ArrayList<>(List.of("add", "--role", role, "--label", label, "--output", file.toString()));
        arguments.addAll(List.of(more));
        Image.Outcome outcome = keys(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        AccessKey key = AccessKey.parse(Files.readString(file)).orElseThrow();
        Files.delete(file);
        return key;
    }

    private AccessKey localKey() throws IOException {
        return AccessKey.parse(Files.readAllLines(data.resolve("local-invite")).getLast())
                .orElseThrow();
    }

    private static String code(Line reply) {
        return reply.attribute("code").orElse(reply.command());
    }

    private static String hello(AccessKey key) {
        return "hello,N/A,N/A,version=1,key=" + key.text() + ",agent=a test";
    }

    private static RawConnection enter(ServerProcess server, AccessKey key) throws IOException {
        RawConnection peer = RawConnection.plain(server);
        assertThat(code(peer.ask(hello(key)))).isEqualTo("ok");
        return peer;
    }

    private static String knock(ServerProcess server, AccessKey key) throws IOException {
        return greet(server, key).map(KeysIT::code).orElse("cut off");
    }

    /** The answer to a hello; none where the key is taken back, and the connection cut, at that very moment. */
    private static Optional<Line> greet(ServerProcess server, AccessKey key) throws IOException {
        try (RawConnection peer = RawConnection.plain(server)) {
            return Optional.of(peer.ask(hello(key)));
        } catch (SocketException | EOFException e) {
            return Optional.empty(); // whoever asks looks at what it means
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Path keyFile() {
        return data.resolve("access-keys");
    }

    private String log(String name) throws IOException {
        return Files.readString(data.resolve("logs").resolve(name));
    }

    /** Everything that the folder has, but the one file that is there to hold a key. */
    private String everythingKept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("local-invite"))
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void keysAreMadeListedAndRevokedWhileTheServerRuns() throws Exception {
        try (ServerProcess server = serve()) {
            AccessKey ann = add("contributor", "Ann");
            assertThat(keys("add", "--role", "viewer", "--label", "ann", "--output", scratch.resolve("x") + "")
                            .exitCode())
                    .isEqualTo(1);
            assertThat(keys("list").output()).contains("Ann", "contributor", "this machine", "curator");
            try (RawConnection watching = enter(server, ann);
                    RawConnection sending = enter(server, ann);
                    RawConnection local = enter(server, localKey())) {
                assertThat(code(watching.ask("watch,N/A,N/A"))).isEqualTo("ok");
                assertThat(code(sending.ask("save,beach.png," + BEACH.length))).isEqualTo("ready");
                sending.send(BEACH, 0, 100);
                long start = System.nanoTime();
                assertThat(keys("revoke", "Ann").exitCode()).isZero();
                assertThat(watching.isClosedByServer()).isTrue();
                assertThat(sending.isClosedByServer()).isTrue();
                assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                        .isLessThan(10);
                assertThat(knock(server, ann)).isEqualTo("key-refused");
                assertThat(code(local.ask("list,N/A,N/A"))).isEqualTo("ok");
            }
        }
    }

    @Test
    void helloTellsTheLabelThatTheKeysImagesHaveAsSender() throws Exception {
        try (ServerProcess server = serve();
                RawConnection peer = RawConnection.plain(server)) {
            Line reply = peer.ask(hello(add("contributor", "Ann, phone")));
            assertThat(reply.attribute("label")).hasValue("Ann, phone");
            assertThat(peer.save("beach.png", BEACH).attribute("sender")).hasValue("Ann, phone");
        }
    }

    @Test
    void editsOfTheFileAreFollowedAndBadLinesNamed() throws Exception {
        try (ServerProcess server = serve()) {
            AccessKey ann = add("contributor", "Ann");
            String good = Files.readString(keyFile());
            Files.writeString(keyFile(), good.replace("role=contributor", "role=viewer") + "# mine\nnonsense\n");
            await(() -> greet(server, ann)
                    .flatMap(line -> line.attribute("role"))
                    .filter("viewer"::equals)
                    .isPresent());
            long line = (good + "# mine\nnonsense\n").lines().count();
            assertThat(log("wirephoto.log")).contains("Line " + line + " of " + keyFile() + " admits nobody");
            add("viewer", "Bob");
            assertThat(keys("revoke", "Bob").exitCode()).isZero();
            assertThat(Files.readString(keyFile()))
                    .contains("# mine\nnonsense\n")
                    .doesNotContain("Bob");

            Path aside = Files.move(keyFile(), scratch.resolve("aside"));
            await(() -> !knock(server, ann).equals("ok"));
            Files.move(aside, keyFile());
            await(() -> knock(server, ann).equals("ok"));
            Path folder = Files.createSymbolicLink(scratch.resolve("link"), scratch); // can't be read, even by root
            Files.move(folder, keyFile(), StandardCopyOption.ATOMIC_MOVE);
            await(() -> log("wirephoto.log").contains("so the last keys stay"));
            assertThat(knock(server, ann)).isEqualTo("ok");
            Files.delete(keyFile());
            Files.writeString(keyFile(), "");
            await(() -> !knock(server, ann).equals("ok"));
            assertThat(server.stop()).isZero();
        }
        try (ServerProcess server = serve()) {
            assertThat(knock(server, AccessKey.parse("0".repeat(26)).orElseThrow()))
                    .isEqualTo("key-refused");
            assertThat(data.resolve("local-invite")).doesNotExist();
            assertThat(server.output()).contains("nobody is admitted");
        }
    }

    @Test
    void rightsThatAreTooWideAreWarnedOf() throws Exception {
        try (ServerProcess server = serve()) {
            Files.setPosixFilePermissions(
                    keyFile(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            await(() -> server.output().contains("chmod 600"));
        }
    }

    @Test
    void whatAKeySavedIsItsOwnAfterARestartToo() throws Exception {
        AccessKey ann;
        AccessKey bob;
        try (ServerProcess server = serve()) {
            ann = add("contributor", "Ann");
            bob = add("contributor", "Bob");
            try (RawConnection peer = enter(server, ann)) {
                assertThat(peer.save("beach.png", BEACH).attribute("sender")).contains("Ann");
            }
            assertThat(server.stop()).isZero();
        }
        try (ServerProcess server = serve();
                RawConnection annAgain = enter(server, ann);
                RawConnection other = enter(server, bob)) {
            assertThat(code(other.ask("delete,beach.png,N/A"))).isEqualTo("not-allowed");
            assertThat(code(other.ask("rename,beach.png,N/A,to=mine.png"))).isEqualTo("not-allowed");
            assertThat(code(annAgain.ask("rename,beach.png,N/A,to=coast.png"))).isEqualTo("ok");
            assertThat(keys("revoke", "Ann").exitCode()).isZero();
            AccessKey second = add("contributor", "Ann");
            try (RawConnection peer = enter(server, second)) {
                assertThat(code(peer.ask("delete,coast.png,N/A"))).isEqualTo("not-allowed");
            }
        }
    }

    @Test
    void theQuotaOfAKeyIsRefusedBeforeAnyByte() throws Exception {
        try (ServerProcess server = serve();
                RawConnection ann = enter(server, add("contributor", "Ann", "--quota", BEACH.length + 10 + ""));
                RawConnection bob = enter(server, add("contributor", "Bob"))) {
            assertThat(code(ann.save("beach.png", BEACH))).isEqualTo("ok");
            assertThat(code(ann.ask("save,forest.png," + FOREST.length))).isEqualTo("quota-exceeded");
            assertThat(code(bob.save("forest.png", FOREST))).isEqualTo("ok");
            assertThat(code(ann.ask("delete,beach.png,N/A"))).isEqualTo("ok");
            assertThat(code(ann.ask("save,small.png,10"))).isEqualTo("ready");
        }
    }

    @Test
    void guessingIsSlowedDownAndARightKeyStillEnters() throws Exception {
        AccessKey wrong = AccessKey.parse("0".repeat(26)).orElseThrow();
        try (ServerProcess server = serve()) {
            AccessKey ann = add("viewer", "Ann");
            for (int i = 0; i < 10; i++) {
                assertThat(knock(server, wrong)).isEqualTo("key-refused");
            }
            long start = System.nanoTime();
            assertThat(knock(server, wrong)).isEqualTo("busy");
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(knock(server, ann)).isEqualTo("ok");
        }
    }

    @Test
    void theAuditLogTellsWhoDidWhatFromWhere() throws Exception {
        try (ServerProcess server = serve()) {
            AccessKey ann = add("contributor", "Ann");
            try (RawConnection peer = enter(server, ann);
                    RawConnection curator = enter(server, localKey())) {
                peer.save("beach.png", BEACH);
                peer.ask("rename,beach.png,N/A,to=coast%0Aof%20Norway.png");
                peer.ask("delete,coast_of_Norway.png,N/A");
                peer.ask("restore,coast_of_Norway.png,N/A");
                curator.save("forest.png", FOREST);
                peer.ask("delete,forest.png,N/A");
                peer.ask("invite,N/A,N/A,role=viewer");
                assertThat(code(curator.ask("invite,N/A,N/A,role=viewer,label=Vera")))
                        .isEqualTo("ok");
                curator.ask("delete,forest.png,N/A,forever=true");
            }
            knock(server, AccessKey.parse("0".repeat(26)).orElseThrow());
            keys("revoke", "Ann");
            assertThat(server.stop()).isZero();
        }
        String by = " by=Ann key=[0-9a-f]{8} from=127.0.0.1";
        String local = " by=\"this machine\" key=[0-9a-f]{8} from=127.0.0.1";
        List<String> wanted = List.of(
                "key added label=Ann role=contributor id=[0-9a-f]{8}",
                "hello role=contributor agent=\"a test\"" + by,
                "saved name=beach.png size=" + BEACH.length + " sha256=" + RawConnection.digest(BEACH) + by,
                "renamed name=beach.png to=coast_of_Norway.png" + by,
                "deleted name=coast_of_Norway.png" + by,
                "restored name=coast_of_Norway.png as=coast_of_Norway.png" + by,
                "refused command=delete name=forest.png code=not-allowed" + by,
                "refused command=invite code=not-allowed" + by,
                "invited label=Vera role=viewer id=[0-9a-f]{8}" + local,
                "removed for good name=forest.png sha256=" + RawConnection.digest(FOREST) + local,
                "hello refused code=key-refused from=127.0.0.1",
                "key gone label=Ann role=contributor id=[0-9a-f]{8}");
        List<String> lines = log("audit.log").lines().toList();
        for (String line : wanted) {
            assertThat(lines)
                    .as(line)
                    .anyMatch(one -> one.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ " + line));
        }
        assertThat(log("wirephoto.log")).doesNotContain("sha256=");
    }

    @Test
    void keysThatComeAndGoWhileNoServerRunsAreInTheAuditLogToo() throws Exception {
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.stop()).isZero();
        }
        add("viewer", "Ann");
        String output = scratch.resolve("invite").toString();
        assertThat(Image.run(
                                scratch,
                                "wirephoto-server",
                                Map.of(),
                                "invite",
                                "--host=here",
                                "--data=" + data,
                                "--output=" + output)
                        .exitCode())
                .isZero();
        String nowhere = scratch.resolve("no/folder").toString();
        assertThat(keys("add", "--role", "viewer", "--label", "Bob", "--output", nowhere)
                        .exitCode())
                .isEqualTo(1);
        assertThat(keys("revoke", "ann").exitCode()).isZero();
        assertThat(log("audit.log").lines().map(line -> line.replaceAll("^\\S+ | id=[0-9a-f]{8}$", "")))
                .containsExactly(
                        "key added label=\"this machine\" role=curator",
                        "key added label=Ann role=viewer",
                        "key added label=guest role=contributor",
                        "key added label=Bob role=viewer",
                        "key gone label=Bob role=viewer",
                        "key gone label=Ann role=viewer");
    }

    @Test
    void thisMachinesKeyFileLeadsToAServerThatDoesNotEncrypt() throws Exception {
        try (ServerProcess server = serve()) {
            Image.Outcome ping = Image.run(
                    scratch,
                    "wirephoto",
                    Map.of(),
                    "--key-file",
                    data.resolve("local-invite").toString(),
                    "ping",
                    "--json");
            assertThat(ping.exitCode()).as(ping.toString()).isZero();
            assertThat(ping.output()).contains(":" + server.port(), "curator");
        }
    }

    @Test
    void noKeyStandsInAnyFileOrOutput() throws Exception {
        List<AccessKey> secrets = new ArrayList<>();
        String output;
        try (ServerProcess server = serve()) {
            secrets.add(localKey());
            secrets.add(add("contributor", "Ann"));
            try (RawConnection curator = enter(server, localKey())) {
                Line invited = curator.ask("invite,N/A,N/A,role=viewer");
                secrets.add(
                        AccessKey.parse(invited.attribute("key").orElseThrow()).orElseThrow());
                enter(server, secrets.get(1)).close();
                curator.ask("stat,N/A,N/A,key=" + secrets.get(1).text());
            }
            AccessKey wrong = AccessKey.parse("7Z".repeat(13)).orElseThrow();
            secrets.add(wrong);
            knock(server, wrong);
            assertThat(server.stop()).isZero();
            output = server.output();
        }
        String kept = everythingKept();
        for (AccessKey key : secrets) {
            assertThat(kept).doesNotContain(key.text(), key.grouped());
            assertThat(output).doesNotContain(key.text(), key.grouped());
        }
        assertThat(kept).contains(secrets.get(1).digest().hex());
        assertThat(output).contains("keys add --role contributor");
        Image.Outcome outcome = keys("add", "--role", "viewer", "--label", "Zoe");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).isEmpty();
    }
}
