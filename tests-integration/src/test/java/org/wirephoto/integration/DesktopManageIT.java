package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import org.wirephoto.testkit.TestImages;

/** Changing what a server keeps with the desktop program, as each role may, and seeing what others change. */
class DesktopManageIT {
    @TempDir
    static Path data;

    @TempDir
    static Path homes;

    private static ServerProcess server;
    private static SecondClient second;
    private static int seed;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data);
        second = SecondClient.of(server);
    }

    @AfterAll
    static void stop() throws Exception {
        second.close();
        server.close();
    }

    private static byte[] put(String name) throws Exception {
        byte[] bytes = TestImages.photo(ImageType.PNG, 60, 40, ++seed);
        second.save(name, bytes);
        return bytes;
    }

    private static Invite invite(Role role, String label) throws Exception {
        return second.invite(role, label, server.port());
    }

    @Nested
    class ACurator {
        private static DesktopProgram desktop;

        @BeforeAll
        static void open() throws Exception {
            desktop =
                    DesktopProgram.in(homes.resolve("curator"), server.invite().link());
        }

        @AfterAll
        static void close() throws Exception {
            desktop.close();
        }

        @AfterEach
        void tidy() throws Exception {
            desktop.tidy();
        }

        @Test
        void renames() throws Exception {
            byte[] bytes = put("old name.png");
            put("taken.png");
            desktop.image("taken.png").appears(); // or the other would give way to it under the mouse
            desktop.select("old_name.png");
            desktop.press(KeyCode.F2);
            desktop.sheet().write("New name", "new name.jpg");
            desktop.sheet().shows("The extension does not match what the file is.");
            desktop.sheet().write("New name", "taken.png");
            desktop.sheet().shows("There is an image of this name already.");
            desktop.sheet().write("New name", "new name.png");
            desktop.sheet().press("Rename");

            desktop.sheet().goes();
            desktop.window().shows("The image is called new_name.png now.");
            second.has("new_name.png", bytes);
            assertThat(second.isThere("old_name.png")).isFalse();
            desktop.image("new_name.png").appears();
            desktop.image("old_name.png").goes();
        }

        @Test
        void deletesAndUndoBringsItBack() throws Exception {
            byte[] bytes = put("regret.png");
            desktop.select("regret.png");
            desktop.press(KeyCode.DELETE);
            desktop.window().shows("regret.png is in the trash.");
            desktop.image("regret.png").goes();
            assertThat(second.isThere("regret.png")).isFalse();

            desktop.window().press("Undo");

            desktop.image("regret.png").appears();
            second.has("regret.png", bytes);
        }

        @Test
        void deletesSeveralAndUndoBringsThemAllBackThoughANameWasTaken() throws Exception {
            byte[] first = put("first.png");
            byte[] other = put("other.png");
            desktop.select("first.png", "other.png");
            desktop.press(KeyCode.DELETE);
            desktop.window().shows("2 images are in the trash.");
            byte[] newcomer = put("first.png");

            desktop.window().press("Undo");

            desktop.image("first-2.png").appears();
            second.has("first.png", newcomer);
            second.has("first-2.png", first);
            second.has("other.png", other);
        }

        @Test
        void seesWhatOthersDoByItself() throws Exception {
            put("live.png");
            desktop.image("live.png").appears();
            desktop.window().shows("arrived"); // one, or so many of those that came in the last moments
            second.client().rename("live.png", "lively.png");
            desktop.image("lively.png").appears();
            desktop.image("live.png").goes();
            second.client().delete("lively.png", DeleteOptions.toTrash());
            desktop.image("lively.png").goes();
            desktop.window().shows("deleted");
        }

        @Test
        void invitesSomebodyWhoThenGetsIn() throws Exception {
            desktop.window().press("Invite someone");
            desktop.sheet().write("Who is it for?", "Anna");
            desktop.sheet().press("May only look");
            desktop.sheet().press("Make the invite");
            String link = desktop.sheet().written("The invite as a link");

            Invite invite = Invite.parse(link).orElseThrow();
            assertThat(invite.address().port()).isEqualTo(server.port());
            try (SecondClient anna = SecondClient.of(invite, server.port())) {
                assertThat(anna.client().serverInfo().role()).isEqualTo(Role.VIEWER);
                assertThat(anna.count()).isNotNegative();
            }
        }
    }

    @Nested
    class AViewer {
        @Test
        void isOfferedNothingThatChangesTheServer() throws Exception {
            put("look.png");
            Path file = Files.write(homes.resolve("mine.png"), TestImages.photo(ImageType.PNG, 9, 9, 9));
            DesktopProgram desktop = DesktopProgram.in(
                    homes.resolve("viewer"), invite(Role.VIEWER, "Viewer").link());
            try {
                desktop.image("look.png").otherClick();
                assertThat(desktop.menu().appears().offers())
                        .contains("Save", "Copy")
                        .doesNotContain("Rename…", "Delete");
                desktop.closeSheets();
                assertThat(desktop.window().buttons()).contains("Save").doesNotContain("Send", "Invite someone");
                assertThat(desktop.drop(file)).isFalse();
                desktop.press(KeyCode.F2);
                desktop.press(KeyCode.DELETE);
                desktop.window().press("Save"); // after those keys: whatever they did is done by now
                desktop.transfers().row("look.png").shows("Saved in");
                desktop.sheet().goes();
                assertThat(second.isThere("look.png")).isTrue();
            } finally {
                desktop.close();
            }
        }
    }

    @Nested
    class AContributor {
        @Test
        void isOfferedToChangeItsOwnImagesAlone() throws Exception {
            put("theirs.png");
            Invite invite = invite(Role.CONTRIBUTOR, "Ben");
            try (SecondClient before = SecondClient.of(invite, server.port())) {
                before.save("own.png", TestImages.photo(ImageType.PNG, 30, 20, 500));
            }
            DesktopProgram desktop = DesktopProgram.in(homes.resolve("contributor"), invite.link());
            try {
                desktop.image("theirs.png").otherClick();
                assertThat(desktop.menu().appears().offers())
                        .contains("Save", "Copy")
                        .doesNotContain("Rename…", "Delete");
                desktop.closeSheets();
                desktop.image("own.png").otherClick();
                assertThat(desktop.menu().appears().offers()).contains("Save", "Rename…", "Delete");
                desktop.closeSheets();
                assertThat(desktop.window().buttons()).contains("Send").doesNotContain("Invite someone");
            } finally {
                desktop.close();
            }
        }
    }
}
