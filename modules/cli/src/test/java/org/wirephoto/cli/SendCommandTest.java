package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.ErrorCode;

class SendCommandTest extends CommandTest {
    @Nested
    class OneFile {
        @Test
        void isSentUnderItsOwnName() {
            scene.file("beach.png", Scene.png(48_211));
            assertThat(scene.run("send", "beach.png")).isEqualTo(new Outcome(0, "Sent beach.png (48.2 kB).\n", ""));
            assertThat(server.store().find("beach.png")).isPresent();
        }

        @Test
        void tellsWhatItsNameBecame() {
            scene.file("my cat.png", Scene.png(900));
            assertThat(scene.run("send", "my cat.png").out()).isEqualTo("Sent my cat.png as my_cat.png (900 bytes).\n");
        }

        @Test
        void canBeGivenAName() {
            scene.file("IMG_1.JPG", Scene.jpeg(900));
            assertThat(scene.run("send", "IMG_1.JPG", "--name", "sunset.jpg").out())
                    .isEqualTo("Sent IMG_1.JPG as sunset.jpg (900 bytes).\n");
            assertThat(server.store().names()).containsExactly("sunset.jpg");
        }

        @Test
        void isNotSentAgainWhereTheServerHasIt() {
            scene.file("beach.png", Scene.png(900));
            server.store().put("beach.png", Scene.png(900));
            assertThat(scene.run("send", "beach.png"))
                    .isEqualTo(new Outcome(0, "Sent beach.png (900 bytes; the server had its bytes already).\n", ""));
        }

        @Test
        void replacesAnotherOnlyWhenToldTo() {
            scene.file("beach.png", Scene.png(900));
            server.store().put("beach.png", Scene.png(500));
            assertThat(scene.run("send", "beach.png"))
                    .isEqualTo(new Outcome(
                            1,
                            "",
                            "There is an image called beach.png already. Send it as beach-2.png, or add --fix-name, "
                                    + "or --replace to replace that image.\n"));
            assertThat(scene.run("send", "beach.png", "--replace").exit()).isZero();
            assertThat(server.store().find("beach.png").orElseThrow().bytes()).hasSize(900);
        }

        @Test
        void thatIsNotThereIsALocalProblem() {
            assertThat(scene.run("send", "nowhere.png"))
                    .isEqualTo(new Outcome(5, "", "There is no file nowhere.png.\n"));
        }

        @Test
        void inAFolderThatMayNotBeEnteredIsNotSaidToBeMissing() throws IOException {
            scene.file("secret/a.png", Scene.png(100));
            try (var _ = new ForbiddenFolder(folder.resolve("secret"))) {
                assertThat(scene.run("send", "secret/a.png"))
                        .isEqualTo(new Outcome(5, "", "This account may not use secret/a.png.\n"));
            }
        }

        @Test
        void isRefusedInOneSentenceWithTheWayOut() {
            scene.file("beach.jpg", Scene.png(900));
            assertThat(scene.run("send", "beach.jpg"))
                    .isEqualTo(new Outcome(1, "", "beach.jpg is a PNG. Send it as beach.png, or add --fix-name.\n"));
        }
    }

    @Nested
    class FixName {
        @Test
        void takesTheRightEnding() {
            scene.file("beach.jpg", Scene.png(900));
            assertThat(scene.run("send", "--fix-name", "beach.jpg"))
                    .isEqualTo(new Outcome(0, "Sent beach.jpg as beach.png (900 bytes).\n", ""));
        }

        @Test
        void takesTheRightEndingAndThenAFreeName() {
            scene.file("beach.jpg", Scene.png(900));
            server.store().put("beach.png", Scene.png(500));
            assertThat(scene.run("send", "--fix-name", "beach.jpg").out())
                    .isEqualTo("Sent beach.jpg as beach-2.png (900 bytes).\n");
        }

        @Test
        void findsAnEndingWhereThereIsNone() {
            scene.file("scan", Scene.jpeg(900));
            assertThat(scene.run("send", "--fix-name", "scan").out()).isEqualTo("Sent scan as scan.jpg (900 bytes).\n");
        }

        @Test
        void dropsWhatANameCannotHave() {
            scene.file("a:b.png", Scene.png(900));
            assertThat(scene.run("send", "a:b.png").err())
                    .isEqualTo("a:b.png: The name can't have the character : in it. Send it as a_b.png, or add "
                            + "--fix-name.\n");
            assertThat(scene.run("send", "--fix-name", "a:b.png").out())
                    .isEqualTo("Sent a:b.png as a_b.png (900 bytes).\n");
        }

        @Test
        void givesUpWhereNoNameWouldHelp() {
            scene.file("notes.png", new byte[50]);
            assertThat(scene.run("send", "--fix-name", "notes.png"))
                    .isEqualTo(new Outcome(
                            1,
                            "",
                            "notes.png is not an image of a type that this server takes "
                                    + "(PNG, JPEG, GIF, WebP, BMP, TIFF, AVIF, HEIC).\n"));
        }
    }

    @Nested
    class Folders {
        @Test
        void standForTheImagesInThem() {
            scene.file("trip/b.png", Scene.png(1000));
            scene.file("trip/a.jpg", Scene.jpeg(2000));
            scene.file("trip/notes.txt", new byte[3]);
            scene.file("trip/.hidden.png", Scene.png(100));
            scene.file("trip/more/c.png", Scene.png(100));
            assertThat(scene.run("send", "-j", "1", "trip")).isEqualTo(new Outcome(0, """
                            Sent trip/a.jpg (2.0 kB).
                            Sent trip/b.png (1.0 kB).
                            Sent 2 images (3.0 kB in 0.0 ms).
                            """, """
                            Left out 1 file of trip whose names do not end like those of images.
                            Left out 1 folder of trip. Add --recursive to send what is in folders of folders.
                            """));
        }

        @Test
        void areGoneIntoWhenToldTo() {
            scene.file("trip/a.jpg", Scene.jpeg(2000));
            scene.file("trip/more/c.png", Scene.png(100));
            scene.file("trip/.git/d.png", Scene.png(100));
            assertThat(scene.run("send", "-r", "trip/").exit()).isZero();
            assertThat(server.store().names()).containsExactly("a.jpg", "c.png");
        }

        @Test
        void mayBeTheOneThatWeAreIn() {
            scene.file("a.jpg", Scene.jpeg(2000));
            assertThat(scene.run("send", ".").out()).isEqualTo("Sent ./a.jpg (2.0 kB).\n");
        }

        @Test
        void withNothingInThemSaySo() {
            assertThat(scene.run("send", "."))
                    .isEqualTo(new Outcome(
                            1,
                            "",
                            "Nothing was sent: no file in " + folder
                                    + " has a name that ends like that of an image.\n"));
            scene.file("notes/a.txt", new byte[3]);
            assertThat(scene.run("send", "notes/").err())
                    .endsWith("Nothing was sent: no file in notes/ has a name that ends like that of an image.\n");
        }

        @Test
        void withNothingInThemDoNoHarmToOthers() {
            scene.file("notes/a.txt", new byte[3]);
            scene.file("a.png", Scene.png(100));
            Outcome outcome = scene.run("send", "notes", "a.png");
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.err()).endsWith("No file in notes has a name that ends like that of an image.\n");
        }

        @Test
        void thatMayNotBeReadAreALocalProblem() throws IOException {
            scene.file("trip/a.png", Scene.png(100));
            scene.file("trip/more/b.png", Scene.png(100));
            try (var _ = new ForbiddenFolder(folder.resolve("trip/more"))) {
                assertThat(scene.run("send", "trip/more"))
                        .isEqualTo(new Outcome(5, "", "Left out trip/more, which this account may not read.\n"));
                assertThat(scene.run("send", "-r", "trip"))
                        .isEqualTo(new Outcome(
                                5,
                                "Sent trip/a.png (100 bytes).\n",
                                "Left out trip/more, which this account may not read.\n"));
            }
        }

        @Test
        void neverReplaceOneImageByAnotherOfTheSameName() {
            scene.file("trip/x.png", Scene.png(100));
            scene.file("trip/more/X.PNG", Scene.png(200));
            assertThat(scene.run("send", "--replace", "-r", "trip"))
                    .isEqualTo(new Outcome(
                            1,
                            "Sent trip/more/X.PNG (200 bytes).\n",
                            "trip/x.png was left out: another file of that name is sent already.\n"));
        }
    }

    @Nested
    class Patterns {
        @Test
        void areReplacedHereWhereNoShellDid() {
            scene.file("trip/a.png", Scene.png(100));
            scene.file("trip/B.PNG", Scene.png(100));
            scene.file("trip/c.jpg", Scene.jpeg(100));
            assertThat(scene.run("send", "trip/*.png").exit()).isZero();
            assertThat(server.store().names()).containsExactly("a.png", "B.PNG");
        }

        @Test
        void thatMatchNothingAreALocalProblem() {
            scene.file("trip/a.png", Scene.png(100));
            assertThat(scene.run("send", "trip/*.gif")).isEqualTo(new Outcome(5, "", "There is no file trip/*.gif.\n"));
        }
    }

    @Nested
    class SeveralFiles {
        @Test
        void goOnAfterARefusal() {
            scene.file("a.png", Scene.png(1500));
            scene.file("b.png", Scene.jpeg(1000));
            scene.file("c.png", Scene.png(1600));
            assertThat(scene.run("send", "-j", "1", "a.png", "b.png", "c.png"))
                    .isEqualTo(new Outcome(1, """
                            Sent a.png (1.5 kB).
                            Sent c.png (1.6 kB).
                            Sent 2 of 3 images (3.1 kB in 0.0 ms).
                            """, "b.png is a JPEG. Send it as b.jpg, or add --fix-name.\n"));
        }

        @Test
        void endWithTheCodeThatAllFailuresShare() {
            scene.file("a.png", Scene.png(1500));
            scene.file("b.png", Scene.png(1500));
            server.refuse("save", ErrorCode.NOT_ALLOWED);
            server.refuse("save", ErrorCode.NOT_ALLOWED);
            assertThat(scene.run("send", "a.png", "b.png").exit()).isEqualTo(4);
        }

        @Test
        void endWithOneForUnlikeFailures() {
            scene.file("a.png", Scene.png(1500));
            server.refuse("save", ErrorCode.NOT_ALLOWED);
            assertThat(scene.run("send", "a.png", "nowhere.png").exit()).isEqualTo(1);
        }

        @Test
        void cannotShareAName() {
            scene.file("a.png", Scene.png(1500));
            scene.file("b.png", Scene.png(1500));
            Outcome outcome = scene.run("send", "a.png", "b.png", "--name", "c.png");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("--name is for one image, and this would send 2.\n");
        }
    }

    @Nested
    class StandardInput {
        @Test
        void isSentUnderTheNameThatItIsGiven() {
            assertThat(scene.input(Scene.png(1234)).run("send", "-", "--name", "screen.png"))
                    .isEqualTo(new Outcome(0, "Sent screen.png (1.2 kB).\n", ""));
            assertThat(server.store().find("screen.png").orElseThrow().bytes()).isEqualTo(Scene.png(1234));
        }

        @Test
        void needsAName() {
            Outcome outcome = scene.input(Scene.png(1234)).run("send", "-");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("An image from standard input needs a name: add --name and one.\n");
        }

        @Test
        void isRefusedInOneSentence() {
            assertThat(scene.input(Scene.png(1234)).run("send", "-", "--name", "screen.jpg"))
                    .isEqualTo(new Outcome(1, "", "screen.jpg is a PNG. Send it as screen.png, or add --fix-name.\n"));
        }
    }

    @Test
    void aFaultOfThisProgramIsToldWithoutItsInside() {
        InputStream faulty = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("inside");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
        assertThat(scene.input(faulty).run("send", "-", "--name", "a.png"))
                .isEqualTo(new Outcome(
                        70,
                        "",
                        "This should not have happened: a fault of this program. Add --verbose to see more of it.\n"));
    }

    @Nested
    class WithJson {
        @Test
        void writesALineForEachImage() {
            scene.file("a.png", Scene.png(1500));
            Outcome outcome = scene.run("send", "--json", "a.png");
            assertThat(outcome.out()).isEqualTo("""
                            {"file":"a.png","sent":1500,"name":"a.png","filesize":1500,"type":"image/png",\
                            "width":800,"height":600,"sha256":"%s","saved":"2026-11-22T16:20:00.000Z","id":"i1"}
                            """.formatted(FakeStore.digest(Scene.png(1500))));
            assertThat(outcome.err()).isEmpty();
        }

        @Test
        void writesRefusalsToo() {
            scene.file("b.png", Scene.jpeg(1000));
            assertThat(scene.run("send", "--json", "b.png")).isEqualTo(new Outcome(1, """
                            {"subject":"b.png","error":{"code":"extension-mismatch","message":"b.png is a JPEG. \
                            Send it as b.jpg, or add --fix-name.","suggestion":"b.jpg"}}
                            """, ""));
        }
    }
}
