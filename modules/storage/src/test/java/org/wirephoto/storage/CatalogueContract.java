package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

/** What every catalogue does, whatever it is made of. */
abstract class CatalogueContract {
    static final int HISTORY = 5;

    @TempDir
    Path folder;

    Catalogue catalogue;

    /** Opens the catalogue that lies in {@link #folder}, one that remembers {@link #HISTORY} events. */
    abstract Catalogue open() throws IOException;

    /** Opens a copy that {@link Catalogue#copyTo} made. */
    abstract Catalogue openCopy(Path file) throws IOException;

    @BeforeEach
    void openFirst() throws IOException {
        catalogue = open();
    }

    @AfterEach
    void closeLast() throws IOException {
        catalogue.close();
    }

    void reopen() throws IOException {
        catalogue.close();
        catalogue = open();
    }

    void insert(StoredImage... images) throws Exception {
        for (StoredImage image : images) {
            catalogue.write(writer -> {
                writer.insert(image);
                return image;
            });
        }
    }

    void insert(String... names) throws Exception {
        for (String name : names) {
            insert(Samples.image(name));
        }
    }

    void trash(StoredImage image, Instant when) throws Exception {
        catalogue.write(writer -> {
            writer.moveToTrash(image, when, false);
            return image;
        });
    }

    static ImageName name(String text) {
        return ImageName.of(text);
    }

    List<String> names(List<StoredImage> images) {
        return images.stream().map(image -> image.name().text()).toList();
    }

    /** Every image of a list, taken in pages of a size. */
    List<String> all(Sort sort, Optional<String> match, int limit) throws IOException {
        List<String> names = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Page page = catalogue.page(sort, match, after, limit);
            assertThat(page.images()).hasSizeLessThanOrEqualTo(limit);
            names.addAll(names(page.images()));
            after = page.next();
        } while (after.isPresent());
        return names;
    }

    List<String> match(String key) throws IOException {
        return all(Sort.NAME, Optional.of(key), 1000);
    }

    @Nested
    class Finding {
        @Test
        void givesBackEveryAttribute() throws Exception {
            StoredImage image = Samples.withEverything("Fünf 猫.HEIC");
            insert(image);
            StoredImage found = catalogue.find(name("fünf 猫.heic")).orElseThrow();
            assertThat(found).isEqualTo(image);
            assertThat(found.name().text()).isEqualTo("Fünf_猫.HEIC");
        }

        @Test
        void knowsNothingOfWhatIsNotThere() throws Exception {
            insert("a.png");
            assertThat(catalogue.find(name("b.png"))).isEmpty();
            assertThat(catalogue.holder(Samples.digest("b.png"))).isEmpty();
            assertThat(catalogue.trashed("id-a.png")).isEmpty();
            assertThat(catalogue.newestTrashed(name("a.png"))).isEmpty();
        }

        @Test
        void findsALiveHolderOfBytes() throws Exception {
            StoredImage image = Samples.image("a.png");
            insert(image);
            assertThat(catalogue.holder(image.attributes().digest())).contains(image);
            trash(image, Samples.NOON);
            assertThat(catalogue.holder(image.attributes().digest())).isEmpty();
        }

        @Test
        void findsNamesOfOneStem() throws Exception {
            insert("beach.png", "Beach.jpg", "beach.old.png", "beachball.png", "each.png");
            assertThat(catalogue.withStem("beach", 10))
                    .extracting(ImageName::text)
                    .containsExactly("Beach.jpg", "beach.png");
            assertThat(catalogue.withStem("beach", 1)).hasSize(1);
            assertThat(catalogue.withStem("beach.old", 10)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"beahc-2024.png", "baech-2024.png", "each-2024.png", "beach-2024.jpg", "beach2024.png"})
        void findsTheNameThatWasMeant(String asked) throws Exception {
            List<StoredImage> many = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                many.add(Samples.image("IMG_%04d.png".formatted(i)));
            }
            insert(many.toArray(StoredImage[]::new));
            insert("beach-2024.png");
            assertThat(catalogue.near(name(asked), 20))
                    .contains(name("beach-2024.png"))
                    .hasSizeLessThanOrEqualTo(20);
        }

        @Test
        void findsTheNeighboursOfAShortName() throws Exception {
            insert("a.png", "c.png", "x.png");
            assertThat(catalogue.near(name("b.png"), 4)).contains(name("a.png"), name("c.png"));
        }
    }

    @Nested
    class Pages {
        @ParameterizedTest
        @EnumSource(Sort.class)
        void ofAnySizeShowEveryImageOnce(Sort sort) throws Exception {
            for (int i = 0; i < 20; i++) { // a few of each value, so that ties lie on the borders of pages
                Optional<CameraTime> taken = i % 3 == 0
                        ? Optional.empty()
                        : Optional.of(CameraTime.local(LocalDateTime.of(2000 + i % 3, 1, 1, 0, 0)));
                insert(Samples.image(
                        "image-%02d.png".formatted((i * 7) % 20), 100 + i % 4, Samples.NOON.plusSeconds(i % 5), taken));
            }
            List<String> whole = all(sort, Optional.empty(), 1000);
            assertThat(whole).hasSize(20).doesNotHaveDuplicates();
            for (int limit = 1; limit <= 21; limit++) {
                assertThat(all(sort, Optional.empty(), limit)).isEqualTo(whole);
            }
        }

        @Test
        void sortByTheBytesOfTheKey() throws Exception {
            insert("b.png", "B2.png", "a.png", "_.png", "é.png", "\uD83D\uDE00.png", "\uFF41.png", "zz.png");
            assertThat(all(Sort.NAME, Optional.empty(), 3))
                    .containsExactly(
                            "_.png", "a.png", "b.png", "B2.png", "zz.png", "é.png", "\uFF41.png", "\uD83D\uDE00.png");
        }

        @Test
        void sortAsTheirNamesSay() throws Exception {
            insert(
                    Samples.image("b.png", 10, Samples.NOON, Optional.of(taken("2001-01-01T00:00:00"))),
                    Samples.image("a.png", 10, Samples.NOON, Optional.of(taken("2001-01-01T00:00:00"))),
                    Samples.image("c.png", 30, Samples.NOON.plusMillis(1), Optional.empty()),
                    Samples.image("e.png", 20, Samples.NOON.minusMillis(1), Optional.empty()),
                    Samples.image("d.png", 5, Samples.NOON, Optional.of(taken("1960-01-01T00:00:00"))));
            assertThat(all(Sort.NEWEST, Optional.empty(), 2))
                    .containsExactly("c.png", "a.png", "b.png", "d.png", "e.png");
            assertThat(all(Sort.OLDEST, Optional.empty(), 2))
                    .containsExactly("e.png", "a.png", "b.png", "d.png", "c.png");
            assertThat(all(Sort.LARGEST, Optional.empty(), 2))
                    .containsExactly("c.png", "e.png", "a.png", "b.png", "d.png");
            assertThat(all(Sort.TAKEN, Optional.empty(), 2))
                    .containsExactly("a.png", "b.png", "d.png", "c.png", "e.png");
        }

        private static CameraTime taken(String time) {
            return CameraTime.local(LocalDateTime.parse(time));
        }

        @Test
        void goOnWhereTheLastImageWasDeleted() throws Exception {
            insert("a.png", "b.png", "c.png", "d.png");
            Page first = catalogue.page(Sort.NAME, Optional.empty(), Optional.empty(), 2);
            trash(Samples.image("b.png"), Samples.NOON);
            reopen();
            Page second = catalogue.page(Sort.NAME, Optional.empty(), first.next(), 2);
            assertThat(names(second.images())).containsExactly("c.png", "d.png");
            assertThat(second.next()).isEmpty();
        }

        @Test
        void tellTheTotalAndLeaveItOutWithMatch() throws Exception {
            insert("a.png", "b.png", "c.png");
            trash(Samples.image("c.png"), Samples.NOON);
            assertThat(catalogue
                            .page(Sort.NAME, Optional.empty(), Optional.empty(), 1)
                            .total())
                    .isEqualTo(OptionalLong.of(2));
            assertThat(catalogue
                            .page(Sort.NAME, Optional.of("a"), Optional.empty(), 1)
                            .total())
                    .isEmpty();
        }

        @Test
        void haveTheTokenOfTheirState() throws Exception {
            insert("a.png");
            Page page = catalogue.page(Sort.NAME, Optional.empty(), Optional.empty(), 10);
            assertThat(page.token()).isEqualTo(catalogue.token());
            insert("b.png");
            assertThat(catalogue.events(page.token(), 10).orElseThrow()).hasSize(1);
        }
    }

    @Nested
    class Matching {
        @Test
        void takesEveryCharacterAsItself() throws Exception {
            insert("100%.png", "100x.png", "a_b.png", "axb.png", "it's [1].png", "a&b AND c.png", "x-y.png");
            assertThat(match("00%")).containsExactly("100%.png");
            assertThat(match("0%")).containsExactly("100%.png");
            assertThat(match("a_b")).containsExactly("a_b.png");
            assertThat(match("_")).contains("a_b.png").doesNotContain("axb.png");
            assertThat(match("'s_[1]")).containsExactly("it's_[1].png");
            assertThat(match("b_and_c")).containsExactly("a&b_AND_c.png");
            assertThat(match("x-y")).containsExactly("x-y.png");
            assertThat(match("*")).isEmpty();
            assertThat(match("\"")).isEmpty();
            assertThat(match("a\"b\"c")).isEmpty();
            assertThat(match("png\0")).isEmpty();
            assertThat(match("\0")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ü", "rü", "grün", "grünes", "\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00x"})
        void findsTextsOfAnyLengthAnywhere(String text) throws Exception {
            insert("Das GRÜNES \uD83D\uDE00\uD83D\uDE00X.png", "other.png");
            assertThat(match(ImageName.keyOf(text))).hasSize(1);
        }

        @Test
        void followsWhatHappensToAName() throws Exception {
            StoredImage image = Samples.image("sunrise.png");
            insert(image);
            catalogue.write(writer -> {
                writer.rename(image, name("sunset.png"));
                return image;
            });
            assertThat(match("sunrise")).isEmpty();
            assertThat(match("sunset")).hasSize(1);
            trash(image, Samples.NOON);
            assertThat(match("sunset")).isEmpty();
            catalogue.write(writer -> {
                writer.restore(writer.trashed("id-sunrise.png").orElseThrow(), name("dawn.png"));
                return image;
            });
            assertThat(match("sunset")).isEmpty();
            assertThat(match("dawn")).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(Sort.class)
        void keepsTheOrderOverPages(Sort sort) throws Exception {
            for (int i = 0; i < 15; i++) {
                insert(Samples.image(
                        (i % 3 == 0 ? "cat" : "dog") + (i * 4) % 15 + ".png",
                        100 - i % 2,
                        Samples.NOON.plusMillis(i % 2),
                        Optional.empty()));
            }
            for (String text : List.of("cat", "ca")) {
                List<String> expected = new ArrayList<>(all(sort, Optional.empty(), 100));
                expected.removeIf(name -> !name.contains(text));
                assertThat(all(sort, Optional.of(text), 2)).isEqualTo(expected).hasSize(5);
            }
        }

        @Test
        void anEmptyTextIsInEveryName() throws Exception {
            insert("a.png", "b.png");
            assertThat(match("")).hasSize(2);
        }
    }

    @Nested
    class Trash {
        @Test
        void isListedNewestFirst() throws Exception {
            insert("a.png", "b.png", "c.png");
            trash(Samples.image("b.png"), Samples.NOON);
            trash(Samples.image("a.png"), Samples.NOON.plusMillis(5));
            TrashPage first = catalogue.trash(Optional.empty(), Optional.empty(), 1);
            assertThat(first.images()).singleElement().satisfies(image -> {
                assertThat(image.image()).isEqualTo(Samples.image("a.png"));
                assertThat(image.deleted()).isEqualTo(Samples.NOON.plusMillis(5));
            });
            assertThat(first.total()).hasValue(2);
            TrashPage second = catalogue.trash(Optional.empty(), first.next(), 1);
            assertThat(second.images()).extracting(TrashedImage::deleted).containsExactly(Samples.NOON);
            assertThat(second.next()).isEmpty();
            assertThat(catalogue.trash(Optional.of("b"), Optional.empty(), 9).images())
                    .hasSize(1);
            assertThat(catalogue.trash(Optional.of("b"), Optional.empty(), 9).total())
                    .isEmpty();
        }

        @Test
        void keepsSeveralImagesOfOneName() throws Exception {
            for (int i = 0; i < 3; i++) {
                StoredImage image = Samples.withId(Samples.image("a.png"), "id-" + i);
                insert(image);
                trash(image, Samples.NOON.plusSeconds(i == 1 ? 9 : i));
            }
            assertThat(catalogue
                            .newestTrashed(name("A.png"))
                            .orElseThrow()
                            .image()
                            .attributes()
                            .id())
                    .isEqualTo("id-1");
            assertThat(catalogue.trashed("id-0")).isPresent();
            List<TrashedImage> oldest = catalogue.write(writer -> writer.oldestTrash(2));
            assertThat(oldest)
                    .extracting(image -> image.image().attributes().id())
                    .containsExactly("id-0", "id-2");
        }

        @Test
        void givesAnImageBackUnderAnyName() throws Exception {
            insert("a.png");
            trash(Samples.image("a.png"), Samples.NOON);
            catalogue.write(writer -> {
                writer.restore(writer.newestTrashed(name("a.png")).orElseThrow(), name("b.png"));
                return true;
            });
            assertThat(catalogue.find(name("b.png")))
                    .contains(Samples.image("a.png").named(name("b.png")));
            assertThat(catalogue.trash(Optional.empty(), Optional.empty(), 9).images())
                    .isEmpty();
            assertThat(catalogue.withStem("b", 9)).hasSize(1);
        }
    }

    @Nested
    class Events {
        @Test
        void tellWhatHappenedInItsOrder() throws Exception {
            String start = catalogue.token();
            StoredImage a = Samples.withEverything("a.heic");
            insert(a);
            catalogue.write(writer -> {
                writer.rename(a, name("B.heic"));
                writer.moveToTrash(a, Samples.NOON, false);
                writer.restore(writer.trashed(a.attributes().id()).orElseThrow(), name("c.heic"));
                writer.removeForever(a.attributes().id());
                return true;
            });
            List<Event> events = catalogue.events(start, 100).orElseThrow();

            assertThat(events).hasSize(5);
            assertThat(events.get(0)).isEqualTo(new Event.Saved("a.heic", a.attributes(), seq(events.get(0))));
            assertThat(events.get(1))
                    .isEqualTo(new Event.Renamed("a.heic", "B.heic", a.attributes(), seq(events.get(1))));
            assertThat(events.get(2)).isEqualTo(new Event.Deleted("B.heic", seq(events.get(2))));
            assertThat(events.get(3)).isEqualTo(new Event.Saved("c.heic", a.attributes(), seq(events.get(3))));
            assertThat(events.get(4)).isEqualTo(new Event.Deleted("c.heic", catalogue.token()));
        }

        private static String seq(Event event) {
            return event.toLine().attribute("seq").orElseThrow();
        }

        @Test
        void canBeTakenInParts() throws Exception {
            String start = catalogue.token();
            insert("a.png", "b.png", "c.png");
            List<Event> first = catalogue.events(start, 2).orElseThrow();
            assertThat(first).hasSize(2);
            assertThat(catalogue.events(seq(first.get(1)), 2).orElseThrow()).hasSize(1);
            assertThat(catalogue.events(catalogue.token(), 2)).contains(List.of());
        }

        @Test
        void areNotToldOfReplacedImagesAndOfTheTrash() throws Exception {
            insert("a.png");
            String start = catalogue.token();
            catalogue.write(writer -> {
                writer.moveToTrash(Samples.image("a.png"), Samples.NOON, true);
                writer.insert(Samples.withId(Samples.image("a.png"), "id-2"));
                return true;
            });
            catalogue.write(writer -> {
                writer.removeForever("id-a.png");
                return true;
            });
            assertThat(catalogue.events(start, 9).orElseThrow()).singleElement().isInstanceOf(Event.Saved.class);
        }

        @Test
        void outliveARestart() throws Exception {
            insert("a.png");
            String token = catalogue.token();
            insert("b.png");
            reopen();
            assertThat(catalogue.events(token, 9).orElseThrow()).hasSize(1);
            assertThat(catalogue.token()).isNotEqualTo(token);
        }

        @Test
        void areForgottenBeyondTheHistory() throws Exception {
            String start = catalogue.token();
            for (int i = 0; i < HISTORY; i++) {
                insert(i + ".png");
            }
            assertThat(catalogue.events(start, 99).orElseThrow()).hasSize(HISTORY);
            insert("last.png");
            assertThat(catalogue.events(start, 99)).isEmpty();
        }

        @Test
        void canNotBeFollowedFromAForeignToken() throws Exception {
            insert("a.png");
            String token = catalogue.token();
            for (String foreign : List.of(
                    "", "-", "1", "x-1", "-1", token + "0", token + "x", token + "99999999999999999999", "0" + token)) {
                assertThat(catalogue.events(foreign, 9)).as(foreign).isEmpty();
            }
        }

        @Test
        void areHintedAtAfterTheCommit() throws Exception {
            CountDownLatch hinted = new CountDownLatch(1);
            Subscription subscription = catalogue.onCommit(() -> {
                try {
                    if (catalogue.find(name("a.png")).isPresent()) {
                        hinted.countDown();
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            insert("a.png");
            assertThat(hinted.await(10, TimeUnit.SECONDS)).isTrue();
            subscription.close();
        }
    }

    @Nested
    class Writing {
        @Test
        void undoesAllOfAChangeThatThrows() throws Exception {
            String token = catalogue.token();
            assertThatThrownBy(() -> catalogue.write(writer -> {
                        writer.insert(Samples.image("a.png"));
                        throw new java.util.concurrent.TimeoutException("refused");
                    }))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class)
                    .hasMessage("refused");
            assertThat(catalogue.find(name("a.png"))).isEmpty();
            assertThat(catalogue.token()).isEqualTo(token);
            assertThat(catalogue.usage()).isEqualTo(Usage.NONE);
        }

        @Test
        void seesWhatItDidBefore() throws Exception {
            boolean seen = catalogue.write(writer -> {
                writer.insert(Samples.image("a.png"));
                return writer.find(name("a.png")).isPresent()
                        && writer.holder(Samples.digest("a.png")).isPresent()
                        && writer.usage().images() == 1;
            });
            assertThat(seen).isTrue();
        }

        @Test
        void refusesATakenNameAndATakenId() throws Exception {
            insert("a.png", "b.png");
            for (StoredImage taken : List.of(
                    Samples.withId(Samples.image("A.png"), "fresh"),
                    Samples.withId(Samples.image("c.png"), "id-b.png"))) {
                assertThatThrownBy(() -> insert(taken)).isInstanceOf(IllegalStateException.class);
            }
            assertThatThrownBy(() -> catalogue.write(writer -> {
                        writer.rename(Samples.image("a.png"), name("B.png"));
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void refusesWhatIsNotThere() {
            StoredImage image = Samples.image("a.png");
            List<Change<Boolean, RuntimeException>> changes = List.of(
                    writer -> {
                        writer.moveToTrash(image, Samples.NOON, false);
                        return true;
                    },
                    writer -> {
                        writer.rename(image, name("b.png"));
                        return true;
                    },
                    writer -> {
                        writer.restore(new TrashedImage(image, Samples.NOON), name("b.png"));
                        return true;
                    },
                    writer -> {
                        writer.removeForever("id-a.png");
                        return true;
                    });
            for (Change<Boolean, RuntimeException> change : changes) {
                assertThatThrownBy(() -> catalogue.write(change)).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void changesTheSpellingOfAName() throws Exception {
            insert("beach.png");
            catalogue.write(writer -> {
                writer.rename(Samples.image("beach.png"), name("Beach.PNG"));
                return true;
            });
            assertThat(catalogue.find(name("beach.png")).orElseThrow().name().text())
                    .isEqualTo("Beach.PNG");
        }

        @Test
        void canNotGoOnAfterItsChange() throws Exception {
            AtomicReference<CatalogueWriter> kept = new AtomicReference<>();
            catalogue.write(writer -> {
                kept.set(writer);
                return true;
            });
            assertThatThrownBy(() -> kept.get().find(name("a.png"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> kept.get().insert(Samples.image("a.png")))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void fails_whenItIsClosed() throws Exception {
            catalogue.close();
            assertThatThrownBy(() -> insert("a.png")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> catalogue.find(name("a.png"))).isInstanceOf(IOException.class);
            catalogue.close();
        }

        @Test
        void staysAfterARestart() throws Exception {
            insert("a.png", "b.png");
            trash(Samples.image("b.png"), Samples.NOON);
            reopen();
            assertThat(catalogue.find(name("a.png"))).contains(Samples.image("a.png"));
            assertThat(catalogue.trashed("id-b.png")).isPresent();
        }
    }

    @Nested
    class NamingBlobs {
        @Test
        void countsLiveAndTrashed() throws Exception {
            insert("a.png");
            assertThat(isNamed("a.png")).isTrue();
            trash(Samples.image("a.png"), Samples.NOON);
            assertThat(isNamed("a.png")).isTrue();
            assertThat(isNamed("b.png")).isFalse();
        }

        @Test
        void endsOnlyWithTheCommitThatRemovedTheLastRow() throws Exception {
            insert("a.png");
            boolean within = catalogue.write(writer -> {
                writer.removeForever("id-a.png");
                return writer.names(Samples.digest("a.png"));
            });
            assertThat(within).isTrue();
            assertThat(isNamed("a.png")).isFalse();
        }

        private boolean isNamed(String name) throws Exception {
            return catalogue.write(writer -> writer.names(Samples.digest(name)));
        }
    }

    @Nested
    class Usages {
        @Test
        void areCountedForAllAndForEachOwner() throws Exception {
            StoredImage mine = Samples.image("a.png", 10, Samples.NOON, Optional.empty());
            StoredImage theirs = Samples.withEverything("b.heic");
            insert(mine, theirs, Samples.image("c.png", 5, Samples.NOON, Optional.empty()));
            trash(mine, Samples.NOON);
            long size = theirs.attributes().filesize();
            assertThat(catalogue.usage()).isEqualTo(new Usage(2, 5 + size, 1, 10));
            assertThat(catalogue.usage("key-1")).isEqualTo(new Usage(1, 5, 1, 10));
            assertThat(catalogue.usage("key,2")).isEqualTo(new Usage(1, size, 0, 0));
            assertThat(catalogue.usage("nobody")).isEqualTo(Usage.NONE);
            catalogue.write(writer -> {
                writer.restore(writer.trashed("id-a.png").orElseThrow(), name("a.png"));
                writer.removeForever("id-c.png");
                writer.moveToTrash(theirs, Samples.NOON, false);
                writer.removeForever(theirs.attributes().id());
                return true;
            });
            assertThat(catalogue.usage()).isEqualTo(new Usage(1, 10, 0, 0));
            assertThat(catalogue.usage("key,2")).isEqualTo(Usage.NONE);
            assertThat(catalogue.check()).isEmpty();
        }
    }

    @Nested
    class Visiting {
        @Test
        void comesToEveryRow() throws Exception {
            catalogue.write(writer -> {
                for (int i = 0; i < 1_203; i++) {
                    writer.insert(Samples.image(i + ".png"));
                    if (i % 2 == 0) {
                        writer.moveToTrash(Samples.image(i + ".png"), Samples.NOON.plusMillis(i % 7), true);
                    }
                }
                return true;
            });
            List<StoredImage> live = new ArrayList<>();
            catalogue.forEachImage(live::add);
            List<TrashedImage> trashed = new ArrayList<>();
            catalogue.forEachTrashed(trashed::add);
            assertThat(live).hasSize(601).doesNotHaveDuplicates();
            assertThat(trashed).hasSize(602).doesNotHaveDuplicates();
        }

        @Test
        void endsWithWhatTheVisitorThrows() throws Exception {
            insert("a.png");
            assertThatThrownBy(() -> catalogue.forEachImage(image -> {
                        throw new java.util.concurrent.TimeoutException(
                                image.name().text());
                    }))
                    .hasMessage("a.png");
        }
    }

    @Nested
    class Copying {
        @Test
        void givesAWholeCatalogueWithAHistoryOfItsOwn() throws Exception {
            insert(Samples.withEverything("a.heic"));
            trash(Samples.withEverything("a.heic"), Samples.NOON);
            insert("b.png");
            Path copy = folder.resolve("it's a copy?.db");
            catalogue.copyTo(copy);
            insert("later.png");
            try (Catalogue copied = openCopy(copy)) {
                assertThat(copied.check()).isEmpty();
                assertThat(copied.find(name("b.png"))).contains(Samples.image("b.png"));
                assertThat(copied.find(name("later.png"))).isEmpty();
                assertThat(copied.trashed("id, of=a.heic")).isEqualTo(catalogue.trashed("id, of=a.heic"));
                assertThat(copied.page(Sort.NAME, Optional.of("b.p"), Optional.empty(), 9)
                                .images())
                        .hasSize(1);
                assertThat(copied.events(catalogue.token(), 9)).isEmpty();
                assertThat(copied.events(copied.token(), 9)).isPresent();
                assertThat(catalogue.events(copied.token(), 9)).isEmpty();
            }
        }

        @Test
        void overwritesNothing() throws Exception {
            Path copy = folder.resolve("copy.db");
            catalogue.copyTo(copy);
            assertThatThrownBy(() -> catalogue.copyTo(copy)).isInstanceOf(IOException.class);
            try (Catalogue copied = openCopy(copy)) {
                assertThat(copied.check()).isEmpty();
            }
        }
    }
}
