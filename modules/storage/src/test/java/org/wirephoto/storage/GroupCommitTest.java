package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Sort;

class GroupCommitTest {
    private static final int SECONDS = 20;

    @TempDir
    Path folder;

    private SqliteCatalogue catalogue;

    @BeforeEach
    void open() throws IOException {
        catalogue = SqliteCatalogue.open(folder.resolve("wirephoto.db"), StorageSettings.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        catalogue.close();
    }

    /** Keeps the writer within a change until it is let go. */
    private final class Hold {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final CompletableFuture<StoredImage> outcome = save("held.png", () -> {
            reached.countDown();
            awaitLatch(free);
        });

        Hold() {
            awaitLatch(reached);
        }

        void letGo() {
            free.countDown();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<StoredImage> save(String name, Runnable within) {
        CompletableFuture<StoredImage> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(catalogue.write(writer -> {
                    writer.insert(Samples.image(name));
                    within.run();
                    return Samples.image(name);
                }));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }

    private CompletableFuture<StoredImage> save(String name) {
        return save(name, () -> {});
    }

    private int images() throws IOException {
        return Math.toIntExact(catalogue.usage().images());
    }

    /** Lets a number of changes wait behind one that is held. */
    private List<CompletableFuture<StoredImage>> saveMany(int count) {
        List<CompletableFuture<StoredImage>> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(save(i + ".png"));
        }
        return outcomes;
    }

    private static <T> T get(CompletableFuture<T> outcome) throws Exception {
        return outcome.get(SECONDS, TimeUnit.SECONDS);
    }

    @Nested
    class Gathering {
        @Test
        void letsTheChangesThatWaitShareACommit() throws Exception {
            AtomicInteger commits = new AtomicInteger();
            catalogue.onCommit(commits::incrementAndGet);
            Hold hold = new Hold();
            List<CompletableFuture<StoredImage>> outcomes = saveMany(100);
            hold.letGo();
            for (CompletableFuture<StoredImage> outcome : outcomes) {
                get(outcome);
            }
            assertThat(images()).isEqualTo(101);
            assertThat(commits.get()).isLessThan(20);
        }

        @Test
        void undoesOneThatThrowsWithoutTheOthers() throws Exception {
            Hold hold = new Hold();
            List<CompletableFuture<StoredImage>> good = saveMany(10);
            CompletableFuture<StoredImage> bad = save("bad.png", () -> {
                throw new UncheckedIOException("refused", new IOException());
            });
            CompletableFuture<StoredImage> worse = save("worse.png", () -> {
                throw new StackOverflowError("refused");
            });
            List<CompletableFuture<StoredImage>> more = List.of(save("more.png"), save("0.jpg"));
            hold.letGo();
            assertThatThrownBy(() -> get(bad)).hasCauseInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> get(worse)).hasCauseInstanceOf(StackOverflowError.class);
            for (CompletableFuture<StoredImage> outcome : good) {
                get(outcome);
            }
            for (CompletableFuture<StoredImage> outcome : more) {
                get(outcome);
            }
            assertThat(images()).isEqualTo(13);
            assertThat(catalogue.check()).isEmpty();
        }

        @Test
        void givesANameToOneOfTwo() throws Exception {
            for (int round = 0; round < 20; round++) {
                String name = round + ".png";
                List<CompletableFuture<Boolean>> claims =
                        List.of(claim(name, "first-" + round), claim(name, "second-" + round));
                assertThat(List.of(get(claims.get(0)), get(claims.get(1)))).containsExactlyInAnyOrder(true, false);
            }
            assertThat(images()).isEqualTo(20);
        }

        private CompletableFuture<Boolean> claim(String name, String id) {
            CompletableFuture<Boolean> outcome = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    outcome.complete(catalogue.write(writer -> {
                        StoredImage image = Samples.withId(Samples.image(name), id);
                        if (writer.find(image.name()).isPresent()) {
                            return false;
                        }
                        writer.insert(image);
                        return true;
                    }));
                } catch (IOException | InterruptedException e) {
                    outcome.completeExceptionally(e);
                }
            });
            return outcome;
        }

        @Test
        void refusesAChangeWithinAChange() throws Exception {
            assertThatThrownBy(() -> catalogue.write(writer -> {
                        try {
                            return catalogue.write(inner -> true);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Interruption {
        @Test
        void takesAChangeBackThatWaits() throws Exception {
            Hold hold = new Hold();
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    catalogue.write(writer -> {
                        writer.insert(Samples.image("a.png"));
                        return true;
                    });
                    outcome.complete(new AssertionError("not interrupted"));
                } catch (IOException | InterruptedException e) {
                    outcome.complete(e);
                }
            });
            caller.interrupt();
            assertThat(get(outcome)).isInstanceOf(InterruptedException.class);
            hold.letGo();
            get(hold.outcome);
            get(save("last.png"));
            assertThat(catalogue.find(Samples.image("a.png").name())).isEmpty();
        }

        @Test
        void waitsForAChangeThatHasBegun() throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch free = new CountDownLatch(1);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    catalogue.write(writer -> {
                        writer.insert(Samples.image("a.png"));
                        begun.countDown();
                        awaitLatch(free);
                        return true;
                    });
                } catch (IOException | InterruptedException e) {
                    failure.set(e);
                }
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            awaitLatch(begun);
            caller.interrupt();
            free.countDown();
            assertThat(get(stillInterrupted)).isTrue();
            assertThat(failure.get()).isNull();
            assertThat(catalogue.find(Samples.image("a.png").name())).isPresent();
        }

        @Test
        void endsAReadWithTheInterruptionRestored() throws Exception {
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                try {
                    catalogue.token();
                } catch (IOException e) {
                    failure.set(e);
                }
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            assertThat(get(stillInterrupted)).isTrue();
            assertThat(failure.get()).isInstanceOf(java.io.InterruptedIOException.class);
        }
    }

    @Nested
    class Closing {
        @Test
        void commitsWhatIsUnderWayAndFailsWhatWaits() throws Exception {
            Hold hold = new Hold();
            List<CompletableFuture<StoredImage>> waiting = saveMany(50);
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            Thread closer = Thread.ofPlatform().start(() -> {
                try {
                    catalogue.close();
                    closed.complete(true);
                } catch (IOException e) {
                    closed.completeExceptionally(e);
                }
            });
            awaitWaiting(closer);
            assertThatThrownBy(() -> get(save("refused.png"))).hasCauseInstanceOf(IOException.class);
            hold.letGo();
            assertThat(get(closed)).isTrue();
            assertThat(get(hold.outcome)).isEqualTo(Samples.image("held.png"));
            int saved = 1;
            for (CompletableFuture<StoredImage> outcome : waiting) {
                if (get(outcome.handle((image, fault) -> fault == null))) {
                    saved++;
                }
            }
            open();
            assertThat(images()).isEqualTo(saved);
        }

        private static void awaitWaiting(Thread thread) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class Faults {
        @Test
        void ofAFullDiskUndoTheChangesAndAreTold() throws Exception {
            Path file = folder.resolve("full.db");
            SqliteCatalogue.open(file, StorageSettings.DEFAULT).close();
            Database database = Database.open(file, Database.Access.WRITE);
            long pages = database.number("PRAGMA page_count");
            database.number("PRAGMA max_page_count = " + (pages + 10));
            try (database;
                    GroupCommit writer = new GroupCommit(database, new Quiet())) {
                int saved = saveUntilFull(writer);
                assertThat(saved).isPositive();
                assertThatThrownBy(() -> writer.write(w -> {
                            w.insert(imageToFill(saved));
                            return true;
                        }))
                        .isInstanceOf(NoSpaceException.class);
                assertThat(writer.<Long, RuntimeException>write(w -> w.usage().images()))
                        .isEqualTo(saved);
            }
            try (SqliteCatalogue again = SqliteCatalogue.open(file, StorageSettings.DEFAULT)) {
                assertThat(again.check()).isEmpty();
            }
        }

        private static StoredImage imageToFill(int number) {
            return Samples.image("a rather long name to fill the pages of the file " + number + ".png");
        }

        private int saveUntilFull(GroupCommit writer) throws Exception {
            for (int i = 0; i < 10_000; i++) {
                StoredImage image = imageToFill(i);
                try {
                    writer.write(w -> {
                        w.insert(image);
                        return true;
                    });
                } catch (NoSpaceException e) {
                    return i;
                }
            }
            throw new AssertionError("never full");
        }

        @Test
        void ofTheCommitUndoAllChangesAndFailTheirCallers() throws Exception {
            Path file = folder.resolve("fault.db");
            SqliteCatalogue.open(file, StorageSettings.DEFAULT).close();
            Quiet around = new Quiet();
            try (Database database = Database.open(file, Database.Access.WRITE);
                    GroupCommit writer = new GroupCommit(database, around)) {
                around.fault = new IOException("no such disk");
                assertThatThrownBy(() -> writer.write(w -> {
                            w.insert(Samples.image("a.png"));
                            return true;
                        }))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("no such disk");
                around.fault = null;
                writer.write(w -> {
                    w.insert(Samples.image("a.png"));
                    return true;
                });
                assertThat(writer.<Long, RuntimeException>write(w -> w.usage().images()))
                        .isEqualTo(1);
            }
        }

        /** Does nothing around the commits, or stands in for a disk that fails in them. */
        private static final class Quiet implements GroupCommit.Around {
            private volatile IOException fault;

            @Override
            public void beforeChanges() {}

            @Override
            public void beforeCommit() throws IOException {
                if (fault != null) {
                    throw fault;
                }
            }

            @Override
            public void afterCommit(boolean told) {}

            @Override
            public void idle() {}
        }
    }

    @Test
    void readersAreNotHeldUpByTheWriter() throws Exception {
        get(save("a.png"));
        Hold hold = new Hold();
        assertThat(catalogue
                        .page(Sort.NAME, java.util.Optional.empty(), java.util.Optional.empty(), 9)
                        .images())
                .hasSize(1);
        hold.letGo();
        get(hold.outcome);
    }
}
