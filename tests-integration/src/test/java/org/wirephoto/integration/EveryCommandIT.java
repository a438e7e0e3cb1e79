package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Every command of the protocol, typed by hand. */
class EveryCommandIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 80, 60, 1);
    private static final byte[] FOREST = TestImages.photo(ImageType.JPEG, 640, 480, 2);

    @TempDir
    Path data;

    private ServerProcess server;
    private RawConnection peer;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(data, "--name", "Living room");
        peer = RawConnection.to(server);
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        server.close();
    }

    private static String hello(ServerProcess server, int version) throws IOException {
        return "hello,N/A,N/A,version=" + version + ",agent=typed,key="
                + server.invite().key().grouped().toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void helloTellsWhoAnswersAndWhatIsAllowed() throws IOException {
        try (RawConnection stranger = RawConnection.stranger(server)) {
            helloTellsWhoAnswersAndWhatIsAllowed(stranger);
        }
    }

    private void helloTellsWhoAnswersAndWhatIsAllowed(RawConnection stranger) throws IOException {
        Line reply = stranger.ask(hello(server, 1));
        assertThat(reply.command()).isEqualTo("ok");
        assertThat(reply.attributes())
                .containsEntry("version", "1")
                .containsEntry("server", "Living room")
                .containsEntry("role", "curator")
                .containsEntry("max-filesize", "268435456");
        assertThat(stranger.ask(hello(server, 1)).attribute("code")).hasValue("malformed-request");
        assertThat(stranger.ask("list,N/A,N/A").command()).isEqualTo("ok");
    }

    @Test
    void aNewerClientIsAnsweredWithTheVersionThatTheServerSpeaks() throws IOException {
        try (RawConnection stranger = RawConnection.stranger(server)) {
            assertThat(stranger.ask(hello(server, 7)).attributes()).containsEntry("version", "1");
        }
    }

    @Test
    void saveStatAndReturnGiveBackWhatWasSaved() throws IOException {
        Line saved = peer.save(" my beach .png ", BEACH);
        assertThat(saved.command()).isEqualTo("ok");
        assertThat(saved.name()).hasValue("my_beach_.png");
        assertThat(saved.filesize()).isEmpty();
        assertThat(saved.attributes())
                .containsEntry("filesize", Integer.toString(BEACH.length))
                .containsEntry("type", "image/png")
                .containsEntry("width", "80")
                .containsEntry("height", "60")
                .containsEntry("sha256", RawConnection.digest(BEACH))
                .containsKeys("saved", "id");
        assertThat(saved.attribute("saved").orElseThrow())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(peer.ask("stat,MY_BEACH_.PNG,N/A")).isEqualTo(saved);

        Line reply = peer.ask("return,my_beach_.png,N/A");
        assertThat(reply.filesize()).hasValue(BEACH.length);
        assertThat(reply.attributes())
                .containsEntry("filesize", Integer.toString(BEACH.length))
                .containsEntry("type", "image/png")
                .containsEntry("sha256", RawConnection.digest(BEACH))
                .doesNotContainKey("offset");
        assertThat(peer.body(reply)).isEqualTo(BEACH);
    }

    @Test
    void returnSendsThePartThatIsAskedFor() throws IOException {
        peer.save("beach.png", BEACH);
        Line part = peer.ask("return,beach.png,N/A,offset=10,length=20");
        assertThat(part.filesize()).hasValue(20);
        assertThat(part.attributes())
                .containsEntry("offset", "10")
                .containsEntry("filesize", Integer.toString(BEACH.length));
        assertThat(peer.body(part)).isEqualTo(java.util.Arrays.copyOfRange(BEACH, 10, 30));

        Line clipped = peer.ask("return,beach.png,N/A,offset=" + (BEACH.length - 3) + ",length=9999999");
        assertThat(peer.body(clipped)).hasSize(3);
        Line end = peer.ask("return,beach.png,N/A,offset=" + BEACH.length);
        assertThat(end.filesize()).hasValue(0);
        assertThat(peer.ask("stat,beach.png,N/A").command()).isEqualTo("ok");
    }

    @Test
    void returnDrawsVariants() throws IOException {
        peer.save("forest.jpg", FOREST);
        Line thumbnail = peer.ask("return,forest.jpg,N/A,variant=thumbnail");
        assertThat(thumbnail.attributes()).containsEntry("type", "image/jpeg").doesNotContainKey("sha256");
        byte[] drawn = peer.body(thumbnail);
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(drawn));
        assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(256, 192));
        assertThat(thumbnail.attributes()).containsEntry("filesize", Integer.toString(drawn.length));

        Line preview = peer.ask("return,forest.jpg,N/A,variant=preview");
        var same = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(peer.body(preview)));
        assertThat(List.of(same.getWidth(), same.getHeight())).isEqualTo(List.of(640, 480));
    }

    @Test
    void listPagesSortsAndMatches() throws IOException {
        for (int i = 0; i < 5; i++) {
            peer.save("Picture " + i + ".png", TestImages.photo(ImageType.PNG, 20 + i, 20, i));
        }
        Line first = peer.ask("list,N/A,N/A,limit=2");
        assertThat(first.attributes())
                .containsEntry("count", "2")
                .containsEntry("total", "5")
                .containsKeys("seq");
        assertThat(names(first)).containsExactly("Picture_0.png", "Picture_1.png");
        Line second = peer.ask(
                "list,N/A,N/A,limit=2,after=" + first.attribute("after").orElseThrow());
        assertThat(names(second)).containsExactly("Picture_2.png", "Picture_3.png");
        Line third = peer.ask(
                "list,N/A,N/A,limit=2,after=" + second.attribute("after").orElseThrow());
        assertThat(names(third)).containsExactly("Picture_4.png");
        assertThat(third.attribute("after")).isEmpty();

        Line newest = peer.ask("list,N/A,N/A,sort=newest,limit=1");
        assertThat(names(newest)).containsExactly("Picture_4.png");
        Line match = peer.ask("list,N/A,N/A,match=TURE 3");
        assertThat(match.attribute("total")).isEmpty();
        assertThat(names(match)).containsExactly("Picture_3.png");
        assertThat(peer.ask("list,N/A,N/A,sort=largest,after="
                                + first.attribute("after").orElseThrow())
                        .attribute("code"))
                .hasValue("malformed-request");
    }

    @Test
    void renameDeleteAndRestore() throws IOException {
        Line saved = peer.save("beach.png", BEACH);
        assertThat(peer.ask("rename,beach.png,N/A,to=Beach.PNG").name()).hasValue("Beach.PNG");
        Line deleted = peer.ask("delete,beach.png,N/A");
        assertThat(deleted.name()).hasValue("Beach.PNG");
        assertThat(deleted.attribute("id")).isEqualTo(saved.attribute("id"));
        assertThat(peer.ask("stat,beach.png,N/A").attribute("code")).hasValue("not-found");
        Line trash = peer.ask("list,N/A,N/A,trash=true");
        assertThat(new String(peer.body(trash), StandardCharsets.UTF_8)).contains("Beach.PNG", "deleted=");

        Line restored = peer.ask("restore,beach.png,N/A,to=shore.png");
        assertThat(restored.name()).hasValue("shore.png");
        assertThat(restored.attribute("sha256")).hasValue(RawConnection.digest(BEACH));
        assertThat(peer.fetch("shore.png")).isEqualTo(BEACH);
        assertThat(peer.ask("delete,shore.png,N/A,forever=true").command()).isEqualTo("ok");
        assertThat(peer.ask("restore,shore.png,N/A").attribute("code")).hasValue("not-found");
    }

    @Test
    void inviteMakesAKeyThatLetsItsHolderIn() throws IOException {
        Line invitation = peer.ask("invite,N/A,N/A,role=viewer,label=Ann");
        assertThat(invitation.attributes())
                .containsEntry("label", "Ann")
                .containsEntry("fp", server.invite().fingerprint().hex());
        try (RawConnection ann = RawConnection.stranger(server)) {
            String key = invitation.attribute("key").orElseThrow();
            assertThat(ann.ask("hello,N/A,N/A,version=1,key=" + key).attributes())
                    .containsEntry("role", "viewer");
            assertThat(ann.ask("list,N/A,N/A").command()).isEqualTo("ok");
            assertThat(ann.ask("save,beach.png,10").attribute("code")).hasValue("not-allowed");
        }
    }

    @Test
    void watchTellsWhatOthersDo() throws IOException {
        try (RawConnection watcher = RawConnection.to(server)) {
            Line watching = watcher.ask("watch,N/A,N/A");
            assertThat(watching.attribute("seq")).isPresent();
            Line saved = peer.save("beach.png", BEACH);
            peer.ask("rename,beach.png,N/A,to=shore.png");
            peer.ask("delete,shore.png,N/A");

            Line first = watcher.line();
            assertThat(first.command()).isEqualTo("saved");
            assertThat(first.name()).hasValue("beach.png");
            assertThat(first.filesize()).hasValue(BEACH.length);
            assertThat(first.attribute("id")).isEqualTo(saved.attribute("id"));
            Line second = watcher.line();
            assertThat(second.command()).isEqualTo("renamed");
            assertThat(second.attributes()).containsEntry("to", "shore.png").containsKeys("sha256", "seq");
            assertThat(watcher.line().command()).isEqualTo("deleted");

            try (RawConnection late = RawConnection.to(server)) {
                String seq = first.attribute("seq").orElseThrow();
                assertThat(late.ask("watch,N/A,N/A,since=" + seq).command()).isEqualTo("ok");
                assertThat(late.line()).isEqualTo(second);
                assertThat(late.line().command()).isEqualTo("deleted");
            }
        }
    }

    @Test
    void aTokenOfAnotherHistoryResetsTheWatcher() throws IOException {
        assertThat(peer.ask("watch,N/A,N/A,since=elsewhere-12").command()).isEqualTo("ok");
        Line reset = peer.line();
        assertThat(reset.command()).isEqualTo("reset");
        assertThat(reset.attribute("seq")).isPresent();
    }

    @Test
    void requestsCanBePipelinedAndByeCloses() throws IOException {
        peer.save("beach.png", BEACH);
        peer.type("stat,beach.png,N/A\nlist, N/A, N/A\r\nSTAT,nothing.png,N/A\nbye,N/A,N/A");
        assertThat(peer.line().name()).hasValue("beach.png");
        assertThat(names(peer.line())).containsExactly("beach.png");
        assertThat(peer.line().attribute("code")).hasValue("not-found");
        assertThat(peer.line().command()).isEqualTo("ok");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    @Test
    void theEndOfInputIsAnsweredInFull() throws IOException {
        peer.save("beach.png", BEACH);
        peer.send("stat,beach.png,N/A\nstat,bea".getBytes(StandardCharsets.UTF_8));
        peer.endOutput();
        assertThat(peer.line().command()).isEqualTo("ok");
        assertThat(peer.isClosedByServer()).isTrue();
    }

    private List<String> names(Line list) throws IOException {
        String body = new String(peer.body(list), StandardCharsets.UTF_8);
        return body.lines().map(line -> line.split(",", -1)[1]).toList();
    }
}
