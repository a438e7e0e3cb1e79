package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** What was acknowledged survives kill -9 in the middle of saves. */
class CrashIT {
    private static final int ROUNDS = 3;
    private static final int SAVERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 25;

    @Test
    void everyAcknowledgedImageIsThereAndTheStoreIsWhole(@TempDir Path data, @TempDir Path scratch) throws Exception {
        Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            saveUntilKilled(data, round, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_KILL);

        Image.Outcome verified = Image.run(scratch, "wirephoto-server", Map.of(), "verify", "--data", data.toString());
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            for (Map.Entry<String, byte[]> image : acknowledged.entrySet()) {
                assertThat(peer.fetch(image.getKey())).as(image.getKey()).isEqualTo(image.getValue());
            }
        }
    }

    private static void saveUntilKilled(Path data, int round, Map<String, byte[]> acknowledged) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
        try (ServerProcess server = ServerProcess.start(data);
                ExecutorService savers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int saver = 0; saver < SAVERS; saver++) {
                String prefix = "r" + round + "-s" + saver + "-";
                int seed = round * 100_000 + saver * 10_000;
                running.add(savers.submit(() -> saveOn(server, prefix, seed, acknowledged, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as(server.output()).isTrue();
            server.kill();
            for (Future<?> saver : running) {
                saver.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static void saveOn(
            ServerProcess server, String prefix, int seed, Map<String, byte[]> acknowledged, CountDownLatch enough) {
        try (RawConnection peer = RawConnection.to(server)) {
            for (int i = 0; i < 10_000; i++) {
                byte[] image = TestImages.photo(ImageType.PNG, 50, 50, seed + i);
                String name = prefix + i + ".png";
                Line reply = peer.save(name, image);
                if (reply.command().equals("ok")) {
                    acknowledged.put(name, image);
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // the server was killed, as it should be: what counts is what it had acknowledged until then
        }
    }
}
