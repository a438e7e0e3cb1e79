package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** Many at once: one wins, nobody loses what was acknowledged, and nothing is left over. */
class RacesTest extends LibraryFixture {
    private static final int MANY = 8;

    /** Runs all at once and says for each what it gave: a result's text, or the code of a refusal. */
    private static List<String> race(List<Callable<String>> racers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> results = new ArrayList<>();
            for (Callable<String> racer : racers) {
                results.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    try {
                        return racer.call();
                    } catch (RefusedException e) {
                        return e.code().wire();
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> result : results) {
                outcomes.add(result.get(60, TimeUnit.SECONDS));
            }
            return outcomes;
        }
    }

    private String finish(Incoming incoming, byte[] bytes) throws Exception {
        try (incoming) {
            incoming.write(ByteBuffer.wrap(bytes));
            return incoming.finish().name().text();
        }
    }

    @Test
    void letsOneOfManySaversOfANameWin() throws Exception {
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = TestImages.of(ImageType.PNG, 100 + i);
            Incoming incoming = begin(i % 2 == 0 ? ALICE : BOB, saveOf("beach.png", bytes));
            racers.add(() -> finish(incoming, bytes));
        }
        List<String> outcomes = race(racers);
        assertThat(outcomes).containsOnlyOnce("beach.png");
        assertThat(outcomes).filteredOn(ErrorCode.ALREADY_EXISTS.wire()::equals).hasSize(MANY - 1);
        assertThat(names()).containsExactly("beach.png");
        assertThat(digest(fetch("beach.png")))
                .isEqualTo(stat("beach.png").attributes().digest());
        assertThat(files("images")).isEqualTo(1);
        assertThat(files("incoming")).isZero();
    }

    @Test
    void givesEachOfManyWhoRestoreOneNameAnImageOfItsOwn() throws Exception {
        for (int i = 0; i < MANY; i++) {
            save(ALICE, "beach.png", TestImages.of(ImageType.PNG, 200 + i));
            delete(ALICE, "beach.png");
        }
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Command.Restore request =
                    new Command.Restore("beach.png", Optional.empty(), Optional.of("back-" + i + ".png"));
            racers.add(() -> library.restore(ALICE, request).attributes().id());
        }
        assertThat(race(racers)).doesNotHaveDuplicates().doesNotContain(ErrorCode.NOT_FOUND.wire());
        assertThat(names()).hasSize(MANY);
        assertThat(trashNames()).isEmpty();
    }

    @Test
    void acknowledgesAllSaversOfTheSameBytesUnderOneName() throws Exception {
        String before = now();
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Incoming incoming = begin(i % 2 == 0 ? ALICE : BOB, withoutDigest("beach.png", ONE));
            racers.add(() -> finish(incoming, ONE));
        }
        assertThat(race(racers)).containsOnly("beach.png");
        assertThat(eventsSince(before)).containsExactly("saved beach.png");
        assertThat(files("images")).isEqualTo(1);
        assertThat(files("incoming")).isZero();
    }

    @Test
    void keepsTheSameBytesOnceForSaversOfManyNames() throws Exception {
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String name = "beach" + i + ".png";
            racers.add(() -> save(ALICE, name, ONE).name().text());
        }
        race(racers);
        assertThat(names()).hasSize(MANY);
        assertThat(files("images")).isEqualTo(1);
        assertThat(files("incoming")).isZero();
    }

    @Test
    void letsOneOfManyReplacersWithAConditionWin() throws Exception {
        save(ALICE, "beach.png", ONE);
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = TestImages.of(ImageType.PNG, 200 + i);
            Command.Save request = new Command.Save(
                    "beach.png",
                    OptionalLong.of(bytes.length),
                    Optional.of(digest(bytes)),
                    true,
                    Optional.of(digest(ONE)));
            racers.add(() -> save(ALICE, request, bytes).name().text());
        }
        List<String> outcomes = race(racers);
        assertThat(outcomes).containsOnlyOnce("beach.png");
        assertThat(outcomes).filteredOn(ErrorCode.CHANGED.wire()::equals).hasSize(MANY - 1);
        assertThat(trashNames()).containsExactly("beach.png");
    }

    @Test
    void neverNamesBytesThatASweepRemoves() throws Exception {
        for (int round = 0; round < 5; round++) {
            save(ALICE, "old.png", ONE);
            race(List.of(
                    () -> deleteForever(CURATOR, "old.png").id(),
                    () -> save(BOB, "new.png", ONE).name().text(),
                    () -> {
                        parts.housekeeping().round();
                        return "swept";
                    }));
            assertThat(fetch("new.png")).isEqualTo(ONE);
            deleteForever(CURATOR, "new.png");
            assertThat(files("images")).isZero();
        }
    }

    @Test
    void sharesASpellingOutToOneOfManyRenamers() throws Exception {
        List<Callable<String>> racers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String name = "beach" + i + ".png";
            save(ALICE, name, ONE);
            racers.add(() -> rename(ALICE, name, "sea.png"));
        }
        List<String> outcomes = race(racers);
        assertThat(outcomes).containsOnlyOnce("sea.png");
        assertThat(names()).hasSize(MANY).containsOnlyOnce("sea.png");
    }
}
