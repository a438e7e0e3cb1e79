package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every wire does, whatever carries it. */
abstract class WireContract {
    static final int LARGE = 48 << 20;
    static final int SMALL_BUFFER = 16 * 1024;

    @TempDir
    Path folder;

    @AutoClose
    final Watchdog watchdog = new Watchdog(Duration.ofMillis(10));

    private final Speech speech;

    WireContract(Speech speech) {
        this.speech = speech;
    }

    private WirePair open(Duration stall) throws Exception {
        return open(stall, 0);
    }

    WirePair open(Duration stall, int receiveBuffer) throws Exception {
        return WirePair.open(speech, watchdog, stall, receiveBuffer);
    }

    static <T> FutureTask<T> onVirtualThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    Path file(int size) throws IOException {
        Path file = folder.resolve("file");
        byte[] bytes = new byte[Math.min(size, 3 << 20)];
        new Random(size).nextBytes(bytes);
        Files.write(file, bytes);
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(size);
        }
        return file;
    }

    static FutureTask<Boolean> send(Wire wire, Path file, long position, long count) {
        return onVirtualThread(() -> {
            try (FileChannel channel = FileChannel.open(file)) {
                wire.send(channel, position, count);
                wire.endOutput();
                return true;
            }
        });
    }

    @Nested
    class Send {
        @Test
        void sendsAFileWhole() throws Exception {
            Path file = file(5_000_001);
            try (WirePair pair = open(Fast.LONG)) {
                FutureTask<Boolean> sent = send(pair.wire(), file, 0, 5_000_001);
                assertThat(pair.peer().input().readAllBytes()).isEqualTo(Files.readAllBytes(file));
                assertThat(sent.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void sendsAPartAndNoMore() throws Exception {
            Path file = file(200_000);
            try (WirePair pair = open(Fast.LONG)) {
                FutureTask<Boolean> sent = send(pair.wire(), file, 1000, 150_001);
                assertThat(pair.peer().input().readAllBytes())
                        .isEqualTo(java.util.Arrays.copyOfRange(Files.readAllBytes(file), 1000, 151_001));
                assertThat(sent.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void sendsNothingOfAnEmptyPart() throws Exception {
            Path file = file(10);
            try (WirePair pair = open(Fast.LONG)) {
                FutureTask<Boolean> sent = send(pair.wire(), file, 10, 0);
                assertThat(pair.peer().input().readAllBytes()).isEmpty();
                assertThat(sent.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void cutsTheWireWhereTheFileIsShorterThanPromised() throws Exception {
            Path file = file(100_000);
            try (WirePair pair = open(Fast.LONG)) {
                FutureTask<Boolean> sent = send(pair.wire(), file, 0, 100_001);
                assertThatThrownBy(() -> sent.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }

        @Test
        void cutsOffAReaderThatStalls() throws Exception {
            Path file = file(LARGE);
            try (WirePair pair = open(Fast.SHORT, SMALL_BUFFER)) {
                FutureTask<Boolean> sent = send(pair.wire(), file, 0, LARGE);
                assertThatThrownBy(() -> sent.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }

        @Test
        void moreStalledReadersThanProcessorsHoldUpNobodyElse() throws Exception {
            Path file = file(LARGE);
            List<WirePair> stalled = new ArrayList<>();
            List<FutureTask<Boolean>> unfinished = new ArrayList<>();
            try {
                for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 2; i++) {
                    WirePair pair = open(Fast.LONG, SMALL_BUFFER);
                    stalled.add(pair);
                    unfinished.add(send(pair.wire(), file, 0, LARGE));
                    pair.peer().body(1);
                }
                for (int i = 0; i < 2; i++) {
                    try (WirePair pair = open(Fast.LONG)) {
                        FutureTask<Boolean> sent = send(pair.wire(), file, 0, LARGE);
                        pair.peer().input().skipNBytes(LARGE);
                        assertThat(sent.get(10, TimeUnit.SECONDS)).isTrue();
                    }
                }
                assertThat(unfinished).noneMatch(FutureTask::isDone);
            } finally {
                for (WirePair pair : stalled) {
                    pair.close();
                }
            }
        }
    }

    @Nested
    class Read {
        @Test
        void givesWhatIsThere() throws Exception {
            try (WirePair pair = open(Fast.LONG)) {
                pair.peer().send("abc");
                ByteBuffer buffer = ByteBuffer.allocate(10).position(2);
                assertThat(pair.wire().read(buffer, Fast.LONG)).isEqualTo(3);
                assertThat(buffer.position()).isEqualTo(5);
                assertThat(new String(buffer.array(), 2, 3, java.nio.charset.StandardCharsets.US_ASCII))
                        .isEqualTo("abc");
            }
        }

        @Test
        void tellsSilenceFromTheEndAndGoesOnAfterIt() throws Exception {
            try (WirePair pair = open(Fast.LONG)) {
                ByteBuffer buffer = ByteBuffer.allocate(10);
                assertThatThrownBy(() -> pair.wire().read(buffer, Duration.ofMillis(20)))
                        .isInstanceOf(Wire.SilenceException.class);
                pair.peer().send("x");
                assertThat(pair.wire().read(buffer, Fast.LONG)).isEqualTo(1);
                pair.peer().endOutput();
                assertThat(pair.wire().read(buffer, Fast.LONG)).isEqualTo(-1);
            }
        }

        @Test
        void endsWhenTheWireIsAborted() throws Exception {
            try (WirePair pair = open(Fast.LONG)) {
                FutureTask<Integer> read = onVirtualThread(() -> pair.wire().read(ByteBuffer.allocate(1), Fast.LONG));
                pair.wire().abort();
                assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
                assertThat(pair.peer().isEnded()).isTrue();
            }
        }
    }

    @Nested
    class Write {
        @Test
        void cutsOffAReaderThatStalls() throws Exception {
            try (WirePair pair = open(Fast.SHORT, SMALL_BUFFER)) {
                FutureTask<Boolean> written = onVirtualThread(() -> {
                    pair.wire().write(ByteBuffer.allocate(LARGE));
                    return true;
                });
                assertThatThrownBy(() -> written.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }
    }
}
