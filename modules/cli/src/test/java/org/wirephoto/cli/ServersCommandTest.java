package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** The list of servers, and what changes it without going there. */
class ServersCommandTest {
    private static final Fingerprint ATTIC = new Fingerprint("0123456789abcdef".repeat(4));
    private static final Fingerprint CELLAR = new Fingerprint("fedcba9876543210".repeat(4));
    private static final AccessKey KEY = AccessKey.generate(new SecureRandom());

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void lookAround() {
        scene = Scene.secure(folder);
    }

    private static KnownServer server(String name, String address, Fingerprint fingerprint) {
        return new KnownServer(
                name, ServerAddress.parse(address).orElseThrow(), new Trust.Pinned(fingerprint), Optional.of(KEY));
    }

    private void keepTwo() throws IOException {
        scene.known().put(server("Attic", "192.168.1.5", ATTIC));
        scene.known().put(server("The cellar", "192.168.1.6:7777", CELLAR));
    }

    @Test
    void listsWhatIsKeptTheLastFirst() throws IOException {
        keepTwo();
        assertThat(scene.run("servers")).isEqualTo(new Outcome(0, """
                        *  The cellar  192.168.1.6:7777  fedc ba98 7654 3210  joined
                           Attic       192.168.1.5:9999  0123 4567 89ab cdef  joined
                        """, ""));
        assertThat(scene.onTerminal().run("servers", "--no-search").out())
                .startsWith("   NAME        ADDRESS           FINGERPRINT\n*  The cellar  ");
    }

    @Test
    void saysWhatToDoWhereThereIsNone() {
        assertThat(scene.run("servers", "--no-search"))
                .isEqualTo(new Outcome(0, "", "No server was joined yet. Join one with its invite: wirephoto join\n"));
    }

    @Test
    void writesJsonWithoutKeys() throws IOException {
        keepTwo();
        Outcome outcome = scene.run("servers", "--json");
        assertThat(outcome.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"name\":\"The cellar\",\"address\":\"192.168.1.6:7777\",\"fingerprint\":\"" + CELLAR)
                .endsWith(",\"joined\":true,\"found\":false,\"default\":true}");
        assertThat(outcome.out() + scene.run("servers").out()).doesNotContain(KEY.text());
    }

    @Test
    void wantsToKnowWhereToLook() {
        Outcome outcome = scene.environment("WIREPHOTO_NETWORKS", "eth0/1").run("servers");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("WIREPHOTO_NETWORKS is all, none, or names of network interfaces, and not eth0/1.");
    }

    @Nested
    class Changing {
        @BeforeEach
        void keep() throws IOException {
            keepTwo();
        }

        private List<String> names() throws IOException {
            return scene.known().all().stream().map(KnownServer::name).toList();
        }

        @Test
        void removesOne() throws IOException {
            assertThat(scene.run("servers", "remove", "the CELLAR"))
                    .isEqualTo(new Outcome(0, "Forgot The cellar and the key for it.\n", ""));
            assertThat(names()).containsExactly("Attic");
        }

        @Test
        void renamesOne() throws IOException {
            assertThat(scene.run("servers", "rename", "Attic", "work"))
                    .isEqualTo(new Outcome(0, "Attic is called work now.\n", ""));
            assertThat(names()).containsExactly("The cellar", "work");
            assertThat(scene.run("servers", "rename", "work", "The cellar").err())
                    .startsWith("Another server is called The cellar already.");
            assertThat(scene.run("servers", "rename", "work", " ").exit()).isEqualTo(2);
        }

        @Test
        void choosesTheOneThatIsMeant() throws IOException {
            assertThat(scene.run("servers", "default", "Attic").exit()).isZero();
            assertThat(names()).containsExactly("Attic", "The cellar");
        }

        @Test
        void saysThatThereIsNone() {
            Outcome outcome = scene.run("servers", "remove", "Kitchen");
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err())
                    .isEqualTo("No server that was joined is called Kitchen. To see which there are:"
                            + " wirephoto servers\n");
            assertThat(scene.run("servers", "remove", "--json", "Kitchen").out())
                    .contains("\"not-found\"");
        }
    }

    @Nested
    class WhatIsOnTheNetwork {
        private FoundServer found(String name, String address, String digits, boolean keyNeeded) {
            return new FoundServer(name, List.of(ServerAddress.parse(address).orElseThrow()), digits, keyNeeded, 1);
        }

        private List<String> cells(List<KnownServer> known, FoundServer... found) {
            return ServerLine.all(known, List.of(found)).stream()
                    .map(line -> String.join(" | ", line.cells()))
                    .toList();
        }

        @Test
        void isShownAfterWhatIsKeptAndWithWhereItIsNow() {
            assertThat(cells(
                            List.of(server("Attic", "192.168.1.5", ATTIC)),
                            found("Kitchen", "192.168.1.9", "1111222233334444", true),
                            found("Dachboden", "192.168.1.77", "0123456789abcdef", true),
                            found("Open", "192.168.1.10", "", false)))
                    .containsExactly(
                            "* | Attic | 192.168.1.77:9999 | 0123 4567 89ab cdef | joined, on the network",
                            " | Kitchen | 192.168.1.9:9999 | 1111 2222 3333 4444 | wants an invite",
                            " | Open | 192.168.1.10:9999 | not encrypted | wants no key");
        }

        @Test
        void isNotTakenForAKnownServerThatItIsNot() {
            assertThat(cells(
                            List.of(server("Attic", "192.168.1.5", ATTIC)),
                            found("Attic", "192.168.1.5", "1111222233334444", true)))
                    .hasSize(2);
        }
    }
}
