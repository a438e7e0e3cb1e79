package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.gallery.Selection.Move;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

class SelectionTest {
    private final ImageList list = new ImageList(ImageOrder.of(Sort.NAME));
    private final Selection selection = new Selection(list);
    private final List<RemoteImage> images = Images.many(10);

    SelectionTest() {
        list.append(images, true);
    }

    private List<Integer> selected() {
        return selection.images().stream().map(images::indexOf).sorted().toList();
    }

    @Nested
    class WithTheMouse {
        @Test
        void aClickSelectsOneAlone() {
            selection.only(images.get(3));
            selection.only(images.get(5));
            assertThat(selected()).containsExactly(5);
        }

        @Test
        void ctrlAddsAndTakesAway() {
            selection.only(images.get(3));
            selection.toggle(images.get(5));
            selection.toggle(images.get(3));
            assertThat(selected()).containsExactly(5);
        }

        @Test
        void shiftSelectsFromTheLastClickWhateverWasReachedBefore() {
            selection.only(images.get(3));
            selection.upTo(images.get(6), false);
            selection.upTo(images.get(1), false);
            assertThat(selected()).containsExactly(1, 2, 3);
        }

        @Test
        void ctrlAndShiftKeepWhatWasSelected() {
            selection.only(images.get(0));
            selection.toggle(images.get(4));
            selection.upTo(images.get(6), true);
            assertThat(selected()).containsExactly(0, 4, 5, 6);
        }
    }

    @Nested
    class WithARubberBand {
        @Test
        void selectsWhatItIsOverAndLetsGoWhatItLeaves() {
            selection.only(images.get(9));
            selection.beginBand(false);
            selection.band(images.subList(2, 5));
            selection.band(images.subList(3, 4));
            assertThat(selected()).containsExactly(3);
        }

        @Test
        void withCtrlItAddsAndLeavesWhatWasSelectedBefore() {
            selection.only(images.get(3));
            selection.beginBand(true);
            selection.band(images.subList(2, 5));
            selection.band(List.of());
            assertThat(selected()).containsExactly(3);
            selection.band(images.subList(4, 6));
            assertThat(selected()).containsExactly(3, 4, 5);
        }

        @Test
        void shiftGoesOnFromIt() {
            selection.beginBand(false);
            selection.band(images.subList(2, 4));
            selection.upTo(images.get(5), false);
            assertThat(selected()).containsExactly(2, 3, 4, 5);
        }

        @Test
        void saysNothingWhereNothingChanges() {
            selection.beginBand(false);
            selection.band(images.subList(2, 5));
            long before = selection.revisionProperty().get();
            selection.band(images.subList(2, 5));
            assertThat(selection.revisionProperty().get()).isEqualTo(before);
        }
    }

    @Nested
    class WithTheKeyboard {
        @Test
        void theFirstMoveGoesToTheFirstImage() {
            assertThat(selection.move(4, Move.SELECT)).isZero();
            assertThat(selected()).containsExactly(0);
        }

        @Test
        void movesEndAtTheEnds() {
            selection.only(images.get(8));
            assertThat(selection.move(4, Move.SELECT)).isEqualTo(9);
            assertThat(selection.move(-400, Move.SELECT)).isZero();
        }

        @Test
        void shiftExtendsAndCtrlGoesAlone() {
            selection.only(images.get(2));
            selection.move(2, Move.EXTEND);
            selection.move(3, Move.GO);
            assertThat(selected()).containsExactly(2, 3, 4);
            assertThat(selection.lead()).contains(images.get(7));
        }

        @Test
        void nothingHappensInAnEmptyList() {
            list.clear(ImageOrder.of(Sort.NAME));
            selection.follow();
            assertThat(selection.move(1, Move.SELECT)).isEqualTo(-1);
        }
    }

    @Nested
    class Following {
        @Test
        void aRangeBeginsAfreshWhereSomethingCameIntoIt() {
            selection.only(images.get(1));
            selection.upTo(images.get(4), false);
            list.put(Images.image("img-00002b.png", 70));
            selection.follow(List.of(ImageName.of("img-00002b.png")));
            selection.upTo(images.get(5), false);
            assertThat(selection.size()).isEqualTo(6);
        }

        @Test
        void whatIsGoneIsSelectedNoMoreAndWhatWasReplacedIsTheNewOne() {
            selection.all();
            RemoteImage other = Images.image("img-00004.png", 70);
            list.put(other);
            list.remove(images.get(5).name());
            selection.follow(List.of(other.name(), images.get(5).name()));
            assertThat(selection.images()).hasSize(9).contains(other).doesNotContain(images.get(4), images.get(5));
        }
    }

    @Test
    void knowsHowManyBytesAreSelected() {
        selection.all();
        selection.toggle(images.get(0));
        selection.upTo(images.get(2), true);
        assertThat(selection.bytes())
                .isEqualTo(selection.images().stream()
                        .mapToLong(image -> image.attributes().filesize())
                        .sum());
        selection.none();
        assertThat(selection.bytes()).isZero();
    }

    @Test
    void everyChangeIsToldOnce() {
        long before = selection.revisionProperty().get();
        selection.all();
        assertThat(selection.revisionProperty().get()).isEqualTo(before + 1);
        assertThat(selection.size()).isEqualTo(10);
    }
}
