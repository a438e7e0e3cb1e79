package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.desktop.connect.Connect;
import org.wirephoto.desktop.connect.Link;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/** The page on which a server is chosen, on a screen that is nowhere, with linked servers. */
class ConnectPageIT {
    private static final AccessKey ANY_KEY =
            AccessKey.parse("1234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow();

    @TempDir
    private Path folder;

    private final BackgroundWork work = new BackgroundWork(Platform::runLater);
    private Connect connect;
    private Stage stage;
    private volatile @Nullable Session session;
    private volatile @Nullable Link link;

    @BeforeAll
    static void startToolkit() throws Exception {
        HeadlessFx.start();
    }

    @BeforeEach
    void open() throws Exception {
        Texts texts = Texts.of(Locale.ENGLISH);
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", folder.resolve("configuration").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString());
        HeadlessFx.get(() -> {
            connect = Connect.of(
                    environment,
                    new NetworkChoice.Named(Set.of("lo")),
                    new Connect.Surroundings(work, Platform::runLater, texts),
                    (made, itsLink) -> {
                        session = made;
                        link = itsLink;
                    });
            stage = new Stage();
            stage.setScene(new Scene(connect.page(), 800, 600));
            stage.show();
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        leave();
        HeadlessFx.get(() -> {
            connect.close();
            stage.hide();
            return true;
        });
        work.close();
    }

    private void leave() throws Exception {
        Session opened = session;
        Link watching = link;
        session = null;
        link = null;
        if (watching != null) {
            HeadlessFx.get(() -> {
                watching.close();
                return true;
            });
        }
        if (opened != null) {
            opened.close();
        }
    }

    private @Nullable Node node(String id) {
        return connect.page().lookup(id);
    }

    private void press(String id) throws Exception {
        HeadlessFx.await(id + " can be pressed", () -> {
            connect.page().applyCss();
            return node(id) instanceof Button button && !button.isDisabled();
        });
        HeadlessFx.get(() -> {
            ((Button) node(id)).fire();
            return true;
        });
    }

    private void type(String id, String text) throws Exception {
        HeadlessFx.await(id + " is there", () -> {
            connect.page().applyCss();
            return node(id) != null;
        });
        HeadlessFx.get(() -> {
            ((TextField) node(id)).setText(text);
            return true;
        });
    }

    private void shows(String text) throws Exception {
        HeadlessFx.await("shows " + text, () -> {
            connect.page().applyCss();
            return connect.page().lookupAll(".label").stream()
                    .anyMatch(node -> ((Labeled) node).getText().contains(text));
        });
    }

    private void arrives() throws Exception {
        HeadlessFx.await("a session is there", () -> session != null);
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void go(Runnable way) throws Exception {
        HeadlessFx.get(() -> {
            way.run();
            return true;
        });
    }

    private static ServerProcess secure(Path data, int port, String... options) throws IOException {
        return ServerProcess.startAt(port, data, options);
    }

    private static Fingerprint fingerprint(ServerProcess server) throws IOException {
        return WirephotoClient.fingerprint(address(server), Duration.ofSeconds(20));
    }

    private static ServerAddress address(ServerProcess server) {
        return new ServerAddress("127.0.0.1", server.port());
    }

    @Test
    void aTypedAddressAsksOnceForTheFingerprintAndTheNextStartGoesStraightThere() throws Exception {
        try (ServerProcess server = secure(folder.resolve("images"), 0, "--open")) {
            go(connect::choose);
            type("#address", server.address());
            press("#go");
            shows("Is this the right server?");
            press("#trust");
            arrives();
            assertThat(session.info().name()).isNotBlank();
            leave();

            go(connect::goBack);
            arrives();
        }
    }

    @Test
    void aServerThatAnnouncesItselfAppearsAndIsOnePressAway() throws Exception {
        try (ServerProcess server =
                secure(folder.resolve("images"), 0, "--open", "--announce", "lo", "--name", "Darkroom")) {
            go(connect::choose);
            shows("Darkroom");
            go(() -> press(connect.page().lookup(".servers"), KeyCode.ENTER));
            shows("Is this the right server?");
            assertThat(server.process().isAlive()).isTrue();
            press("#trust");
            arrives();
        }
    }

    @Test
    void aKeyIsAskedForAndAWrongOneIsSaidToBeWrong() throws Exception {
        Path images = folder.resolve("images");
        try (ServerProcess server = secure(images, 0)) {
            Invite own = Invite.parse(Files.readString(images.resolve("local-invite")))
                    .orElseThrow();
            go(connect::choose);
            type("#address", server.address());
            press("#go");
            press("#trust");
            shows("asks for a key");
            type("#key", ANY_KEY.grouped());
            press("#give-key");
            shows("The server does not know this key.");
            type("#key", own.key().grouped());
            press("#give-key");
            arrives();
        }
    }

    @Test
    void anInviteLeadsStraightIn() throws Exception {
        try (ServerProcess server = secure(folder.resolve("images"), 0, "--open")) {
            Invite invite = new Invite(address(server), fingerprint(server), ANY_KEY);
            go(connect::choose);
            type("#address", invite.link());
            press("#go");
            arrives();
        }
    }

    @Test
    void aServerThatDoesNotEncryptIsAskedAboutBeforeAnythingIsSaid() throws Exception {
        try (ServerProcess server = ServerProcess.startPlain(folder.resolve("images"))) {
            go(connect::choose);
            type("#address", server.address());
            press("#go");
            shows("This server does not encrypt");
            press("#trust");
            arrives();
        }
    }

    @Test
    void aServerWithAnotherFingerprintIsRefused() throws Exception {
        int port;
        try (ServerProcess server = secure(folder.resolve("images"), 0, "--open")) {
            port = server.port();
            Invite invite = new Invite(address(server), fingerprint(server), ANY_KEY);
            go(() -> connect.go(invite));
            arrives();
            leave();
        }
        try (ServerProcess other = secure(folder.resolve("others"), port, "--open")) {
            assertThat(other.port()).isEqualTo(port);
            go(connect::goBack);
            shows("This is not the server that you know");
            assertThat(HeadlessFx.get(() -> node("#trust") == null)).isTrue();
            assertThat(session).isNull();
        }
    }

    @Test
    void aLostServerIsNoticedAndFoundAgainWhenItIsBack() throws Exception {
        Path images = folder.resolve("images");
        int port;
        try (ServerProcess server = secure(images, 0, "--open")) {
            port = server.port();
            Invite invite = new Invite(address(server), fingerprint(server), ANY_KEY);
            go(() -> connect.go(invite));
            arrives();
            server.kill();
        }
        go(() -> link.check());
        HeadlessFx.await("the loss is seen", () -> !link.up().get());
        HeadlessFx.await("the bar is shown", () -> link.bar().isVisible());
        try (ServerProcess again = secure(images, port, "--open")) {
            assertThat(again.port()).isEqualTo(port);
            HeadlessFx.await("the server is there again", () -> link.up().get());
            assertThat(HeadlessFx.get(() -> link.bar().isVisible())).isFalse();
            assertThat(session.info().name()).isNotBlank();
        }
    }
}
