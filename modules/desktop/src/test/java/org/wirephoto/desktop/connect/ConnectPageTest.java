package org.wirephoto.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.Accessibility;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.Contrast;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/** The page on a screen that is nowhere. */
class ConnectPageTest {
    private static final ServerAddress THERE = new ServerAddress("192.168.1.5", 9999);
    private static final Fingerprint GOOD = new Fingerprint("ab".repeat(32));
    private static final Fingerprint BAD = new Fingerprint("cd".repeat(32));
    private static final AccessKey KEY =
            AccessKey.parse("1234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow();

    private final FakeServers servers = new FakeServers();
    private final TestWork work = new TestWork();
    private final List<Session> arrivals = new ArrayList<>();
    private ConnectModel model;
    private ConnectPage page;
    private Stage stage;

    @TempDir
    private Path folder;

    @BeforeEach
    void show() throws Exception {
        show(Theme.Choice.LIGHT, "en");
    }

    private void show(Theme.Choice choice, String language) throws Exception {
        Fx.run(() -> {
            Texts texts = Texts.of(Locale.of(language));
            model = new ConnectModel(servers, work, Runnable::run, (session, server) -> arrivals.add(session));
            DoctorModel doctor = new DoctorModel(servers, work, Runnable::run, new NetworkChoice.None());
            page = new ConnectPage(model, doctor, work, texts);
            Theme theme = new Theme(Settings.load(folder.resolve("settings")));
            theme.choiceProperty().set(choice);
            Scene scene = new Scene(page, 800, 560);
            theme.dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.look();
            work.doAll();
        });
    }

    @AfterEach
    void hide() throws Exception {
        Fx.run(() -> stage.hide());
    }

    private void on(Optional<AccessKey> key) {
        servers.up.put(THERE, new FakeServers.Fake("Living room", Optional.of(GOOD), key));
    }

    private void press(String id) throws Exception {
        Fx.laidOut(stage.getScene());
        Fx.run(() -> {
            Button button = (Button) page.lookup(id);
            assertThat(button).as(id).isNotNull();
            assertThat(button.isDisabled()).as("%s can't be pressed", id).isFalse();
            button.fire();
            work.doAll();
        });
    }

    private void type(String id, String text) throws Exception {
        Fx.laidOut(stage.getScene());
        Fx.run(() -> ((TextField) page.lookup(id)).setText(text));
    }

    private void key(KeyCode code) throws Exception {
        Fx.laidOut(stage.getScene());
        Fx.run(() -> {
            var focused = stage.getScene().getFocusOwner();
            for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(focused, new KeyEvent(kind, "", "", code, false, false, false, false));
            }
            work.doAll();
        });
    }

    @Nested
    class Choosing {
        @Test
        void aFoundServerIsOneKeyAway() throws Exception {
            on(Optional.empty());
            Fx.run(() -> {
                servers.listener.appeared(new FoundServer("Living room", List.of(THERE), "abababababababab", false, 1));
                page.lookup(".servers").requestFocus();
            });
            key(KeyCode.ENTER);
            press("#trust");

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void aServerIsOpenedByThePrimaryButtonAlone() throws Exception {
            Fx.run(() -> servers.listener.appeared(
                    new FoundServer("Living room", List.of(THERE), "abababababababab", false, 1)));
            click(MouseButton.SECONDARY);
            assertThat(model.step().get()).isInstanceOf(Step.Choosing.class);

            click(MouseButton.PRIMARY);
            assertThat(model.step().get()).isNotInstanceOf(Step.Choosing.class);
        }

        private void click(MouseButton button) throws Exception {
            Fx.laidOut(stage.getScene());
            Fx.run(() -> {
                MouseEvent event = new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null);
                Event.fireEvent(page.lookup(".server-row"), event);
            });
        }

        @Test
        void aServerIsForgottenByTheDeleteKey() throws Exception {
            Fx.run(() -> {
                servers.known.add(new KnownServer("Home", THERE, new Trust.Pinned(GOOD), Optional.empty()));
                model.look();
                work.doAll();
                page.focus();
            });
            key(KeyCode.DELETE);
            assertThat(servers.known).hasSize(1);
            press("#forget");

            assertThat(servers.known).isEmpty();
            assertThat(Fx.get(() ->
                            ((ListView<?>) page.lookup(".servers")).getItems().size()))
                    .isZero();
        }

        @Test
        void aTypedAddressLeadsThroughFingerprintAndKeyToTheGallery() throws Exception {
            on(Optional.of(KEY));
            type("#address", "192.168.1.5");
            press("#go");
            press("#trust");
            type("#key", KEY.grouped());
            press("#give-key");

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void whatIsNoAddressIsSaidBesideTheField() throws Exception {
            type("#address", "wirephoto://192.168.1.5/?fp=12");

            assertThat(Fx.get(() -> page.lookup("#go").isDisabled())).isTrue();
            assertThat(texts()).anyMatch(text -> text.startsWith("This is only a part of an invite."));
        }

        @Test
        void theKeyboardIsInTheFieldWhereThereIsNoServerYet() throws Exception {
            Fx.run(() -> page.focus());
            assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("address");
        }
    }

    @Nested
    class Dropping {
        @Test
        void anInviteIsPastedAnywhereOnThePage() throws Exception {
            on(Optional.of(KEY));
            Fx.run(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(new Invite(THERE, GOOD, KEY).link());
                Clipboard.getSystemClipboard().setContent(content);
                Event.fireEvent(
                        page.lookup("#check"),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.V, false, true, false, false));
                work.doAll();
            });

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void anInviteAsTextIsFollowed() throws Exception {
            on(Optional.of(KEY));
            Fx.run(() -> {
                page.drop(new Invite(THERE, GOOD, KEY).link());
                work.doAll();
            });

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void anInviteInAFileIsFollowed() throws Exception {
            on(Optional.of(KEY));
            Path file = folder.resolve("invite.txt");
            Files.writeString(file, new Invite(THERE, GOOD, KEY).link() + "\n");
            Fx.run(() -> {
                page.drop(file.toFile());
                work.doAll();
            });

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void aFileWithoutAnInviteSaysWhatToDrop() throws Exception {
            Path file = folder.resolve("beach.txt");
            Files.writeString(file, "sand");
            Fx.run(() -> {
                page.drop(file.toFile());
                work.doAll();
            });

            assertThat(texts()).anyMatch(text -> text.startsWith("This file holds no invite and no key."));
        }
    }

    @Nested
    class Failing {
        @Test
        void aChangedFingerprintLeavesNoWayIn() throws Exception {
            servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.of(BAD), Optional.empty()));
            Fx.run(() -> {
                model.choose(new Place.Known(new KnownServer("Home", THERE, new Trust.Pinned(GOOD), Optional.empty())));
                work.doAll();
            });
            Fx.laidOut(stage.getScene());

            assertThat(Fx.get(() -> page.lookup("#trust"))).isNull();
            assertThat(texts()).contains("This is not the server that you know");
            press("#back");
            assertThat(Fx.get(() -> page.lookup("#address"))).isNotNull();
        }

        @Test
        void aKnownServerThatNoLongerEncryptsLeavesNoWayIn() throws Exception {
            servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.empty(), Optional.empty()));
            Fx.run(() -> {
                model.choose(new Place.Known(new KnownServer("Home", THERE, new Trust.Pinned(GOOD), Optional.empty())));
                work.doAll();
            });

            assertThat(texts()).contains("This is not the server that you know");
            assertThat(Fx.get(() -> page.lookup("#trust"))).isNull();
            assertThat(arrivals).isEmpty();
        }

        @Test
        void aFailureHasADoctorThatShowsItsStepsAndTheCause() throws Exception {
            servers.diagnosis = new Diagnosis(
                    List.of(new DoctorFinding(
                            DoctorCheck.TCP,
                            DoctorFinding.Seen.CONNECTION_SILENT,
                            List.of("192.168.1.5:9999", Duration.ofSeconds(5)))),
                    Optional.of(new Diagnosis.Verdict(Diagnosis.Cause.NO_ANSWER, Optional.of(THERE))));
            type("#address", "192.168.1.5");
            press("#go");
            press("#check");

            assertThat(servers.examined.flatMap(request -> request.address())).contains(THERE);
            assertThat(texts())
                    .contains("Connection to the server", "192.168.1.5:9999: no answer within 5.0\u00a0s.")
                    .anyMatch(text -> text.startsWith("Nothing answers at that address. Check"));
        }
    }

    private List<String> texts() throws Exception {
        Fx.laidOut(stage.getScene());
        return Fx.get(() -> page.lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,de", "DARK,es"})
    void everyStepCanBeReadAndHeard(Theme.Choice choice, String language) throws Exception {
        hide();
        show(choice, language);
        KnownServer home = new KnownServer("Home", THERE, new Trust.Pinned(GOOD), Optional.empty());
        Place.New unknown = new Place.New("Studio", THERE, "11", false);
        check(() -> servers.listener.appeared(new FoundServer("Attic", List.of(THERE), "", true, 1)));
        check(() -> model.choose(new Place.Known(home)));
        on(Optional.of(KEY));
        check(() -> model.choose(unknown));
        check(() -> model.trust());
        check(() -> model.key(AccessKey.parse("2234-5678-9ABC-DEFG-HJKM-NPQR-ST")
                .orElseThrow()
                .text()));
        check(() -> model.choose(new Place.New("Attic", THERE, "", true)));
        servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.of(BAD), Optional.empty()));
        check(() -> model.choose(new Place.Known(home)));
        servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.empty(), Optional.empty()));
        check(() -> model.choose(new Place.Known(home)));
        check(() -> model.askForget(home));
        check(() -> model.choose(new Place.Known(home)));
        check(() -> ((Button) page.lookup("#check")).fire());
    }

    private void check(Fx.Action action) throws Exception {
        Fx.run(() -> {
            action.run();
            work.doAll();
        });
        Fx.laidOut(stage.getScene());
        assertThat(Fx.get(() -> Accessibility.faults(page))).isEmpty();
        assertThat(Fx.get(() -> Contrast.faults(page, Color.GRAY))).isEmpty();
    }
}
