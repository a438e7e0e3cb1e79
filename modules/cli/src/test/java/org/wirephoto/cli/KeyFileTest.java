package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;

/** Keys and invites that come from a file. */
class KeyFileTest extends SecureCommandTest {
    @Test
    void givesTheKeyForTheServerThatIsNamed() throws IOException {
        server.wanting(KEY);
        scene.file("key.txt", (KEY.grouped() + "\n").getBytes(StandardCharsets.UTF_8));
        String[] list = {
            "list",
            "-s",
            server.address(),
            "--fingerprint",
            certificate.fingerprint().hex()
        };
        assertThat(scene.run(list).exit()).isEqualTo(4);
        assertThat(scene.environment("WIREPHOTO_KEY_FILE", "key.txt").run(list).exit())
                .isZero();
    }

    @Test
    void givesAWholeInvite() {
        server.wanting(KEY);
        scene.file("invite.txt", server.invite(KEY).link().getBytes(StandardCharsets.UTF_8));
        assertThat(scene.run("list", "--key-file", "invite.txt").exit()).isZero();
        assertThat(scene.run("list", "--key-file", "invite.txt", "-s", server.address())
                        .exit())
                .isZero();
        assertThat(scene.run("list", "--key-file", "invite.txt", "--plain").exit())
                .isEqualTo(2);
    }

    @Test
    void neverGivesTheKeyOfAnInviteToAnotherServer() throws IOException {
        scene.file("invite.txt", server.invite(KEY).link().getBytes(StandardCharsets.UTF_8));
        setUpAnew();
        String[] list = {
            "list",
            "--key-file",
            "invite.txt",
            "--fingerprint",
            other.fingerprint().hex()
        };
        assertThat(scene.run(list).exit()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void thatIsNotThereIsLeftOutWithANote() {
        Outcome outcome = scene.run(
                "list",
                "-s",
                server.address(),
                "--fingerprint",
                certificate.fingerprint().hex(),
                "--key-file",
                "gone.txt");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("There is no key file gone.txt");
    }

    @Test
    void thatHoldsNoKeyOrThatOthersCanReadIsTold() throws IOException {
        Path file = scene.file("invite.txt", "not this\n".getBytes(StandardCharsets.UTF_8));
        Outcome outcome = scene.run("list", "--key-file", "invite.txt");
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("invite.txt").doesNotContain("not this");
        Files.writeString(file, server.invite(KEY).link());
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Outcome warned = scene.run("list", "--key-file", "invite.txt");
        assertThat(warned.exit()).isZero();
        assertThat(warned.err()).contains("invite.txt").doesNotContain(KEY.text());
    }
}
