package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.AccessKey;

/** Joining servers: by an invite, by an address, and again. */
class JoinCommandTest extends SecureCommandTest {
    @Test
    void keepsWhatTheInviteSaysForLater() throws IOException {
        server.wanting(KEY);
        Outcome outcome = scene.hidden(server.invite(KEY).link()).onTerminal().run("join");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(scene.prompts()).singleElement().asString().contains("not shown");
        assertThat(outcome.out()).startsWith("Joined ").contains(server.address());
        assertThat(outcome.err()).contains("wirephoto list");
        assertThat(outcome.out() + outcome.err()).doesNotContain(KEY.text());
        assertThat(onlyKnown().key()).contains(KEY);
        assertThat(scene.run("list").exit()).isZero();
    }

    @Test
    void readsAnInviteThatAMailBrokeIntoLines() throws IOException {
        server.wanting(KEY);
        String link = server.invite(KEY).link();
        Outcome outcome = scene.hidden(link.substring(0, 40))
                .hidden(link.substring(40, 70))
                .hidden(link.substring(70))
                .onTerminal()
                .run("join");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(onlyKnown().key()).contains(KEY);
        assertThat(scene.prompts()).hasSize(3);
    }

    @Test
    void aFingerprintBesideAnotherOneInTheKeyFileIsRefused() throws IOException {
        Path file =
                Files.writeString(folder.resolve("invite"), server.invite(KEY).link());
        Outcome outcome = scene.run("list", "--key-file", file.toString(), "--fingerprint", "0".repeat(64));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("another fingerprint");
    }

    @Test
    void readsTheInviteFromAPipe() throws IOException {
        Outcome outcome = scene.input(server.invite(KEY).link() + "\n").run("join", "--name", "Attic");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(onlyKnown().name()).isEqualTo("Attic");
        assertThat(scene.run("list", "--server", "attic").exit()).isZero();
    }

    @Test
    void keepsNothingThatDoesNotWork() throws IOException {
        server.wanting(KEY);
        AccessKey wrong = AccessKey.generate(new SecureRandom());
        Outcome refused = scene.run("join", server.invite(wrong).link());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("another invite");
        setUpAnew();
        String link = server.invite(KEY)
                .link()
                .replace(other.fingerprint().hex(), certificate.fingerprint().hex());
        assertThat(scene.run("join", link).exit()).isEqualTo(6);
        server.close();
        assertThat(scene.run("join", link).exit()).isEqualTo(3);
        assertThat(scene.known().all()).isEmpty();
    }

    @Test
    void tellsWhatIsNoInvite() {
        String link = server.invite(KEY).link();
        assertThat(scene.run("join", link.substring(0, link.length() - 3))).isEqualTo(new Outcome(2, "", """
            That is not the whole of an invite. One goes: wirephoto://HOST:PORT/?fp=…#…
            To see how it goes: wirephoto join --help
            """));
        for (String before : new String[] {"Invite: ", "<", "W"}) {
            Outcome broken = scene.run("join", before + (before.equals("W") ? link.substring(1, 60) : link));
            assertThat(broken.exit()).isEqualTo(2);
            assertThat(broken.err()).contains("not the whole of an invite").doesNotContain(KEY.text());
        }
        Outcome bare = scene.run("join", KEY.grouped());
        assertThat(bare.exit()).isEqualTo(2);
        assertThat(bare.err()).contains("--key-file").doesNotContain(KEY.grouped());
        assertThat(scene.run("join").err()).contains("No invite came");
    }

    @Test
    void anOpenServerByItsAddressAsksForItsFingerprint() throws IOException {
        assertThat(scene.run("join", server.address()).exit()).isEqualTo(6);
        Outcome outcome = scene.onTerminal().input("y\n").run("join", server.address());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(onlyKnown().key()).isEmpty();
    }

    @Test
    void againKeepsTheNameAndTheNewKey() throws IOException {
        join();
        String name = onlyKnown().name();
        AccessKey second = AccessKey.generate(new SecureRandom());
        assertThat(scene.run("join", server.invite(second).link()).exit()).isZero();
        assertThat(onlyKnown().name()).isEqualTo(name);
        assertThat(onlyKnown().key()).contains(second);
        assertThat(scene.run("join", server.address(), "--name", "Attic").exit())
                .isZero();
        assertThat(onlyKnown().name()).isEqualTo("Attic");
        assertThat(onlyKnown().key()).contains(second);
    }

    @Test
    void doesNotTakeAnotherServersName() throws IOException {
        assertThat(scene.run("join", server.invite(KEY).link(), "--name", "Attic")
                        .exit())
                .isZero();
        try (FakeServer second = new FakeServer().with(other)) {
            Outcome outcome = scene.run("join", second.invite(KEY).link(), "--name", "ATTIC");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(scene.run("join", second.invite(KEY).link()).exit()).isZero();
        }
        assertThat(scene.known().all()).hasSize(2);
    }
}
