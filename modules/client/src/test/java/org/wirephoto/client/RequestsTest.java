package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.client.FakeServer.Peer;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Sort;

class RequestsTest {
    private static final byte[] IMAGE = Fixtures.image(100);

    /** What a test asks of a client. */
    @FunctionalInterface
    interface Request<T> {
        T ask(WirephotoClient client) throws IOException, RefusedException;
    }

    /** Asks a server that answers with these lines, the expected request first in each pair. */
    private static <T> T ask(Request<T> request, String... exchange) throws IOException, RefusedException {
        try (FakeServer server = FakeServer.greeting(answering(exchange));
                WirephotoClient client = Fixtures.connect(server)) {
            T result = request.ask(client);
            assertThat(server.peers()).hasSize(1);
            return result;
        }
    }

    private static Script answering(String... exchange) {
        return peer -> {
            for (int i = 0; i < exchange.length; i += 2) {
                assertThat(peer.line()).isEqualTo(exchange[i]);
                peer.say(exchange[i + 1]);
            }
            peer.awaitEnd();
        };
    }

    private static String page(String attributes, String... lines) {
        String body = Stream.of(lines).map(line -> line + "\n").reduce("", String::concat);
        return "ok,N/A," + body.getBytes(StandardCharsets.UTF_8).length + "," + attributes + "\n" + body;
    }

    /** As {@link #page}, without the line feed that a script adds behind it. */
    private static FakeServer listing(String... pages) throws IOException {
        return FakeServer.greeting(peer -> {
            for (String page : pages) {
                peer.expect("list,");
                peer.send(page.getBytes(StandardCharsets.UTF_8));
            }
            peer.awaitEnd();
        });
    }

    private static String line(String name) {
        return "image," + name + ",100," + Fixtures.lineAttributes(IMAGE);
    }

    @Nested
    class Lists {
        @Test
        void haveImagesAndWhatBelongsToAPage() throws Exception {
            try (FakeServer server =
                            listing(page("count=2,seq=s7,total=5,after=c1", line("a.png"), line("b%2Cc.png")));
                    WirephotoClient client = Fixtures.connect(server)) {
                ImagePage page = client.list(ListRequest.all());
                assertThat(page.images())
                        .extracting(image -> image.name().text())
                        .containsExactly("a.png", "b,c.png");
                assertThat(page.images().getFirst().attributes().filesize()).isEqualTo(100);
                assertThat(page.seq()).isEqualTo("s7");
                assertThat(page.total()).hasValue(5);
                assertThat(page.next()).hasValue("c1");
                assertThat(page.unreadable()).isZero();
            }
        }

        @Test
        void areAskedForAsTheCallerSays() throws Exception {
            try (FakeServer server = listing(page("count=0,seq=s"), page("count=0,seq=s"));
                    WirephotoClient client = Fixtures.connect(server)) {
                client.list(ListRequest.all()
                        .withLimit(7)
                        .withAfter("c,1")
                        .withMatch("beach")
                        .withSort(Sort.NEWEST));
                client.list(ListRequest.ofTrash());
                assertThat(server.lines().get(0)).isEqualTo("list,N/A,N/A,limit=7,after=c%2C1,match=beach,sort=newest");
                assertThat(server.lines().get(1)).endsWith(",trash=true");
            }
        }

        @Test
        void ofTheTrashSayWhenItWasDeleted() throws Exception {
            try (FakeServer server =
                            listing(page("count=1,seq=s", line("a.png") + ",deleted=2026-11-22T17:00:00.000Z"));
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThat(client.list(ListRequest.ofTrash())
                                .images()
                                .getFirst()
                                .deleted())
                        .hasValue(Instant.parse("2026-11-22T17:00:00Z"));
            }
        }

        @Test
        void countWhatThisVersionCanNotRead() throws Exception {
            try (FakeServer server = listing(page(
                            "count=3,seq=s",
                            line("a.png"),
                            line("b.jxl").replace("image/png", "image/jxl"),
                            line("../up.png")));
                    WirephotoClient client = Fixtures.connect(server)) {
                ImagePage page = client.list(ListRequest.all());
                assertThat(page.images()).hasSize(1);
                assertThat(page.unreadable()).isEqualTo(2);
            }
        }

        @Test
        void comePageByPage() throws Exception {
            try (FakeServer server = listing(
                            page("count=1,seq=s,after=c1", line("a.png")),
                            page("count=1,seq=s,after=c2", line("b.png")),
                            page("count=0,seq=s"));
                    WirephotoClient client = Fixtures.connect(server)) {
                List<String> names = new ArrayList<>();
                ImagePages pages = client.pages(ListRequest.all().withLimit(1));
                Optional<ImagePage> page = pages.next();
                while (page.isPresent()) {
                    page.get().images().forEach(image -> names.add(image.name().text()));
                    page = pages.next();
                }
                assertThat(names).containsExactly("a.png", "b.png");
                assertThat(server.lines().get(2)).contains(",after=c2");
                assertThat(pages.next()).isEmpty();
            }
        }

        @Test
        void doNotGoRoundInACircle() throws Exception {
            try (FakeServer server = listing(
                            page("count=1,seq=s,after=c1", line("a.png")),
                            page("count=1,seq=s,after=c1", line("a.png")));
                    WirephotoClient client = Fixtures.connect(server)) {
                ImagePages pages = client.pages(ListRequest.all());
                pages.next();
                assertThatThrownBy(pages::next).isInstanceOf(ProtocolException.class);
            }
        }

        static Stream<String> nonsense() {
            return Stream.of(
                    "ok,N/A,N/A,count=0,seq=s\n",
                    page("count=2,seq=s", line("a.png")),
                    page("count=1,seq=s", line("a.png"), line("b.png")),
                    page("count=0,seq=s", line("a.png")),
                    page("count=8,seq=s"),
                    page("count=1", line("a.png")),
                    page("seq=s", line("a.png")),
                    page("count=1,seq=s,total=many", line("a.png")),
                    page("count=1,seq=s", "image,%zz.png,5"),
                    "ok,N/A,3,count=1,seq=s\nima",
                    "ok,N/A," + Long.MAX_VALUE + ",count=1,seq=s\n",
                    "ok,N/A,0,count=" + Long.MAX_VALUE + ",seq=s\n");
        }

        @ParameterizedTest
        @MethodSource("nonsense")
        void areNotBelievedWhateverTheySay(String answer) throws Exception {
            try (FakeServer server = listing(answer);
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThatThrownBy(() -> client.list(ListRequest.all().withLimit(7)))
                        .isInstanceOf(ProtocolException.class);
            }
        }

        @Test
        void areAskedForAgainAfterALostConnection() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                peer.expect("list,");
                                peer.say("ok,N/A,500,count=1,seq=s");
                                peer.send(new byte[] {'i'});
                                peer.cut();
                            },
                            peer -> {
                                peer.expect("list,");
                                peer.send(page("count=1,seq=s", line("a.png")).getBytes(StandardCharsets.UTF_8));
                                peer.awaitEnd();
                            });
                    WirephotoClient client = Fixtures.connect(server)) {
                assertThat(client.list(ListRequest.all()).images()).hasSize(1);
            }
        }
    }

    @Nested
    class Changes {
        @Test
        void renameAnImage() throws Exception {
            assertThat(ask(client -> client.rename("a.png", "b c.png"), "rename,a.png,N/A,to=b c.png", "ok,b_c.png,N/A")
                            .text())
                    .isEqualTo("b_c.png");
        }

        @Test
        void renameAnImageThatIsTheExpectedOne() throws Exception {
            String hex = Fixtures.digest(IMAGE).hex();
            ImageName name = ask(
                    client -> client.rename("a.png", "b.png", Fixtures.digest(IMAGE)),
                    "rename,a.png,N/A,to=b.png,if-sha256=" + hex,
                    "ok,b.png,N/A");
            assertThat(name.text()).isEqualTo("b.png");
        }

        @Test
        void deleteAnImage() throws Exception {
            String id = ask(
                    client -> client.delete("a.png", DeleteOptions.toTrash()),
                    "delete,a.png,N/A",
                    "ok,a.png,N/A,id=i7");
            assertThat(id).isEqualTo("i7");
        }

        @Test
        void deleteOneImageForGood() throws Exception {
            String hex = Fixtures.digest(IMAGE).hex();
            DeleteOptions options = DeleteOptions.forGood().withId("i7").withIfDigest(Fixtures.digest(IMAGE));
            String id = ask(
                    client -> client.delete("a.png", options),
                    "delete,a.png,N/A,id=i7,forever=true,if-sha256=" + hex,
                    "ok,a.png,N/A,id=i7");
            assertThat(id).isEqualTo("i7");
        }

        @Test
        void restoreAnImage() throws Exception {
            RemoteImage restored = ask(
                    client -> client.restore(
                            "a.png", RestoreOptions.newest().withId("i1").withName("b.png")),
                    "restore,a.png,N/A,id=i1,to=b.png",
                    "ok,b.png,N/A," + Fixtures.attributes(IMAGE));
            assertThat(restored.name().text()).isEqualTo("b.png");
            assertThat(restored.attributes().id()).isEqualTo("i1");
        }

        @Test
        void inviteSomebody() throws Exception {
            Invitation invitation = ask(
                    client -> client.invite(Role.VIEWER, "Ann"),
                    "invite,N/A,N/A,role=viewer,label=Ann",
                    "ok,N/A,N/A,key=" + Fixtures.KEY.grouped() + ",fp=" + "ab".repeat(32) + ",label=Ann");
            ServerAddress address = new ServerAddress("::1", 80);
            assertThat(invitation.at(address))
                    .isEqualTo(new Invite(address, new Fingerprint("ab".repeat(32)), Fixtures.KEY));
            assertThat(invitation.toString())
                    .doesNotContain(Fixtures.KEY.text())
                    .contains("Ann");
        }

        static Stream<Request<?>> changes() {
            return Stream.of(
                    client -> client.rename("a.png", "b.png"),
                    client -> client.delete("a.png", DeleteOptions.toTrash()),
                    client -> client.restore("a.png", RestoreOptions.newest()),
                    client -> client.invite(Role.VIEWER, ""));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void thatMayHaveBeenMadeAreNotAskedForAgain(Request<?> change) throws Exception {
            try (FakeServer server = FakeServer.greeting(peer -> {
                        peer.line();
                        peer.cut();
                    });
                    WirephotoClient client = Fixtures.connect(server)) {
                ConnectionLostException lost =
                        catchThrowableOfType(ConnectionLostException.class, () -> change.ask(client));
                assertThat(lost.outcomeKnown()).isFalse();
                assertThat(lost).hasMessageContaining("may have been done");
                assertThat(server.peers()).hasSize(1);
            }
        }
    }

    @Nested
    class Looking {
        @Test
        void tellsWhatAnImageIs() throws Exception {
            RemoteImage image =
                    ask(client -> client.stat("a.png"), "stat,a.png,N/A", "ok,A.png,N/A," + Fixtures.attributes(IMAGE));
            assertThat(image.name().text()).isEqualTo("A.png");
            assertThat(image.deleted()).isEmpty();
        }

        @Test
        void isTriedAgainAfterALostConnection() throws Exception {
            try (FakeServer server = FakeServer.greeting(
                            peer -> {
                                peer.expect("stat,");
                                peer.cut();
                            },
                            answering("stat,a.png,N/A", "ok,a.png,N/A," + Fixtures.attributes(IMAGE)));
                    WirephotoClient client = Fixtures.connect(server)) {
                client.stat("a.png");
                assertThat(server.peers()).hasSize(2);
            }
        }

        @Test
        void outlivesAServerThatIsAwayForAMoment() throws Exception {
            try (FakeServer server = FakeServer.of(
                            Peer::greet,
                            FakeServer.Peer::cut,
                            peer -> {
                                peer.line();
                                peer.say("error,N/A,N/A,code=busy,message=Later.");
                            },
                            Script.greeted(answering("stat,a.png,N/A", "ok,a.png,N/A," + Fixtures.attributes(IMAGE))));
                    WirephotoClient client = Fixtures.connect(server)) {
                client.stat("a.png");
                assertThat(server.peers()).hasSize(4);
            }
        }

        @Test
        void outlivesAGreetingThatIsCutAnywhere() throws Exception {
            String greeting = "ok,N/A,N/A,version=1,server=x,role=viewer,max-filesize=5\n";
            for (int cut = 0; cut < greeting.length(); cut++) {
                byte[] beginning = greeting.substring(0, cut).getBytes(StandardCharsets.UTF_8);
                try (FakeServer server = FakeServer.of(
                                Peer::greet,
                                peer -> {
                                    peer.line();
                                    peer.send(beginning);
                                },
                                Script.greeted(
                                        answering("stat,a.png,N/A", "ok,a.png,N/A," + Fixtures.attributes(IMAGE))));
                        WirephotoClient client = Fixtures.connect(server)) {
                    client.stat("a.png");
                }
            }
        }

        @Test
        void hearsWhyAServerClosedBeforeItWasAsked() throws Exception {
            try (FakeServer server = FakeServer.of(peer -> {
                peer.say("error,N/A,N/A,code=busy,message=Later.");
            })) {
                assertThatThrownBy(() -> WirephotoClient.connect(server.address(), Fixtures.quick()))
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("Later.");
            }
        }

        @Test
        void measuresARoundTrip() throws Exception {
            Duration time = ask(WirephotoClient::ping, "list,N/A,N/A,limit=1,sort=name", "ok,N/A,0,count=0,seq=s");
            assertThat(time).isPositive().isLessThan(Duration.ofSeconds(10));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.png", ""})
        void refusesAnEndlessNameAsTheServerWould(String ending) throws Exception {
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class, () -> ask(client -> client.stat("x".repeat(5000) + ending)));
            assertThat(refusal.errorCode()).hasValue(ErrorCode.NAME_INVALID);
        }

        @Test
        void refusesEndlessTextThatIsNoName() throws Exception {
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class,
                    () -> ask(client -> client.list(ListRequest.all().withMatch("x".repeat(5000)))));
            assertThat(refusal.errorCode()).isPresent();
        }
    }
}
