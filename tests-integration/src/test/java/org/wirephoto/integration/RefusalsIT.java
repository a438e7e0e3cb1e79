package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** What the server refuses, with which code, and that nothing of it is kept. */
class RefusalsIT {
    private static final byte[] PNG = TestImages.photo(ImageType.PNG, 40, 30, 1);

    @TempDir
    static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start(data, "--max-filesize", "100000000000000");
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("taken.png", TestImages.photo(ImageType.PNG, 40, 30, 99))
                            .command())
                    .isEqualTo("ok");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    shout,N/A,N/A                                   | unknown-command
                    list,N/A,N/A,limit=0                            | malformed-request
                    list,N/A,N/A,limit=1001                         | malformed-request
                    list,N/A,N/A,sort=colour                        | malformed-request
                    list,N/A,N/A,after=nonsense                     | malformed-request
                    stat,taken.png,N/A,if-moon=full                 | malformed-request
                    rename,taken.png,N/A                            | malformed-request
                    invite,N/A,N/A,role=curator                     | malformed-request
                    save,N/A,10                                     | name-missing
                    save,.png,10                                    | name-missing
                    save,%20%20,10                                  | name-missing
                    save,../../etc/passwd.png,10                    | name-invalid
                    save,C:\\windows.png,10                         | name-invalid
                    save,CON.png,10                                 | name-invalid
                    save,..png,10                                   | name-invalid
                    save,a%00b.png,10                               | name-invalid
                    save,beach,10                                   | extension-missing
                    save,beach.png,N/A                              | size-missing
                    save,beach.png,0                                | size-missing
                    save,beach.png,100000000000001                  | too-large
                    save,beach.png,99999999999999                   | storage-full
                    save,taken.png,10                               | already-exists
                    save,TAKEN.PNG,10                               | already-exists
                    save,taken.png,10,replace=true,if-sha256=0000000000000000000000000000000000000000000000000000000000000000 | changed
                    return,nothing.png,N/A                          | not-found
                    stat,nothing.png,N/A                            | not-found
                    delete,nothing.png,N/A                          | not-found
                    restore,nothing.png,N/A                         | not-found
                    stat,taken,N/A                                  | extension-missing
                    return,taken.png,N/A,offset=9999999             | range-invalid
                    return,taken.png,N/A,variant=preview,offset=1   | range-invalid
                    return,taken.png,N/A,variant=poster             | malformed-request
                    rename,taken.png,N/A,to=taken.jpg               | extension-mismatch
                    """)
    void refusesAndGoesOn(String request, String code) throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            Line reply = peer.ask(request);
            assertThat(reply.command()).isEqualTo("error");
            assertThat(reply.attribute("code")).hasValue(code);
            assertThat(reply.attribute("message").orElseThrow()).isNotBlank();
            assertThat(peer.ask("stat,taken.png,N/A").command()).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    list,N/A,N/A                                              | key-required
                    save,beach.png,10                                         | key-required
                    watch,N/A,N/A                                             | key-required
                    hello,N/A,N/A,version=1                                   | key-required
                    hello,N/A,N/A                                             | unsupported-version
                    hello,N/A,N/A,version=0                                   | unsupported-version
                    """)
    void asksForAKeyAndGoesOn(String request, String code) throws IOException {
        try (RawConnection peer = RawConnection.stranger(server)) {
            assertThat(peer.ask(request).attribute("code")).hasValue(code);
            String key = server.invite().key().text();
            assertThat(peer.ask("hello,N/A,N/A,version=1,key=" + key).command()).isEqualTo("ok");
            assertThat(peer.ask("stat,taken.png,N/A").command()).isEqualTo("ok");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("linesThatLoseThePlace")
    void closesAfterALineThatLostItsPlace(byte[] line) throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            peer.send(line);
            Line reply = peer.line();
            assertThat(reply.attribute("code")).hasValue("malformed-request");
            assertThat(peer.isClosedByServer()).isTrue();
        }
    }

    static Stream<byte[]> linesThatLoseThePlace() {
        return Stream.of(
                        "list",
                        "list,N/A",
                        "save,beach.png,ten",
                        "save,beach.png,-1",
                        "save,beach.png,9223372036854775808",
                        "stat,bea%zzch.png,N/A",
                        "stat,%ff.png,N/A",
                        "stat,a\u0001b.png,N/A",
                        "list,N/A,N/A,limit=1,limit=1",
                        "stat," + "x".repeat(5000) + ",N/A",
                        "")
                .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badImages")
    void refusesWhatIsNoImage(TestImage bad) throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            Line reply = peer.save(bad.name(), bad.bytes());
            assertThat(reply.command()).isEqualTo("error");
            assertThat(reply.attribute("code"))
                    .hasValue(bad.refusal().orElseThrow().wire());
            assertThat(peer.ask("stat," + bad.name() + ",N/A").attribute("code"))
                    .hasValue("not-found");
        }
    }

    static Stream<TestImage> badImages() {
        return TestImages.refused().stream();
    }

    @Test
    void aWrongExtensionComesWithANameThatWorks() throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            Line reply = peer.save("beach.jpg", PNG);
            assertThat(reply.attribute("code")).hasValue("extension-mismatch");
            String suggestion = reply.attribute("suggestion").orElseThrow();
            assertThat(suggestion).isEqualTo("beach.png");
            assertThat(peer.save(suggestion, PNG).command()).isEqualTo("ok");
            assertThat(peer.save("beach.jpg", PNG, "sha256=" + RawConnection.digest(PNG))
                            .attribute("suggestion"))
                    .hasValue("beach-2.png");
        }
    }

    @Test
    void aTakenNameComesWithAFreeOne() throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            byte[] other = TestImages.photo(ImageType.PNG, 30, 30, 7);
            Line reply = peer.save("Taken.png", other);
            assertThat(reply.attribute("code")).hasValue("already-exists");
            assertThat(reply.attribute("suggestion")).hasValue("Taken-2.png");
        }
    }

    @Test
    void aWrongDigestKeepsNothing() throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            byte[] other = TestImages.photo(ImageType.PNG, 31, 31, 8);
            Line reply = peer.save("wrong.png", other, "sha256=" + "0".repeat(64));
            assertThat(reply.attribute("code")).hasValue("digest-mismatch");
            assertThat(peer.ask("stat,wrong.png,N/A").attribute("code")).hasValue("not-found");
        }
    }

    @Test
    void aBodyThatEndsShortIsNeverVisible() throws IOException {
        byte[] image = TestImages.photo(ImageType.PNG, 200, 200, 9);
        try (RawConnection peer = RawConnection.to(server)) {
            peer.ask("save,short.png," + image.length);
            peer.send(image, 0, image.length - 1);
            peer.endOutput();
            assertThat(peer.isClosedByServer()).isTrue();
        }
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.ask("stat,short.png,N/A").attribute("code")).hasValue("not-found");
        }
    }

    @Test
    void anOverlongNameIsRefused() throws IOException {
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.ask("save," + "\u00e9".repeat(126) + ".png,10").attribute("code"))
                    .hasValue("name-invalid");
            assertThat(peer.ask("save," + "\u00e9".repeat(125) + ".png,10").command())
                    .isEqualTo("ready");
        }
    }

    @Test
    void whatCannotBeDrawnCanStillBeFetched() throws IOException {
        byte[] avif = TestImages.of(ImageType.AVIF, 3);
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("sky.avif", avif).command()).isEqualTo("ok");
            assertThat(peer.ask("return,sky.avif,N/A,variant=thumbnail").attribute("code"))
                    .hasValue("no-preview");
            assertThat(peer.fetch("sky.avif")).isEqualTo(avif);
        }
    }

    @Test
    void aFaultOfTheServerHasAReferenceAndNoInsides() throws IOException {
        byte[] image = TestImages.photo(ImageType.PNG, 33, 33, 10);
        String digest = RawConnection.digest(image);
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("lost.png", image).command()).isEqualTo("ok");
            Path blob = data.resolve("images").resolve(digest.substring(0, 2)).resolve(digest);
            byte[] kept = Files.readAllBytes(blob);
            Files.delete(blob);
            Line reply = peer.ask("return,lost.png,N/A");
            assertThat(reply.attribute("code")).hasValue("internal");
            assertThat(reply.attribute("message").orElseThrow()).doesNotContain("Exception", data.toString());
            assertThat(Arrays.equals(kept, image)).isTrue();
        }
    }

    @Test
    void aQuotaThatIsUsedUpIsToldBeforeAnyByte(@TempDir Path small) throws IOException {
        try (ServerProcess server = ServerProcess.start(small, "--quota", "1K");
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.ask("save,beach.png,1025").attribute("code")).hasValue("quota-exceeded");
            assertThat(peer.ask("list,N/A,N/A").command()).isEqualTo("ok");
        }
    }

    @Test
    void aPeerThatIsSilentForTooLongIsToldSo(@TempDir Path small) throws IOException {
        try (ServerProcess server = ServerProcess.start(small, "--idle", "1s");
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.line().attribute("code")).hasValue("timeout");
            assertThat(peer.isClosedByServer()).isTrue();
        }
    }

    @Test
    void tooManyConnectionsAreToldSo(@TempDir Path small) throws IOException {
        try (ServerProcess busy = ServerProcess.start(small, "--max-connections", "1");
                RawConnection first = RawConnection.to(busy)) {
            assertThat(first.ask("list,N/A,N/A").command()).isEqualTo("ok");
            try (RawConnection second = RawConnection.stranger(busy)) {
                assertThat(second.line().attribute("code")).hasValue("busy");
                assertThat(second.isClosedByServer()).isTrue();
            }
            assertThat(first.ask("list,N/A,N/A").command()).isEqualTo("ok");
        }
    }
}
