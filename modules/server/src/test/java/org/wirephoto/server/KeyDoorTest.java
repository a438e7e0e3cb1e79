package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.Role;
import org.wirephoto.testkit.TestImages;

/** A server that asks for keys, over a socket. */
class KeyDoorTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 60, 40, 1);

    @TempDir
    Path data;

    @AutoClose
    private RunningServer server;

    private KeyFile keys;

    @BeforeEach
    void start() throws Exception {
        keys = new KeyFile(data);
        server = RunningServer.keyed(data, Fast.patient());
    }

    private AccessKey key(Role role, String label) throws Exception {
        NewKey made = NewKey.add(keys, role, new KeyLabel(label), OptionalLong.empty())
                .orElseThrow();
        RunningServer.await(() -> server.keys().current().contains(made.entry()));
        return made.key();
    }

    private static String hello(AccessKey key) {
        return "hello,N/A,N/A,version=1,key=" + key.text();
    }

    private Peer enter(AccessKey key) throws IOException {
        Peer peer = server.connect();
        assertThat(peer.askParsed(hello(key)).command()).isEqualTo("ok");
        return peer;
    }

    private static String code(Line reply) {
        return reply.attribute("code").orElse(reply.command());
    }

    @Nested
    class Hello {
        @Test
        void aKeyLetsInWithItsRole() throws Exception {
            AccessKey key = key(Role.VIEWER, "Vera");
            try (Peer peer = server.connect()) {
                String typed = key.grouped().toLowerCase(java.util.Locale.ROOT);
                Line reply = peer.askParsed("hello,N/A,N/A,version=1,key=" + typed);
                assertThat(reply.attribute("role")).contains("viewer");
                assertThat(code(peer.askParsed("list,N/A,N/A"))).isEqualTo("ok");
            }
            try (Peer peer = enter(key)) {
                assertThat(code(RunningServer.save(peer, "a.png", BEACH))).isEqualTo("not-allowed");
            }
        }

        @Test
        void theAnswerHasTheLabelThatItsImagesHaveAsSender() throws Exception {
            AccessKey key = key(Role.CONTRIBUTOR, "Ann, \u00fc%");
            try (Peer peer = server.connect()) {
                assertThat(peer.askParsed(hello(key)).attribute("label")).contains("Ann, \u00fc%");
                assertThat(RunningServer.save(peer, "a.png", BEACH).attribute("sender"))
                        .contains("Ann, \u00fc%");
            }
        }

        @Test
        void aWrongKeyEndsTheConnection() throws Exception {
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed(hello(AccessKey.generate(new SecureRandom())))))
                        .isEqualTo("key-refused");
                assertThat(peer.isEnded()).isTrue();
            }
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed("hello,,,version=1,key=%20no%20key")))
                        .isEqualTo("key-refused");
            }
        }

        @Test
        void withoutAKeyItIsAskedForAndTheConnectionGoesOn() throws Exception {
            AccessKey key = key(Role.CURATOR, "Cleo");
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed("hello,,,version=1"))).isEqualTo("key-required");
                assertThat(code(peer.askParsed("hello,,,version=0,key=" + key.text())))
                        .isEqualTo("unsupported-version");
                assertThat(code(peer.askParsed(hello(key)))).isEqualTo("ok");
                assertThat(code(peer.askParsed(hello(key)))).isEqualTo("malformed-request");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "list,N/A,N/A",
                    "save,a.png,10",
                    "stat,a.png,N/A",
                    "bye,N/A,N/A",
                    "invite,N/A,N/A,role=viewer",
                    "dance,N/A,N/A",
                    "LIST,N/A,N/A,limit=many",
                    "list,N/A,N/A,if-x=1",
                    "list,N/A,N/A,novalue",
                    "watch,N/A,N/A"
                })
        void everythingElseBeforeItIsToldThatAKeyIsRequired(String line) throws Exception {
            AccessKey key = key(Role.CURATOR, "Cleo");
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed(line))).isEqualTo("key-required");
                assertThat(code(peer.askParsed(hello(key)))).isEqualTo("ok");
            }
        }

        @Test
        void aLineThatLosesItsPlaceIsMalformedAsEver() throws Exception {
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed("list,N/A"))).isEqualTo("malformed-request");
                assertThat(peer.isEnded()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"list,,", "hello,,,version=1", "hello,,,version=0", "hello,,,version=x", "list,,,x"})
        void askingOnWithoutAKeyHasAnEnd(String line) throws IOException {
            try (Peer peer = server.connect()) {
                peer.send((line + "\n").repeat(101));
                assertThat(peer.rest()).contains("code=busy").endsWith("\n");
            }
        }

        @Test
        void aFileThatIsMissingOrEmptyAdmitsNobody() throws Exception {
            AccessKey key = key(Role.CURATOR, "Cleo");
            for (String text : new String[] {"", "# none\n"}) {
                Files.writeString(keys.path(), text);
                RunningServer.await(() -> server.keys().current().entries().isEmpty());
                try (Peer peer = server.connect()) {
                    assertThat(code(peer.askParsed(hello(key)))).isEqualTo("key-refused");
                }
            }
            Files.delete(keys.path());
            try (Peer peer = server.connect()) {
                assertThat(code(peer.askParsed(hello(key)))).isEqualTo("key-refused");
            }
        }
    }

    @Nested
    class TimeForHello {
        @Test
        void beginsWithTheConnectionAndNotAnewWithEachRequest() throws Exception {
            server.close();
            server = RunningServer.keyed(data, Fast.withHello(Fast.SOME));
            long start = System.nanoTime();
            try (Peer peer = server.connect()) {
                RunningServer.await(() -> System.nanoTime() - start > 1_500_000_000L);
                assertThat(code(peer.askParsed("list,,"))).isEqualTo("key-required");
                assertThat(peer.line()).contains("code=timeout");
                assertThat(System.nanoTime() - start).isLessThan(3_300_000_000L);
            }
        }

        @Test
        void isOverInTheMiddleOfALineTooWhateverCameBefore() throws Exception {
            server.close();
            server = RunningServer.keyed(data, Fast.withHello(Fast.SOME));
            try (Peer peer = server.connect()) {
                for (String part : new String[] {"hello,,\nh", "ello,,,version=0\nh", "ello,,,version=1\nh"}) {
                    peer.send(part);
                    assertThat(peer.line()).startsWith("error,");
                }
                assertThat(peer.line()).contains("code=timeout");
                assertThat(peer.isEnded()).isTrue();
            }
        }
    }

    @Nested
    class Guessing {
        private String guess() throws IOException {
            try (Peer peer = server.connect()) {
                return code(peer.askParsed(hello(AccessKey.generate(new SecureRandom()))));
            }
        }

        @Test
        void afterTenWrongKeysFurtherOnesAreBusyWhileARightOneEnters() throws Exception {
            AccessKey key = key(Role.VIEWER, "Vera");
            for (int i = 0; i < 10; i++) {
                assertThat(guess()).isEqualTo("key-refused");
            }
            try (Peer peer = server.connect()) {
                assertThat(peer.ask(hello(AccessKey.generate(new SecureRandom()))))
                        .contains("code=busy", "wrong keys");
            }
            try (Peer peer = enter(key)) {
                assertThat(code(peer.askParsed("list,,"))).isEqualTo("ok");
            }
        }
    }

    @Nested
    class Revoking {
        private void revoke(String label) throws Exception {
            keys.change(list ->
                    new KeyFile.Changed<>(list.without(entry -> entry.label().isSame(new KeyLabel(label))), 0));
        }

        @Test
        void endsAConnectionThatIsIdleOneThatWatchesAndOneThatSaves() throws Exception {
            AccessKey key = key(Role.CONTRIBUTOR, "Ann");
            AccessKey other = key(Role.CONTRIBUTOR, "Bob");
            try (Peer idle = enter(key);
                    Peer watching = enter(key);
                    Peer saving = enter(key);
                    Peer stays = enter(other)) {
                assertThat(code(watching.askParsed("watch,,"))).isEqualTo("ok");
                assertThat(code(saving.askParsed("save,a.png," + BEACH.length))).isEqualTo("ready");
                saving.send(java.util.Arrays.copyOf(BEACH, 10));
                revoke("Ann");
                assertThat(idle.isEnded()).isTrue();
                assertThat(watching.isEnded()).isTrue();
                assertThat(saving.isEnded()).isTrue();
                assertThat(code(stays.askParsed("list,,"))).isEqualTo("ok");
            }
        }

        @Test
        void aChangedRoleEndsTheConnectionToo() throws Exception {
            AccessKey key = key(Role.CURATOR, "Cleo");
            try (Peer peer = enter(key)) {
                String text = Files.readString(keys.path());
                Files.writeString(keys.path(), text.replace("role=curator", "role=viewer"));
                assertThat(peer.isEnded()).isTrue();
            }
            try (Peer peer = server.connect()) {
                assertThat(peer.askParsed(hello(key)).attribute("role")).contains("viewer");
            }
        }
    }

    @Nested
    class Inviting {
        @Test
        void aCuratorGetsAKeyThatWorksAtOnce() throws Exception {
            try (Peer curator = enter(key(Role.CURATOR, "Cleo"))) {
                Line reply = curator.askParsed("invite,,,role=contributor,label=Ann");
                assertThat(reply.attribute("label")).contains("Ann");
                assertThat(reply.attribute("fp")).contains(RunningServer.FINGERPRINT.hex());
                AccessKey key =
                        AccessKey.parse(reply.attribute("key").orElseThrow()).orElseThrow();
                try (Peer ann = server.connect()) {
                    assertThat(ann.askParsed(hello(key)).attribute("role")).contains("contributor");
                    assertThat(RunningServer.save(ann, "a.png", BEACH).attribute("sender"))
                            .contains("Ann");
                }
            }
        }

        @Test
        void aTakenLabelGetsANumberAndAMissingOneIsMadeUp() throws Exception {
            try (Peer curator = enter(key(Role.CURATOR, "Cleo"))) {
                assertThat(curator.askParsed("invite,,,role=viewer,label=CLEO").attribute("label"))
                        .contains("CLEO 2");
                String one = curator.askParsed("invite,,,role=viewer")
                        .attribute("label")
                        .orElseThrow();
                String two = curator.askParsed("invite,,,role=viewer")
                        .attribute("label")
                        .orElseThrow();
                assertThat(one).isNotEqualTo(two);
            }
        }

        @Test
        void isForCuratorsAlone() throws Exception {
            try (Peer peer = enter(key(Role.CONTRIBUTOR, "Ann"))) {
                assertThat(code(peer.askParsed("invite,,,role=viewer"))).isEqualTo("not-allowed");
            }
        }

        @Test
        void aLabelThatCanNotBeShownIsMalformed() throws Exception {
            try (Peer peer = enter(key(Role.CURATOR, "Cleo"))) {
                assertThat(code(peer.askParsed("invite,,,role=viewer,label=a%0Ab")))
                        .isEqualTo("malformed-request");
                assertThat(code(peer.askParsed("list,,"))).isEqualTo("ok");
            }
        }
    }

    @Test
    void theKeysThemselvesStandNowhereInTheFolder() throws Exception {
        AccessKey key = key(Role.CURATOR, "Cleo");
        enter(key).close();
        assertThat(Files.readString(keys.path(), StandardCharsets.UTF_8)).doesNotContain(key.text());
    }
}
