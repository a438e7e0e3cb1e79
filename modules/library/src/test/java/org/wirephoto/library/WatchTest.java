package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Event;

class WatchTest extends LibraryFixture {
    private static final Duration LONG = Duration.ofSeconds(20);

    private EventFeed watch(Optional<String> since) throws Exception {
        return library.watch(VIEWER, new Command.Watch(since));
    }

    private static List<String> words(List<Event> events) {
        return events.stream().map(LibraryFixture::word).toList();
    }

    @Test
    void tellsWhatHappensFromNowOn() throws Exception {
        save(ALICE, "before.png", ONE);
        try (EventFeed feed = watch(Optional.empty())) {
            assertThat(feed.next(Duration.ZERO)).isEmpty();
            Image saved = save(ALICE, "beach.png", ONE);
            List<Event> events = feed.next(LONG);
            assertThat(words(events)).containsExactly("saved beach.png");
            assertThat(((Event.Saved) events.getFirst()).attributes()).isEqualTo(saved.attributes());
            assertThat(feed.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void wakesUpForAnEvent() throws Exception {
        try (EventFeed feed = watch(Optional.empty())) {
            CompletableFuture<List<Event>> next = new CompletableFuture<>();
            Thread watcher = Thread.ofVirtual().start(() -> {
                try {
                    next.complete(feed.next(LONG));
                } catch (IOException | InterruptedException e) {
                    next.completeExceptionally(e);
                }
            });
            save(ALICE, "beach.png", ONE);
            assertThat(words(next.get(10, TimeUnit.SECONDS))).containsExactly("saved beach.png");
            watcher.join();
        }
    }

    @Test
    void tellsFirstWhatCameAfterAToken() throws Exception {
        save(ALICE, "one.png", ONE);
        String since = now();
        save(ALICE, "two.png", TWO);
        delete(ALICE, "one.png");
        restore(ALICE, "one.png");
        rename(ALICE, "one.png", "three.png");
        save(ALICE, replacing("two.png", THREE), THREE);
        try (EventFeed feed = watch(Optional.of(since))) {
            assertThat(feed.seq()).isEqualTo(since);
            assertThat(words(feed.next(Duration.ZERO)))
                    .containsExactly(
                            "saved two.png",
                            "deleted one.png",
                            "saved one.png",
                            "renamed one.png to three.png",
                            "saved two.png");
        }
    }

    @Test
    void goesOnSinceAnyEventAfterARestart() throws Exception {
        save(ALICE, "one.png", ONE);
        String since = now();
        save(ALICE, "two.png", TWO);
        save(ALICE, "three.png", THREE);
        reopen(LibrarySettings.defaults());
        String second;
        try (EventFeed feed = watch(Optional.of(since))) {
            List<Event> events = feed.next(Duration.ZERO);
            assertThat(words(events)).containsExactly("saved two.png", "saved three.png");
            second = ((Event.Saved) events.getFirst()).seq();
        }
        assertThat(eventsSince(second)).containsExactly("saved three.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "nonsense", "-1", "99999999999999999999"})
    void resetsAWatcherWithATokenThatItCannotFollow(String since) throws Exception {
        save(ALICE, "one.png", ONE);
        try (EventFeed feed = watch(Optional.of(since))) {
            assertThat(feed.next(Duration.ZERO)).containsExactly(new Event.Reset(feed.seq()));
            save(ALICE, "two.png", TWO);
            assertThat(words(feed.next(LONG))).containsExactly("saved two.png");
        }
    }

    @Test
    void resetsAWatcherThatComesTooLate() throws Exception {
        reopen(LibrarySettings.defaults().withEventHistory(3));
        try (EventFeed feed = watch(Optional.empty())) {
            for (int i = 0; i < 10; i++) {
                save(ALICE, i + ".png", ONE);
            }
            assertThat(words(feed.next(Duration.ZERO))).containsExactly("reset");
            assertThat(feed.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void tellsManyInBatches() throws Exception {
        String since = now();
        for (int i = 0; i < 250; i++) {
            save(ALICE, i + ".png", ONE);
        }
        List<Integer> batches = new ArrayList<>();
        try (EventFeed feed = watch(Optional.of(since))) {
            for (List<Event> events = feed.next(Duration.ZERO); !events.isEmpty(); events = feed.next(Duration.ZERO)) {
                batches.add(events.size());
            }
        }
        assertThat(batches).allMatch(size -> size <= 200);
        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(250);
    }

    @Test
    void endsWithTheLibrary() throws Exception {
        EventFeed feed = watch(Optional.empty());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                feed.next(LONG);
                end.complete(new AssertionError("nothing ended it"));
            } catch (IOException | InterruptedException e) {
                end.complete(e);
            }
        });
        library.close();
        assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        watcher.join();
        open(LibrarySettings.defaults());
    }

    @Test
    void endsWhenItIsClosed() throws Exception {
        EventFeed feed = watch(Optional.empty());
        feed.close();
        assertThatThrownBy(() -> feed.next(LONG)).isInstanceOf(IOException.class);
    }
}
