package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RetryPolicy;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ServerAddress;

/** What becomes of images whose fetch fails as the server is gone. */
class FollowerTest extends CommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private WirephotoClient client;
    private Follower follower;

    @BeforeEach
    void connect() throws Exception {
        client = WirephotoClient.connect(
                ServerAddress.parse(server.address()).orElseThrow(),
                ConnectionSettings.plain().withRetry(RetryPolicy.never()));
        follow(false);
    }

    private void follow(boolean json) {
        Host host = new Host(
                InputStream.nullInputStream(),
                Scene.NOTHING_HIDDEN,
                new StandardOutput(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none(),
                Map.of(),
                Scene.CLOCK,
                folder);
        follower = new Follower(client, new Session(host, new Interruption()), folder, json, List.of());
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private ImageEvent saved(String name, int size) {
        FakeStore.Stored stored = server.store().put(name, Scene.png(size));
        return new ImageEvent.Saved(new RemoteImage(stored.name(), stored.attributes(), Optional.empty()), "s1");
    }

    private void feed(ImageEvent event) throws Exception {
        follower.follow(event);
        follower.goOn();
    }

    private void comeBackWith(String... names) throws Exception {
        server = new FakeServer(server.port());
        for (int i = 0; i < names.length; i++) {
            server.store().put(names[i], Scene.png(100 + i));
        }
        feed(new ImageEvent.Online());
    }

    @Test
    void areFetchedOnceTheServerIsBackAndNamedMeanwhile() throws Exception {
        ImageEvent first = saved("a.png", 100);
        ImageEvent second = saved("b.png", 101);
        server.close();
        feed(first);
        feed(second);
        feed(new ImageEvent.Offline("gone"));
        String address = server.address();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .isEqualTo("b.png was not fetched: No server answers at " + address
                        + ". Check the address, and that the server runs. It is tried again.");
        comeBackWith("a.png", "b.png");
        assertThat(folder.resolve("a.png")).hasBinaryContent(Scene.png(100));
        assertThat(folder.resolve("b.png")).hasBinaryContent(Scene.png(101));
    }

    @Test
    void areTheSubjectOfTheFailureInJson() throws Exception {
        follow(true);
        ImageEvent image = saved("a.png", 100);
        server.close();
        feed(image);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "{\"subject\":\"a.png\",\"error\":{\"code\":\"unreachable\",\"message\":\"a.png was not fetched: ");
    }

    @Test
    void areFoundInTheListWhereTheServerWentWhileItWasLookedThrough() throws Exception {
        server.close();
        feed(new ImageEvent.Reset("s9"));
        comeBackWith("a.png", "b.png");
        assertThat(folder.resolve("a.png")).hasBinaryContent(Scene.png(100));
        assertThat(folder.resolve("b.png")).hasBinaryContent(Scene.png(101));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void areNotTriedForEver() throws Exception {
        Postponed postponed = new Postponed(2);
        ImageEvent.Saved image = (ImageEvent.Saved) saved("a.png", 100);
        assertThat(postponed.add(new Postponed.Item(image.image(), 10))).isFalse();
        assertThat(postponed.add(new Postponed.Item(image.image(), 9))).isTrue();
        assertThat(postponed.add(new Postponed.Item(image.image(), 1))).isTrue();
        assertThat(postponed.add(new Postponed.Item(image.image(), 1))).isFalse();
        assertThat(postponed.size()).isEqualTo(2);
    }
}
