package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Many clients at once, and two that stall. */
class ManyClientsIT {
    private static final int CLIENTS = 200;

    @Test
    void twoHundredClientsAtOnceAreAllServedWhileTwoStall(@TempDir Path data) throws Exception {
        try (ServerProcess server =
                        ServerProcess.start(data, "--max-connections", "300", "--max-connections-per-address", "300");
                RawConnection stalledReader = RawConnection.to(server);
                RawConnection stalledWriter = RawConnection.to(server);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            byte[] large = TestImages.photo(ImageType.BMP, 2000, 1500, 1);
            assertThat(stalledReader.save("large.bmp", large).command()).isEqualTo("ok");
            stalledReader.type("return,large.bmp,N/A\nreturn,large.bmp,N/A");
            stalledWriter.ask("save,never.bmp,9000000");
            stalledWriter.send(large, 0, 1000);

            CyclicBarrier together = new CyclicBarrier(CLIENTS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                running.add(clients.submit(() -> visit(server, number, together)));
            }
            for (Future<?> client : running) {
                client.get(60, TimeUnit.SECONDS);
            }
            try (RawConnection last = RawConnection.to(server)) {
                assertThat(last.ask("list,N/A,N/A").attribute("total")).hasValue(Integer.toString(CLIENTS + 1));
            }
        }
    }

    private static Void visit(ServerProcess server, int number, CyclicBarrier together) throws Exception {
        byte[] image = TestImages.photo(ImageType.PNG, 64, 64, 1000 + number);
        String name = "client-" + number + ".png";
        together.await(60, TimeUnit.SECONDS);
        try (RawConnection peer = RawConnection.to(server)) {
            Line saved = peer.save(name, image);
            assertThat(saved.command()).as(saved.toString()).isEqualTo("ok");
            assertThat(peer.fetch(name)).isEqualTo(image);
        }
        return null;
    }

    @Test
    void ofTwoSaversOfOneNameOneWins(@TempDir Path data) throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection one = RawConnection.to(server);
                RawConnection two = RawConnection.to(server)) {
            byte[] first = TestImages.photo(ImageType.PNG, 50, 50, 1);
            byte[] second = TestImages.photo(ImageType.PNG, 50, 50, 2);
            assertThat(one.ask("save,race.png," + first.length).command()).isEqualTo("ready");
            assertThat(two.ask("save,race.png," + second.length).command()).isEqualTo("ready");
            assertThat(two.send(second).line().command()).isEqualTo("ok");
            assertThat(one.send(first).line().attribute("code")).hasValue("already-exists");
            assertThat(one.fetch("race.png")).isEqualTo(second);
        }
    }

    @Test
    void twoSaversOfTheSameBytesShareThem(@TempDir Path data) throws IOException {
        byte[] image = TestImages.photo(ImageType.PNG, 50, 50, 3);
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection one = RawConnection.to(server);
                RawConnection two = RawConnection.to(server)) {
            one.ask("save,one.png," + image.length);
            two.ask("save,two.png," + image.length);
            one.send(image);
            two.send(image);
            assertThat(one.line().command()).isEqualTo("ok");
            assertThat(two.line().command()).isEqualTo("ok");
        }
        try (var blobs = java.nio.file.Files.walk(data.resolve("images"))) {
            assertThat(blobs.filter(java.nio.file.Files::isRegularFile)).hasSize(1);
        }
    }
}
