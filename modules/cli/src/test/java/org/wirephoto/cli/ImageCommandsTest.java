package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.ErrorCode;

/** The commands that look at images and change what they are called and where they are. */
class ImageCommandsTest extends CommandTest {
    private void putThree() {
        server.store().put("beach.png", Scene.png(48_211));
        server.store().put("海.png", Scene.png(500), "Anna\u001b[2J");
        server.store().put("sea.jpg", Scene.jpeg(3000));
    }

    private static int tokens(String json) throws IOException {
        int tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    @Nested
    class ListCommandIn {
        @Test
        void aPipeWritesATableWithoutAHeading() {
            putThree();
            assertThat(scene.run("list")).isEqualTo(new Outcome(0, """
                            beach.png    48.2 kB  800x600  PNG   2026-11-22 17:20
                            sea.jpg       3.0 kB  800x600  JPEG  2026-11-22 17:20
                            海.png     500 bytes  800x600  PNG   2026-11-22 17:20  Anna\\u{1B}[2J
                            """, ""));
        }

        @Test
        void aTerminalWritesAHeading() {
            server.store().put("beach.png", Scene.png(48_211));
            assertThat(scene.onTerminal().run("list").out()).isEqualTo("""
                            NAME          SIZE   PIXELS  TYPE  SAVED             SENDER
                            beach.png  48.2 kB  800x600  PNG   2026-11-22 17:20
                            """);
        }

        @Test
        void aColouredTerminalWritesItBold() {
            server.store().put("beach.png", Scene.png(48_211));
            Terminal coloured = new Terminal(true, true, true, true, () -> 80);
            assertThat(scene.terminal(coloured).run("list").out())
                    .startsWith("\u001b[1mNAME ")
                    .contains("SENDER\u001b[0m\n");
        }

        @Test
        void picksByText() {
            putThree();
            assertThat(scene.run("list", "--match", "SEA").out())
                    .startsWith("sea.jpg")
                    .hasLineCount(1);
            assertThat(scene.run("list", "--match", "xyz"))
                    .isEqualTo(new Outcome(0, "", "The name of no image contains xyz.\n"));
        }

        @Test
        void sorts() {
            putThree();
            assertThat(scene.run("list", "--sort", "newest").out().lines().map(line -> line.split(" ")[0]))
                    .containsExactly("sea.jpg", "海.png", "beach.png");
        }

        @Test
        void saysWhatItLeftOut() {
            putThree();
            Outcome outcome = scene.run("list", "--limit", "2");
            assertThat(outcome.out()).hasLineCount(2);
            assertThat(outcome.err()).isEqualTo("These are 2 of 3 images. Add --all to see the others.\n");
        }

        @Test
        void goesThroughAllPages() {
            for (int i = 0; i < 1203; i++) {
                server.store().put("image-" + i + ".png", Scene.png(10));
            }
            assertThat(scene.run("list", "--all").out()).hasLineCount(1203);
            Outcome limited = scene.run("list", "--limit", "1100", "--match", "image");
            assertThat(limited.out()).hasLineCount(1100);
            assertThat(limited.err()).isEqualTo("These are the first 1,100 images. Add --all to see the others.\n");
        }

        @Test
        void anEmptyStoreSaysHowToBegin() {
            assertThat(scene.run("list"))
                    .isEqualTo(new Outcome(0, "", "There are no images yet. Send one with: wirephoto send FILE\n"));
        }

        @Test
        void jsonIsOneDocument() throws IOException {
            putThree();
            Outcome outcome = scene.run("list", "--json");
            assertThat(outcome.out())
                    .startsWith("{\"images\":[\n{\"name\":\"beach.png\",\"filesize\":48211,\"type\":\"image/png\",")
                    .contains("\n,{\"name\":\"海.png\"", "\"sender\":\"Anna\\u001B[2J\"")
                    .endsWith("\n],\"more\":false,\"total\":3,\"seq\":\"s0\"}\n");
            assertThat(tokens(outcome.out())).isPositive();
            assertThat(outcome.err()).isEmpty();
        }

        @Test
        void jsonOfNothingIsADocumentToo() throws IOException {
            String out = scene.run("list", "--json").out();
            assertThat(out).isEqualTo("{\"images\":[\n],\"more\":false,\"total\":0,\"seq\":\"s0\"}\n");
            assertThat(tokens(out)).isPositive();
        }

        @Test
        void jsonHasARefusalInIt() throws IOException {
            server.refuse("list", ErrorCode.NOT_ALLOWED);
            Outcome outcome = scene.run("list", "--json");
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.out()).isEqualTo("""
                            {"images":[
                            ],"more":false,"error":{"code":"not-allowed","message":"Your key does not allow you to list images: ask one of the server's curators."}}
                            """);
            assertThat(tokens(outcome.out())).isPositive();
        }
    }

    @Nested
    class Show {
        @Test
        void tellsAllThatIsKnown() {
            server.store().put("beach.png", Scene.png(48_211), "Anna");
            assertThat(scene.run("show", "BEACH.png").out())
                    .isEqualTo("""
                            beach.png
                              Size     48.2 kB (48,211 bytes)
                              Type     PNG (image/png)
                              Pixels   800 x 600
                              Saved    2026-11-22 17:20
                              Sender   Anna
                              SHA-256  %s
                              Id       i1
                            """.formatted(FakeStore.digest(Scene.png(48_211))));
        }

        @Test
        void writesJson() {
            server.store().put("beach.png", Scene.png(48_211), "Anna");
            assertThat(scene.run("show", "beach.png", "--json").out())
                    .isEqualTo("""
                            {"name":"beach.png","filesize":48211,"type":"image/png","width":800,"height":600,\
                            "sha256":"%s","saved":"2026-11-22T16:20:00.000Z","id":"i1","sender":"Anna"}
                            """.formatted(FakeStore.digest(Scene.png(48_211))));
        }

        @Test
        void jsonOfARefusalIsOneObject() {
            assertThat(scene.run("show", "beach.png", "--json"))
                    .isEqualTo(new Outcome(
                            1,
                            "{\"error\":{\"code\":\"not-found\",\"message\":\"There is no image called beach.png.\"}}\n",
                            ""));
        }
    }

    @Nested
    class Rename {
        @Test
        void saysTheNameThatTheImageHasNow() {
            putThree();
            assertThat(scene.run("rename", "sea.jpg", "my sea.jpg"))
                    .isEqualTo(new Outcome(0, "sea.jpg is called my_sea.jpg now.\n", ""));
            assertThat(scene.run("rename", "my_sea.jpg", "sea.jpg", "--json").out())
                    .isEqualTo("{\"name\":\"my_sea.jpg\",\"to\":\"sea.jpg\"}\n");
        }

        @Test
        void suggestsAFreeName() {
            putThree();
            assertThat(scene.run("rename", "海.png", "beach.png"))
                    .isEqualTo(new Outcome(1, "", "There is an image called beach.png already. Take beach-2.png.\n"));
        }
    }

    @Nested
    class RemoveAndRestore {
        @Test
        void sayHowToGoBack() {
            putThree();
            assertThat(scene.run("remove", "sea.jpg"))
                    .isEqualTo(new Outcome(
                            0, "Moved sea.jpg to the trash.\n", "To bring it back: wirephoto restore sea.jpg\n"));
            assertThat(scene.run("trash"))
                    .isEqualTo(new Outcome(0, "sea.jpg  3.0 kB  800x600  JPEG  2026-11-22 18:20  i3\n", ""));
            assertThat(scene.run("restore", "sea.jpg")).isEqualTo(new Outcome(0, "Brought back sea.jpg.\n", ""));
            assertThat(scene.run("trash")).isEqualTo(new Outcome(0, "", "The trash is empty.\n"));
        }

        @Test
        void takePatterns() {
            putThree();
            assertThat(scene.run("remove", "*.png"))
                    .isEqualTo(new Outcome(
                            0,
                            "Moved beach.png to the trash.\nMoved 海.png to the trash.\n",
                            "To bring it back: wirephoto restore NAME\n"));
            assertThat(server.store().names()).containsExactly("sea.jpg");
        }

        @Test
        void goOnAfterARefusal() {
            putThree();
            Outcome outcome = scene.run("remove", "gone.png", "sea.jpg");
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err()).startsWith("There is no image called gone.png.\n");
            assertThat(server.store().names()).doesNotContain("sea.jpg");
        }

        @Test
        void giveAnotherName() {
            putThree();
            scene.run("remove", "sea.jpg");
            server.store().put("sea.jpg", Scene.jpeg(10));
            assertThat(scene.run("restore", "sea.jpg"))
                    .isEqualTo(new Outcome(1, "", "There is an image called sea.jpg already. Add --to sea-2.jpg.\n"));
            assertThat(scene.run("restore", "sea.jpg", "--to", "sea-2.jpg").out())
                    .isEqualTo("Brought back sea.jpg as sea-2.jpg.\n");
        }

        @Test
        void writeJson() {
            putThree();
            assertThat(scene.run("remove", "sea.jpg", "--json"))
                    .isEqualTo(new Outcome(0, "{\"name\":\"sea.jpg\",\"id\":\"i3\",\"forever\":false}\n", ""));
            assertThat(scene.run("trash", "--json").out()).contains("\"deleted\":\"2026-11-22T17:20:00.000Z\"");
            assertThat(scene.run("restore", "sea.jpg", "--json").out()).startsWith("{\"name\":\"sea.jpg\",");
        }
    }

    @Nested
    class RemoveForever {
        @Test
        void asksOnATerminal() {
            putThree();
            Outcome outcome = scene.onTerminal().input("n\n").run("remove", "--forever", "sea.jpg");
            assertThat(outcome)
                    .isEqualTo(new Outcome(
                            0, "", "Remove sea.jpg for good? Nothing can bring it back. [y/N] Nothing was removed.\n"));
            assertThat(server.store().names()).contains("sea.jpg");
        }

        @Test
        void takesYesForAnAnswer() {
            putThree();
            assertThat(scene.onTerminal()
                            .input("Yes\n")
                            .run("remove", "--forever", "sea.jpg")
                            .out())
                    .isEqualTo("Removed sea.jpg for good.\n");
            assertThat(server.store().names()).doesNotContain("sea.jpg");
        }

        @Test
        void takesNoAnswerForNo() {
            putThree();
            scene.onTerminal().input("").run("remove", "--forever", "*");
            assertThat(server.store().names()).hasSize(3);
        }

        @Test
        void needsToBeSureWhereNobodyCanBeAsked() {
            putThree();
            Outcome outcome = scene.run("remove", "--forever", "sea.jpg");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("add --yes if you are sure");
            assertThat(scene.run("remove", "--forever", "--yes", "sea.jpg").exit())
                    .isZero();
        }
    }

    @Nested
    class Ping {
        @Test
        void saysWhoIsThere() {
            assertThat(scene.run("ping").out()).matches("""
                            Attic at 127.0.0.1:[0-9]+ answered in [0-9.]+ m?s\\.
                            It speaks version 1 of the protocol and takes images of up to 1\\.0 MB\\. You are a curator there\\.
                            """);
        }

        @Test
        void writesJson() throws IOException {
            String out = scene.run("ping", "--json").out();
            assertThat(out)
                    .startsWith("{\"server\":\"Attic\",\"address\":\"127.0.0.1:")
                    .contains("\"version\":1,\"role\":\"curator\",\"max-filesize\":1000000,\"milliseconds\":");
            assertThat(tokens(out)).isEqualTo(14);
        }
    }

    @Nested
    class AnyCommand {
        @Test
        void tellsACodeThatItDoesNotKnowInTheServersWordsMadeSafe() {
            server.refuse("stat", "too-late", "Come back\u001b[31m tomorrow.", Optional.empty());
            Outcome outcome = scene.run("show", "beach.png");
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("Come back")
                    .endsWith(" tomorrow.\n")
                    .doesNotContain("\u001b");
        }

        @Test
        void tellsThatTheServerWantsAKey() {
            server.refuse("hello", ErrorCode.KEY_REQUIRED);
            assertThat(scene.run("list"))
                    .isEqualTo(new Outcome(
                            4,
                            "",
                            "This server wants a key, and none was given. Ask one of its curators for an invite, then:"
                                    + " wirephoto join. For a server of your own, add --key-file and the file"
                                    + " local-invite in its data folder.\n"));
        }

        @Test
        void tellsThatNobodyAnswers() throws IOException {
            server.close();
            Outcome outcome = scene.run("list");
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains(server.address()).hasLineCount(1);
            assertThat(scene.run("show", "a.png", "--json").out())
                    .startsWith("{\"error\":{\"code\":\"unreachable\",\"message\":");
        }
    }
}
