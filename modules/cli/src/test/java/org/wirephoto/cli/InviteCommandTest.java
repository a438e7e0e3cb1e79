package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ErrorCode;

/** Making invites for others. */
class InviteCommandTest {
    private static final AccessKey KEY = AccessKey.generate(new SecureRandom());

    private static TestCertificate certificate;

    @TempDir
    Path folder;

    private FakeServer server;
    private Scene scene;

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.create();
    }

    @BeforeEach
    void join() throws IOException {
        server = new FakeServer().with(certificate).wanting(KEY);
        scene = Scene.secure(folder);
        assertThat(scene.run("join", server.invite(KEY).link()).exit()).isZero();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String made() {
        return server.invite(FakeServer.NEW_KEY).link();
    }

    @Test
    void showsLinkAndCodeOnATerminal() {
        Outcome outcome = scene.onTerminal().run("invite", "--label", "Ann");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("An invite for Ann, who may do what a contributor may:\n\n  " + made());
        assertThat(outcome.out().lines().filter(line -> line.contains("▀"))).hasSizeGreaterThan(15);
        assertThat(outcome.err()).contains("wirephoto join", "this machine's own");
    }

    @Test
    void writesNoKeyIntoAPipe() {
        for (String[] arguments : new String[][] {{"invite"}, {"invite", "--json"}}) {
            Outcome outcome = scene.run(arguments);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("--output FILE");
        }
        assertThat(server.requests()).doesNotContain("invite");
    }

    @Test
    void writesAFileForItsOwnerAlone() throws IOException {
        Outcome outcome = scene.run("invite", "--role", "viewer", "-o", "ann.txt", "--json");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        Path file = folder.resolve("ann.txt");
        assertThat(file).hasContent(made() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(outcome.out() + outcome.err()).doesNotContain(FakeServer.NEW_KEY.text());
        assertThat(outcome.out()).contains("\"role\":\"viewer\"");
    }

    @Test
    void overwritesNothingAndLeavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(scene.run("invite", "-o", "mine.txt").exit()).isEqualTo(5);
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
        assertThat(server.requests()).doesNotContain("invite");
        server.refuse("invite", ErrorCode.NOT_ALLOWED);
        Outcome refused = scene.run("invite", "-o", "new.txt");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).startsWith("This server does not let you invite others: ");
        assertThat(folder.resolve("new.txt")).doesNotExist();
    }

    @Test
    void makesNoCurators() {
        assertThat(scene.run("invite", "--role", "curator", "-o", "x").err())
                .startsWith("--role can be viewer or contributor, and not curator.");
    }
}
