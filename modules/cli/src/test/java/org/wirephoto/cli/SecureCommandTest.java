package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.client.KnownServer;
import org.wirephoto.protocol.AccessKey;

/** What tests of trust and keys have in common: a server that speaks TLS, and a machine that knows none yet. */
abstract class SecureCommandTest {
    static final AccessKey KEY = AccessKey.generate(new SecureRandom());

    static TestCertificate certificate;
    static TestCertificate other;

    @TempDir
    Path folder;

    FakeServer server;
    Scene scene;

    @BeforeAll
    static void makeCertificates() {
        certificate = TestCertificate.create();
        other = TestCertificate.create();
    }

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer().with(certificate);
        scene = Scene.secure(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    void join() {
        assertThat(scene.hidden(server.invite(KEY).link()).onTerminal().run("join"))
                .extracting(Outcome::exit)
                .isEqualTo(0);
    }

    /** Another server takes the place of the first, at the same port. */
    void setUpAnew() throws IOException {
        int port = server.port();
        server.close();
        server = new FakeServer(port).with(other).wanting(KEY);
    }

    KnownServer onlyKnown() throws IOException {
        assertThat(scene.known().all()).hasSize(1);
        return scene.known().all().getFirst();
    }
}
