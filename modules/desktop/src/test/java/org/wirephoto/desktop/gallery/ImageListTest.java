package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

class ImageListTest {
    private final ImageList list = new ImageList(ImageOrder.of(Sort.NAME));
    private final List<RemoteImage> images = Images.many(10);

    private List<String> names() {
        return list.images().stream().map(image -> image.name().text()).toList();
    }

    private static ImageList.Fresh fresh(List<RemoteImage> images) {
        Map<ImageName, RemoteImage> byName = new HashMap<>();
        images.forEach(image -> byName.put(image.name(), image));
        return new ImageList.Fresh(new ArrayList<>(images), byName);
    }

    /** A page may have been read before what an event has told, and come after it. */
    @Nested
    class WhilePagesAreOnTheirWay {
        @Test
        void whatWasDeletedDoesNotComeBackWithAnOlderPage() {
            list.clear(ImageOrder.of(Sort.NAME));
            list.append(images.subList(0, 5), false);
            list.remove(images.get(7).name());
            list.append(images.subList(5, 10), true);
            assertThat(list.images()).hasSize(9).doesNotContain(images.get(7));
        }

        @Test
        void whatWasSavedBehindTheLastOneIsThereInTheEnd() {
            list.clear(ImageOrder.of(Sort.NAME));
            list.append(images.subList(0, 5), false);
            list.put(Images.image("img-00006b.png", 3));
            assertThat(list.images()).hasSize(5);
            list.append(images.subList(5, 10), true);
            assertThat(names()).hasSize(11).containsSequence("img-00006.png", "img-00006b.png", "img-00007.png");
        }

        @Test
        void whatWasReplacedIsNotThereAsItWas() {
            list.clear(ImageOrder.of(Sort.NAME));
            list.append(images.subList(0, 5), false);
            RemoteImage other = Images.image("img-00008.png", 99);
            list.put(other);
            list.append(images.subList(5, 10), true);
            assertThat(list.images()).hasSize(10).contains(other);
        }
    }

    @Nested
    class Replacing {
        @Test
        void whatHappenedMeanwhileWins() {
            list.append(images, true);
            list.beginListing();
            list.remove(images.get(0).name());
            RemoteImage late = Images.image("late.png", 50);
            list.put(late);
            list.replace(fresh(images));
            assertThat(list.images()).hasSize(10).contains(late).doesNotContain(images.get(0));
        }

        @Test
        void isOneChange() {
            list.append(images, true);
            List<Integer> sizes = new ArrayList<>();
            list.images().addListener((ListChangeListener<RemoteImage>)
                    change -> sizes.add(change.getList().size()));
            list.beginListing();
            list.put(Images.image("late.png", 50));
            list.replace(fresh(images.subList(0, 3)));
            assertThat(sizes).containsExactly(11, 4);
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everythingFindsItsPlaceInEveryOrder(Sort sort) {
        List<RemoteImage> all = new ArrayList<>(images);
        all.sort(ImageOrder.of(sort));
        list.clear(ImageOrder.of(sort));
        list.append(List.of(), true);
        for (int i = 0; i < images.size(); i++) {
            list.put(images.get(i * 7 % images.size()));
        }
        assertThat(list.images()).containsExactlyElementsOf(all);
        assertThat(all)
                .allSatisfy(image -> assertThat(list.indexOf(image.name())).isEqualTo(all.indexOf(image)));
    }

    @Test
    void manyChangesAreToldAsOne() {
        list.append(images, true);
        List<List<String>> told = new ArrayList<>();
        list.images().addListener((ListChangeListener<RemoteImage>) _ -> told.add(names()));
        list.change(() -> {
            list.remove(images.get(3).name());
            list.put(Images.image("a.png", 1));
            list.put(Images.image("z.png", 1));
            list.put(Images.image("img-00005.png", 77));
        });
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).hasSize(11).startsWith("a.png").endsWith("z.png");
    }
}
