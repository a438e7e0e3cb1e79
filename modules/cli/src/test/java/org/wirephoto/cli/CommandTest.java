package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of commands have in common: a server, and a machine with an empty folder beside it. */
abstract class CommandTest {
    @TempDir
    Path folder;

    FakeServer server;
    Scene scene;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        scene = new Scene(folder, server.address());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }
}
