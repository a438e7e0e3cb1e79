package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.ErrorCode;

class FetchCommandTest extends CommandTest {
    @BeforeEach
    void putThree() {
        server.store().put("beach.png", Scene.png(48_211));
        server.store().put("forest.png", Scene.png(2000));
        server.store().put("sea.jpg", Scene.jpeg(3000));
    }

    private List<String> files(String in) throws IOException {
        try (var files = Files.list(folder.resolve(in))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Nested
    class IntoAFolder {
        @Test
        void putsAnImageIntoTheOneThatWeAreIn() {
            assertThat(scene.run("fetch", "beach.png")).isEqualTo(new Outcome(0, "Fetched beach.png (48.2 kB).\n", ""));
            assertThat(folder.resolve("beach.png")).hasBinaryContent(Scene.png(48_211));
        }

        @Test
        void makesTheFolderThatIsMissing() throws IOException {
            Outcome outcome = scene.run("fetch", "-o", "new/pictures", "-j", "1", "beach.png", "SEA.JPG");
            assertThat(outcome).isEqualTo(new Outcome(0, """
                            Fetched beach.png to %1$s/beach.png (48.2 kB).
                            Fetched sea.jpg to %1$s/sea.jpg (3.0 kB).
                            """.formatted(folder.resolve("new/pictures")), ""));
            assertThat(files("new/pictures")).containsExactly("beach.png", "sea.jpg");
        }

        @Test
        void namesItWithoutDetours() {
            scene.file("pictures/old.png", Scene.png(10));
            assertThat(scene.run("fetch", "sea.jpg", "-o", "./pictures/../pictures/.")
                            .out())
                    .isEqualTo("Fetched sea.jpg to " + folder.resolve("pictures/sea.jpg") + " (3.0 kB).\n");
        }

        @Test
        void keepsADetourThroughALinkThatLeadsElsewhere() throws IOException {
            Files.createDirectories(folder.resolve("far/away"));
            Files.createSymbolicLink(folder.resolve("link"), folder.resolve("far/away"));
            Files.createDirectories(folder.resolve("far/out"));
            assertThat(scene.run("fetch", "sea.jpg", "-o", "link/../out").exit())
                    .isZero();
            assertThat(folder.resolve("far/out/sea.jpg")).exists();
            assertThat(folder.resolve("out")).doesNotExist();
        }

        @Test
        void saysWhatFolderCannotBeMade() {
            scene.file("file", new byte[] {1});
            String sentence = "The folder " + folder.resolve("file") + "%s can't be made.\n";
            assertThat(scene.run("fetch", "sea.jpg", "-o", "file"))
                    .isEqualTo(new Outcome(5, "", sentence.formatted("")));
            assertThat(scene.run("fetch", "sea.jpg", "-o", "./file/sub"))
                    .isEqualTo(new Outcome(5, "", sentence.formatted("/sub")));
        }

        @Test
        void namesTheFolderThatCannotBeWritten() throws IOException {
            Files.createDirectory(folder.resolve("out"));
            try (var _ = new ForbiddenFolder(folder.resolve("out"), "r-xr-xr-x")) {
                assertThat(scene.run("fetch", "sea.jpg", "-o", "out"))
                        .isEqualTo(new Outcome(5, "", "This account may not use " + folder.resolve("out") + ".\n"));
            }
        }

        @Test
        void takesPatternsOfNames() throws IOException {
            assertThat(scene.run("fetch", "*.PNG", "beach.png", "-o", "out").exit())
                    .isZero();
            assertThat(files("out")).containsExactly("beach.png", "forest.png");
        }

        @Test
        void saysWhereAPatternMatchesNothing() {
            assertThat(scene.run("fetch", "*.gif"))
                    .isEqualTo(new Outcome(1, "", "The name of no image is like *.gif.\n"));
        }

        @Test
        void leavesOtherFilesAlone() {
            scene.file("beach.png", new byte[] {1, 2, 3});
            assertThat(scene.run("fetch", "beach.png"))
                    .isEqualTo(new Outcome(
                            5,
                            "",
                            folder.resolve("beach.png")
                                    + " is here already and was left as it is. Add --overwrite to replace it.\n"));
            assertThat(folder.resolve("beach.png")).hasBinaryContent(new byte[] {1, 2, 3});
        }

        @Test
        void overwritesWhenToldTo() {
            scene.file("beach.png", new byte[] {1, 2, 3});
            assertThat(scene.run("fetch", "beach.png", "--overwrite").exit()).isZero();
            assertThat(folder.resolve("beach.png")).hasBinaryContent(Scene.png(48_211));
        }

        @Test
        void doesNotFetchWhatIsThere() {
            scene.file("beach.png", Scene.png(48_211));
            assertThat(scene.run("fetch", "beach.png"))
                    .isEqualTo(new Outcome(0, "beach.png is here already, with the same bytes.\n", ""));
        }

        @Test
        void goesOnAfterAnImageThatIsNotThere() {
            assertThat(scene.run("fetch", "-j", "1", "beech.png", "sea.jpg"))
                    .isEqualTo(new Outcome(1, "Fetched sea.jpg (3.0 kB).\n", "There is no image called beech.png.\n"));
        }

        @Test
        void suggestsTheNearestName() {
            assertThat(scene.run("fetch", "beach.jpg").err())
                    .isEqualTo("There is no image called beach.jpg. Did you mean beach.png?\n");
        }

        @Test
        void givesAVariantANameOfItsOwn() throws IOException {
            assertThat(scene.run("fetch", "--variant", "thumbnail", "beach.png", "-o", "out")
                            .exit())
                    .isZero();
            assertThat(files("out")).containsExactly("beach-thumbnail.jpg");
        }

        @Test
        void neverKeepsBytesThatAreNotThoseOfTheImage() {
            server.breakBodies();
            Outcome outcome = scene.run("fetch", "sea.jpg");
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err().lines()).hasSize(1);
            assertThat(folder.resolve("sea.jpg")).doesNotExist();
        }
    }

    @Test
    void beginsNothingElseOnceTheServerIsLost() {
        server.refuse("return", ErrorCode.UNSUPPORTED_VERSION);
        assertThat(scene.run("fetch", "-j", "1", "beach.png", "sea.jpg", "forest.png"))
                .isEqualTo(
                        new Outcome(
                                3,
                                "",
                                "This server speaks another version of the protocol than this program.\n2 more images not tried.\n"));
    }

    @Nested
    class ToStandardOutput {
        @Test
        void writesTheBytesAndNothingElse() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Outcome outcome = scene.run(new Interruption(), out, "fetch", "sea.jpg", "-o", "-");
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(out.toByteArray()).isEqualTo(Scene.jpeg(3000));
        }

        @Test
        void writesAVariant() {
            assertThat(scene.run("fetch", "sea.jpg", "-o", "-", "--variant", "preview")
                            .out())
                    .isEqualTo("small");
        }

        @Test
        void isNothingForATerminal() {
            Outcome outcome = scene.onTerminal().run("fetch", "sea.jpg", "-o", "-");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("An image is no text for a terminal: send it on with | or into a file with >.\n");
        }

        @Test
        void takesOneImage() {
            assertThat(scene.run("fetch", "sea.jpg", "beach.png", "-o", "-").exit())
                    .isEqualTo(2);
            assertThat(scene.run("fetch", "*.png", "-o", "-").exit()).isEqualTo(2);
        }

        @Test
        void keepsARefusalOutOfThePipe() {
            server.refuse("return", ErrorCode.NOT_ALLOWED);
            assertThat(scene.run("fetch", "sea.jpg", "-o", "-"))
                    .isEqualTo(new Outcome(
                            4,
                            "",
                            "Your key does not allow you to fetch sea.jpg: ask one of the server's curators.\n"));
        }
    }

    @Test
    void writesJsonForPrograms() {
        assertThat(scene.run("fetch", "--json", "-j1", "sea.jpg", "gone.png").out())
                .isEqualTo("""
                        {"name":"sea.jpg","file":"%s","filesize":3000,"received":3000}
                        {"subject":"gone.png","error":{"code":"not-found","message":"There is no image called gone.png."}}
                        """.formatted(folder.resolve("sea.jpg")));
    }

    @Test
    void knowsTheVariants() {
        Outcome outcome = scene.run("fetch", "sea.jpg", "--variant", "tiny");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("--variant can be thumbnail or preview, and not tiny.\n");
    }
}
