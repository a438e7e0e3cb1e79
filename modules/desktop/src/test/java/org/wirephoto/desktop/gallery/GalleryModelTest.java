package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.session.TestUi;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Sort;

class GalleryModelTest {
    private final TestUi ui = new TestUi();
    private final BackgroundWork work = new BackgroundWork(ui);
    private final List<String> told = new ArrayList<>();
    private FakeSession session = new FakeSession(List.of());
    private GalleryModel model;

    @AfterEach
    void end() {
        if (model != null) {
            ui.act(model::close);
        }
        work.close();
        ui.close();
    }

    private void open(List<RemoteImage> images) {
        session = new FakeSession(images);
        model = ui.get(() -> new GalleryModel(session, work, ui, new GalleryListener() {
            @Override
            public void changed(Happened happened) {
                told.add("saved " + happened.saved().size() + " deleted "
                        + happened.deleted().size() + " renamed "
                        + happened.renamed().size());
            }

            @Override
            public void lost(Trouble trouble) {
                told.add("lost: " + trouble.sentence());
            }
        }));
        ui.act(model::open);
        awaitListed();
    }

    private void awaitListed() {
        ui.await(() -> model.stateProperty().get() instanceof GalleryState.Listed);
    }

    private List<String> names() {
        return ui.get(
                () -> model.images().stream().map(image -> image.name().text()).toList());
    }

    @Nested
    class Listing {
        @Test
        void goesThroughAllPagesInTheOrderOfTheServer() {
            open(Images.many(2500));
            assertThat(names()).hasSize(2500).startsWith("img-02499.png").endsWith("img-00000.png");
            assertThat(session.lists()).extracting(ListRequest::limit).containsExactly(200, 1000, 1000, 1000);
            assertThat(ui.get(() -> model.stateProperty().get()))
                    .isEqualTo(new GalleryState.Listed(2500, false, false));
        }

        @Test
        void listsAfreshInAnotherOrder() {
            open(Images.many(3));
            ui.act(() -> model.sortProperty().set(Sort.NAME));
            awaitListed();
            assertThat(names()).containsExactly("img-00000.png", "img-00001.png", "img-00002.png");
        }

        @Test
        void aServerThatFailsIsToldAndCanBeAskedAgain() {
            open(Images.many(3));
            session.broken(Optional.of(FakeSession.refusal(ErrorCode.BUSY)));
            ui.act(model::reload);
            ui.await(() -> model.stateProperty().get() instanceof GalleryState.Failed);
            assertThat(names()).as("what was shown stays").hasSize(3);
            session.broken(Optional.empty());
            ui.act(model::reload);
            awaitListed();
        }

        @Test
        void whatFailedIsListedOnceTheServerIsBack() {
            open(Images.many(3));
            session.broken(Optional.of(FakeSession.refusal(ErrorCode.BUSY)));
            ui.act(model::reload);
            ui.await(() -> model.stateProperty().get() instanceof GalleryState.Failed);
            session.broken(Optional.empty());
            ui.act(model::reconnected);
            awaitListed();
        }
    }

    @Nested
    class Searching {
        @Test
        void asksTheServerOnceTypingRests() {
            open(List.of(Images.image("Beach.png", 1), Images.image("hill.png", 2)));
            ui.act(() -> {
                model.searchProperty().set("b");
                model.searchProperty().set("be");
                model.searchProperty().set("bea");
            });
            ui.await(() -> model.images().size() == 1);
            assertThat(session.lists())
                    .extracting(request -> request.match().orElse(""))
                    .containsExactly("", "bea");
            assertThat(ui.get(() -> model.stateProperty().get())).isEqualTo(new GalleryState.Listed(1, true, false));
        }

        @Test
        void whatArrivesMeanwhileIsShownOnlyIfItMatches() {
            open(List.of(Images.image("beach.png", 1)));
            ui.act(() -> {
                model.searchProperty().set("BEACH");
                model.searchNow();
            });
            ui.await(() -> session.lists().size() == 2 && model.stateProperty().get() instanceof GalleryState.Listed);
            session.saved(Images.image("hill.png", 5));
            session.saved(Images.image("my_beach.png", 6));
            ui.await(() -> model.images().size() == 2);
            assertThat(names()).containsExactly("my_beach.png", "beach.png");
        }
    }

    @Nested
    class Following {
        @Test
        void whatIsSavedGoesToItsPlace() {
            open(Images.many(3));
            session.saved(Images.image("new.png", 100));
            session.saved(Images.image("old.png", -5));
            ui.await(() -> model.images().size() == 5);
            assertThat(names())
                    .containsExactly("new.png", "img-00002.png", "img-00001.png", "img-00000.png", "old.png");
            assertThat(told).isNotEmpty();
        }

        @Test
        void anImageThatIsReplacedIsThereOnce() {
            open(Images.many(3));
            session.saved(Images.image("img-00000.png", 50));
            ui.await(() -> model.images().getFirst().name().text().equals("img-00000.png"));
            assertThat(names()).containsExactly("img-00000.png", "img-00002.png", "img-00001.png");
        }

        @Test
        void whatIsDeletedGoesAndIsSelectedNoMore() {
            List<RemoteImage> images = Images.many(3);
            open(images);
            ui.act(() -> model.selection().all());
            session.deleted(images.get(1));
            ui.await(() -> model.images().size() == 2);
            assertThat(ui.get(() -> model.selection().size())).isEqualTo(2);
        }

        @Test
        void whatIsRenamedStaysSelected() {
            List<RemoteImage> images = Images.many(3);
            open(images);
            ui.act(() -> model.selection().only(images.get(1)));
            session.renamed(images.get(1), "other.png");
            ui.await(() -> names(model).contains("other.png"));
            assertThat(ui.get(
                            () -> model.selection().shown().orElseThrow().name().text()))
                    .isEqualTo("other.png");
        }

        @Test
        void aResetListsAfresh() {
            open(Images.many(3));
            session.replaceAll(Images.many(5));
            session.tell(new ImageEvent.Reset("9"));
            ui.await(() -> model.images().size() == 5);
        }

        @Test
        void whatIsSelectedStaysSoWhereTheSameIsListedAfresh() {
            List<RemoteImage> images = Images.many(1500);
            open(images);
            RemoteImage kept = images.get(0);
            RemoteImage gone = images.get(1400);
            ui.act(() -> {
                model.selection().only(kept);
                model.selection().toggle(gone);
            });
            List<RemoteImage> others = new ArrayList<>(images);
            others.remove(gone);
            session.replaceAll(others);
            List<Integer> sizes = new ArrayList<>();
            ui.act(() -> model.images().addListener((ListChangeListener<RemoteImage>)
                    change -> sizes.add(change.getList().size())));
            session.tell(new ImageEvent.Reset("9"));
            ui.await(() -> model.images().size() == 1499);
            awaitListed();
            assertThat(ui.get(() -> model.selection().images())).containsExactly(kept);
            assertThat(ui.get(() -> List.copyOf(sizes)))
                    .as("what is shown is never less than there is")
                    .containsExactly(1499);
        }

        @Test
        void whatArrivesInABunchIsOneChangeOfTheList() {
            open(Images.many(3));
            List<Integer> sizes = new ArrayList<>();
            ui.act(() -> model.images().addListener((ListChangeListener<RemoteImage>)
                    change -> sizes.add(change.getList().size())));
            ui.act(() -> {
                for (int i = 0; i < 100; i++) {
                    session.saved(Images.image("new-" + i + ".png", 100 + i));
                }
                session.awaitTold(); // while this thread is busy, what happens gathers
            });
            ui.await(() -> model.images().size() == 103);
            assertThat(ui.get(() -> sizes.size())).isLessThan(10);
        }

        @Test
        void aLostConnectionIsToldUntilItIsBack() {
            open(Images.many(1));
            session.tell(new ImageEvent.Offline("The cable is out."));
            ui.await(() -> model.offlineProperty().get().equals(Optional.of("The cable is out.")));
            session.tell(new ImageEvent.Online());
            ui.await(() -> model.offlineProperty().get().isEmpty());
        }

        @Test
        void aServerThatWillNotBeFollowedIsToldAndFollowedAgainAfterAReload() {
            open(Images.many(1));
            ui.await(() -> session.watches() == 1);
            session.broken(Optional.of(FakeSession.refusal(ErrorCode.KEY_REFUSED)));
            ui.await(() -> told.contains("lost: " + ErrorCode.KEY_REFUSED.sentence()));
            session.broken(Optional.empty());
            ui.act(model::reload);
            ui.await(() -> session.watches() == 2);
        }
    }

    private static List<String> names(GalleryModel model) {
        return model.images().stream().map(image -> image.name().text()).toList();
    }
}
