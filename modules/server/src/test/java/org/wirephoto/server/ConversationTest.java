package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Lines, good ones and bad ones, whole and in pieces: what the server answers, and whether it goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 30, 20, 1);

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data);
        assertThat(server.save("beach.png", BEACH).command()).isEqualTo("ok");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stat,gone.png,N/A                        | not-found",
                "STAT,gone.png,N/A                        | not-found",
                " stat\t, gone.png ,\t                    | not-found",
                "stat,gone.png,N/A,colour=blue            | not-found",
                "stat,N/A,N/A                             | name-missing",
                "stat,a/b.png,N/A                         | name-invalid",
                "stat,beach,N/A                           | extension-missing",
                "fetch,beach.png,N/A                      | unknown-command",
                ",,                                       | unknown-command",
                "stat,beach.png,N/A,if-colour=blue        | malformed-request",
                "list,N/A,N/A,if-sha256=00                | malformed-request",
                "list,N/A,N/A,limit=0                     | malformed-request",
                "list,N/A,N/A,limit=1001                  | malformed-request",
                "list,N/A,N/A,limit=ten                   | malformed-request",
                "list,N/A,N/A,sort=colour                 | malformed-request",
                "list,N/A,N/A,trash=maybe                 | malformed-request",
                "list,N/A,N/A,after=nonsense              | malformed-request",
                "return,beach.png,N/A,variant=huge        | malformed-request",
                "return,beach.png,N/A,offset=-1           | malformed-request",
                "return,beach.png,N/A,offset=99999999     | range-invalid",
                "save,b.png,5,sha256=12                   | malformed-request",
                "save,b.png,5,replace=yes                 | malformed-request",
                "rename,beach.png,N/A                     | malformed-request",
                "invite,N/A,N/A,role=curator              | malformed-request",
                "invite,N/A,N/A                           | malformed-request",
                "stat,beach.png,N/A,colour                | malformed-request",
            })
    void aFaultThatLeavesTheServerInPlaceIsAnsweredAndTheConnectionGoesOn(String line, String code) throws IOException {
        try (Peer peer = server.connect()) {
            assertThat(peer.askParsed(line).attribute("code")).contains(code);
            assertThat(peer.askParsed("stat,beach.png,N/A").command()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stat,beach.png",
                "hello",
                "",
                "GET / HTTP/1.1\r",
                "stat,beach.png,-1",
                "stat,beach.png,9223372036854775808",
                "stat,beach.png,1.5",
                "stat,%zz.png,N/A",
                "stat,%ff.png,N/A",
                "stat,a%2,N/A",
                "stat,be\u0001ach.png,N/A",
                "stat,beach.png,N/A,a=1,a=2",
                "stat,beach.png,N/A,a=%ff"
            })
    void aFaultThatLosesThePlaceIsAnsweredAndTheConnectionEnds(String line) throws IOException {
        try (Peer peer = server.connect()) {
            Line error = peer.send(line + "\nbye,,\n").endOutput().line().transform(Peer::parse);
            assertThat(error.attribute("code")).contains("malformed-request");
            assertThat(error.attribute("message").orElseThrow()).endsWith(".");
            assertThat(peer.rest()).isEmpty();
        }
    }

    @Test
    void aLineThatIsNotUtf8EndsTheConnection() throws IOException {
        try (Peer peer = server.connect()) {
            peer.send(new byte[] {'s', 't', 'a', 't', ',', (byte) 0xc3, ',', ',', '\n'});
            assertThat(Peer.parse(peer.line()).attribute("code")).contains("malformed-request");
            assertThat(peer.isEnded()).isTrue();
        }
    }

    @Test
    void aLineThatIsTooLongIsAnsweredBeforeItEnds() throws IOException {
        try (Peer peer = server.connect()) {
            peer.send("stat," + "a".repeat(4091));
            assertThat(Peer.parse(peer.line()).attribute("code")).contains("malformed-request");
            assertThat(peer.isEnded()).isTrue();
        }
    }

    @Test
    void theReplyArrivesThoughMuchMoreWasSentThanIsRead() throws IOException {
        try (Peer peer = server.connect()) {
            peer.send("x\n" + "more and more\n".repeat(50_000));
            assertThat(Peer.parse(peer.line()).attribute("code")).contains("malformed-request");
            assertThat(peer.isEnded()).isTrue();
        }
    }

    @Test
    void theLongestLineIsALine() throws IOException {
        try (Peer peer = server.connect()) {
            String rest = ",N/A,x=";
            String line = "stat,beach.png" + rest + "a".repeat(4095 - "stat,beach.png".length() - rest.length());
            assertThat(peer.askParsed(line).command()).isEqualTo("ok");
        }
    }

    @Test
    void theNameIsEchoedWithin255Bytes() throws IOException {
        try (Peer peer = server.connect()) {
            Line error = peer.askParsed("stat," + "ä".repeat(200) + ".png,N/A");
            assertThat(error.attribute("code")).contains("name-invalid");
            assertThat(error.name().orElseThrow().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(255)
                    .hasSizeGreaterThan(250);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        try (Peer peer = server.connect()) {
            int many = 500;
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < many; i++) {
                requests.append("stat,").append(i).append(".png,N/A\nreturn,beach.png,N/A,length=3\n");
            }
            peer.send(requests.toString());
            for (int i = 0; i < many; i++) {
                assertThat(Peer.parse(peer.line()).name()).contains(i + ".png");
                assertThat(Peer.parse(peer.line()).filesize()).hasValue(3);
                assertThat(peer.body(3)).isEqualTo(Arrays.copyOf(BEACH, 3));
            }
        }
    }

    @Test
    void wholeRequestsAreAnsweredAfterTheEndOfTheInputAndAPartIsDropped() throws IOException {
        try (Peer peer = server.connect()) {
            peer.send("stat,a.png,\r\nstat,b.png,\nstat,c.p").endOutput();
            assertThat(peer.rest().lines().map(Peer::parse).map(Line::name))
                    .containsExactly(Optional.of("a.png"), Optional.of("b.png"));
        }
    }

    @Test
    void whatFollowsByeIsDropped() throws IOException {
        try (Peer peer = server.connect()) {
            peer.send("bye,,\nstat,a.png,\n").endOutput();
            assertThat(peer.rest()).isEqualTo("ok,N/A,N/A\n");
        }
    }

    @Test
    void linesMayArriveInTwoPiecesCutAnywhere() throws IOException {
        String lines = "hello,N/A,N/A,version=1\r\nstat,b%c3%a4ch.png,N/A\nbye,,\n";
        for (int cut = 1; cut < lines.length(); cut++) {
            try (Peer peer = server.connect()) {
                sendInTwo(peer, lines.getBytes(StandardCharsets.UTF_8), cut);
                assertThat(peer.line()).as("cut at " + cut).startsWith("ok,N/A,N/A,version=1");
                assertThat(Peer.parse(peer.line()).name()).contains("bäch.png");
                assertThat(peer.rest()).isEqualTo("ok,N/A,N/A\n");
            }
        }
    }

    @Test
    void aSaveMayArriveInTwoPiecesCutAnywhere() throws IOException {
        byte[] image = TestImages.photo(ImageType.GIF, 4, 4, 9);
        byte[] line = ("save,cut.gif," + image.length + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(line, line.length + image.length);
        System.arraycopy(image, 0, whole, line.length, image.length);
        int[] cuts = {1, line.length - 1, line.length, line.length + 1, whole.length / 2, whole.length - 1};
        for (int cut : cuts) {
            try (Peer peer = server.connect()) {
                sendInTwo(peer, whole, cut);
                peer.endOutput();
                assertThat(peer.line()).as("cut at " + cut).isEqualTo("ready,cut.gif,N/A,offset=0");
                assertThat(peer.line()).startsWith("ok,cut.gif,N/A");
                assertThat(delete("cut.gif")).isEqualTo("ok");
            }
        }
    }

    /** Another connection's reply in between makes it likely that the server has seen the first piece alone. */
    private void sendInTwo(Peer peer, byte[] whole, int cut) throws IOException {
        peer.send(Arrays.copyOf(whole, cut));
        try (Peer other = server.connect()) {
            other.ask("bye,,");
        }
        peer.send(Arrays.copyOfRange(whole, cut, whole.length));
    }

    private String delete(String name) throws IOException {
        try (Peer peer = server.connect()) {
            return peer.askParsed("delete," + name + ",N/A,forever=true").command();
        }
    }
}
