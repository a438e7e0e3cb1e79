package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Every command over a socket, with the library behind it. What the library decides is tested there. */
class CommandsTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 60, 40, 1);
    private static final byte[] FOREST = TestImages.photo(ImageType.JPEG, 50, 50, 2);

    @TempDir
    Path data;

    @AutoClose
    private RunningServer server;

    @AutoClose
    private Peer peer;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(data);
        peer = server.connect();
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void save(String name, byte[] image) throws IOException {
        assertThat(RunningServer.save(peer, name, image).command()).isEqualTo("ok");
    }

    /** Its lines, after the reply was read. */
    private List<Line> body(Line reply) throws IOException {
        String text =
                new String(peer.body((int) reply.filesize().orElseThrow()), java.nio.charset.StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(Peer.parse(line)));
        return lines;
    }

    @Nested
    class Hello {
        @Test
        void tellsWhoTheServerIsAndWhatTheCallerMay() throws IOException {
            assertThat(peer.ask("hello,N/A,N/A,version=1,agent=test"))
                    .isEqualTo("ok,N/A,N/A,version=1,server=Living room,role=curator,max-filesize=67108864");
        }

        @Test
        void isAnsweredWithTheHighestVersionThatTheServerSpeaks() throws IOException {
            assertThat(peer.askParsed("hello,N/A,N/A,version=7").attribute("version"))
                    .contains("1");
        }

        @ParameterizedTest
        @CsvSource({"'hello,N/A,N/A'", "'hello,N/A,N/A,version=0'", "'hello,N/A,N/A,version=-1'"})
        void withoutAVersionOfTheProtocolIsRefusedAndCanBeSaidAgain(String line) throws IOException {
            assertThat(peer.askParsed(line).attribute("code")).contains("unsupported-version");
            assertThat(peer.askParsed("hello,N/A,N/A,version=1").command()).isEqualTo("ok");
        }

        @Test
        void isSaidOnce() throws IOException {
            peer.ask("hello,N/A,N/A,version=1");
            assertThat(peer.askParsed("hello,N/A,N/A,version=1").attribute("code"))
                    .contains("malformed-request");
            assertThat(peer.ask("bye,,")).isEqualTo("ok,N/A,N/A");
        }

        @Test
        void mayComeAfterOtherCommandsAndItsKeyIsIgnored() throws IOException {
            peer.ask("stat,a.png,");
            assertThat(peer.askParsed("hello,,,version=1,key=whatever").command())
                    .isEqualTo("ok");
        }
    }

    @Nested
    class Save {
        @Test
        void takesAnImageAndTellsWhatItIs() throws Exception {
            assertThat(peer.ask("save,Beach.PNG," + BEACH.length)).isEqualTo("ready,Beach.PNG,N/A,offset=0");
            Line ok = Peer.parse(peer.send(BEACH).line());
            assertThat(ok.command()).isEqualTo("ok");
            assertThat(ok.name()).contains("Beach.PNG");
            assertThat(ok.filesize()).isEmpty();
            assertThat(ok.attribute("filesize")).contains(Integer.toString(BEACH.length));
            assertThat(ok.attribute("type")).contains("image/png");
            assertThat(ok.attribute("width")).contains("60");
            assertThat(ok.attribute("height")).contains("40");
            assertThat(ok.attribute("sha256")).contains(digest(BEACH));
            assertThat(ok.attribute("id")).isPresent();
            assertThat(ok.attribute("saved").orElseThrow())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }

        @Test
        void wantsNoBytesThatAreHeld() throws Exception {
            save("beach.png", BEACH);
            Line ok = peer.askParsed("save,copy.png," + BEACH.length + ",sha256=" + digest(BEACH));
            assertThat(ok.command()).isEqualTo("ok");
            assertThat(ok.name()).contains("copy.png");
        }

        @Test
        void goesOnWhereABrokenUploadStopped() throws Exception {
            byte[] image = TestImages.photo(ImageType.BMP, 300, 200, 3);
            String request = "save,big.bmp," + image.length + ",sha256=" + digest(image);
            try (Peer broken = server.connect()) {
                assertThat(broken.ask(request)).isEqualTo("ready,big.bmp,N/A,offset=0");
                broken.send(Arrays.copyOf(image, 100_000)).endOutput();
                assertThat(broken.rest()).isEmpty();
            }
            assertThat(peer.ask(request)).isEqualTo("ready,big.bmp,N/A,offset=100000");
            peer.send(Arrays.copyOfRange(image, 100_000, image.length));
            assertThat(Peer.parse(peer.line()).command()).isEqualTo("ok");
        }

        @Test
        void staysInStepWhereTheBodyIsRefusedEarly() throws IOException {
            byte[] text =
                    "This is no image at all.\n".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Line refusal = RunningServer.save(peer, "notes.png", text);
            assertThat(refusal.attribute("code")).contains("type-unsupported");
            assertThat(refusal.name()).contains("notes.png");
            assertThat(peer.ask("bye,,")).isEqualTo("ok,N/A,N/A");
        }

        @Test
        void staysInStepWhereTheBodyIsRefusedAtItsEnd() throws IOException {
            Line refusal = RunningServer.save(peer, "forest.png", FOREST);
            assertThat(refusal.attribute("code")).contains("extension-mismatch");
            assertThat(refusal.attribute("suggestion")).contains("forest.jpg");
            save("forest.jpg", FOREST);
        }

        @Test
        void refusedInPlaceOfReadyIsFollowedByNoBody() throws IOException {
            assertThat(peer.askParsed("save,a.png,0").attribute("code")).contains("size-missing");
            assertThat(peer.askParsed("save,.png,5").attribute("code")).contains("name-missing");
            assertThat(peer.askParsed("save,a.png,99999999999").attribute("code"))
                    .contains("too-large");
            assertThat(peer.ask("bye,,")).isEqualTo("ok,N/A,N/A");
        }

        @Test
        void leavesNothingVisibleOfABodyThatEndsShort() throws IOException {
            try (Peer broken = server.connect()) {
                broken.ask("save,beach.png," + BEACH.length);
                broken.send(Arrays.copyOf(BEACH, BEACH.length - 1)).endOutput();
                assertThat(broken.rest()).isEmpty();
            }
            assertThat(peer.askParsed("stat,beach.png,").attribute("code")).contains("not-found");
            assertThat(peer.askParsed("list,,").attribute("total")).contains("0");
        }
    }

    @Nested
    class Return {
        @Test
        void sendsTheBytesAsTheyWereSaved() throws Exception {
            save("beach.png", BEACH);
            assertThat(peer.ask("return,BEACH.png,N/A"))
                    .isEqualTo("ok,beach.png," + BEACH.length + ",filesize=" + BEACH.length + ",type=image/png,sha256="
                            + digest(BEACH));
            assertThat(peer.body(BEACH.length)).isEqualTo(BEACH);
        }

        @Test
        void sendsAPart() throws IOException {
            save("beach.png", BEACH);
            Line ok = peer.askParsed("return,beach.png,N/A,offset=10,length=20");
            assertThat(ok.filesize()).hasValue(20);
            assertThat(ok.attribute("offset")).contains("10");
            assertThat(ok.attribute("filesize")).contains(Integer.toString(BEACH.length));
            assertThat(peer.body(20)).isEqualTo(Arrays.copyOfRange(BEACH, 10, 30));
        }

        @Test
        void sendsNothingOfAnEmptyPartAndGoesOn() throws IOException {
            save("beach.png", BEACH);
            assertThat(peer.askParsed("return,beach.png,,offset=" + BEACH.length)
                            .filesize())
                    .hasValue(0);
            assertThat(peer.ask("bye,,")).isEqualTo("ok,N/A,N/A");
        }

        @Test
        void ofWhatIsNotThereIsRefused() throws IOException {
            Line error = peer.askParsed("return,gone.png,N/A");
            assertThat(error.command()).isEqualTo("error");
            assertThat(error.name()).contains("gone.png");
            assertThat(error.attribute("code")).contains("not-found");
        }
    }

    @Nested
    class Lists {
        @Test
        void haveALineAnImageAndSayHowMuchFollows() throws IOException {
            save("b.png", BEACH);
            save("a%2C b%25.jpg", FOREST);
            Line ok = peer.askParsed("list, N/A, N/A");
            assertThat(ok.attribute("count")).contains("2");
            assertThat(ok.attribute("total")).contains("2");
            assertThat(ok.attribute("seq")).isPresent();
            assertThat(ok.attribute("after")).isEmpty();
            List<Line> images = body(ok);
            assertThat(images).extracting(line -> line.name().orElseThrow()).containsExactly("a,_b%.jpg", "b.png");
            assertThat(images).allMatch(line -> line.command().equals("image"));
            assertThat(images.getLast().filesize()).hasValue(BEACH.length);
            assertThat(images.getLast().attribute("width")).contains("60");
        }

        @Test
        void comeInPages() throws IOException {
            save("a.png", BEACH);
            save("b.jpg", FOREST);
            Line first = peer.askParsed("list,N/A,N/A,limit=1");
            assertThat(body(first)).hasSize(1);
            Line second = peer.askParsed(
                    "list,N/A,N/A,limit=1,after=" + first.attribute("after").orElseThrow());
            assertThat(body(second))
                    .extracting(line -> line.name().orElseThrow())
                    .containsExactly("b.jpg");
            assertThat(second.attribute("after")).isEmpty();
        }

        @Test
        void ofNothingAreEmpty() throws IOException {
            Line ok = peer.askParsed("list,,");
            assertThat(ok.filesize()).hasValue(0);
            assertThat(ok.attribute("count")).contains("0");
        }
    }

    @Nested
    class Changes {
        @Test
        void renameGivesTheNewName() throws IOException {
            save("beach.png", BEACH);
            assertThat(peer.ask("rename,beach.png,N/A,to=My Beach.png")).isEqualTo("ok,My_Beach.png,N/A");
            assertThat(peer.askParsed("stat,my_beach.png,").command()).isEqualTo("ok");
        }

        @Test
        void deleteAndRestoreGoByTheId() throws IOException {
            save("beach.png", BEACH);
            Line deleted = peer.askParsed("delete,beach.png,N/A");
            assertThat(deleted.name()).contains("beach.png");
            Line trash = peer.askParsed("list,N/A,N/A,trash=true");
            assertThat(body(trash)).singleElement().satisfies(line -> {
                assertThat(line.attribute("deleted")).isPresent();
                assertThat(line.attribute("id")).isEqualTo(deleted.attribute("id"));
            });
            Line restored = peer.askParsed("restore,beach.png,N/A,to=again.png,id="
                    + deleted.attribute("id").orElseThrow());
            assertThat(restored.name()).contains("again.png");
            assertThat(restored.attribute("width")).contains("60");
        }

        @Test
        void conditionsAreKept() throws Exception {
            save("beach.png", BEACH);
            assertThat(peer.askParsed("delete,beach.png,N/A,if-sha256=" + digest(FOREST))
                            .attribute("code"))
                    .contains("changed");
            assertThat(peer.askParsed("delete,beach.png,N/A,if-sha256=" + digest(BEACH))
                            .command())
                    .isEqualTo("ok");
        }
    }

    @Nested
    class Others {
        @Test
        void anOpenServerHasNoKeysToInviteWith() throws IOException {
            assertThat(peer.askParsed("invite,N/A,N/A,role=viewer").attribute("code"))
                    .contains("not-allowed");
        }

        @Test
        void byeEndsTheConnection() throws IOException {
            assertThat(peer.ask("bye,N/A,N/A")).isEqualTo("ok,N/A,N/A");
            assertThat(peer.isEnded()).isTrue();
        }
    }
}
