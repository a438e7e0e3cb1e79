package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.RemoteImage;

class BacklogTest {
    private final List<RemoteImage> saved = images(7);

    private static List<RemoteImage> images(int count) {
        FakeStore store = new FakeStore();
        List<RemoteImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FakeStore.Stored stored = store.put(i + ".png", Scene.png(100));
            images.add(new RemoteImage(stored.name(), stored.attributes(), Optional.empty()));
        }
        return images;
    }

    private static List<RemoteImage> takeAll(Backlog backlog) {
        List<RemoteImage> taken = new ArrayList<>();
        for (Optional<RemoteImage> image = backlog.poll(); image.isPresent(); image = backlog.poll()) {
            taken.add(image.get());
            backlog.done(image.get());
        }
        return taken;
    }

    @Test
    void givesTheOldestFirstAndNothingThatIsKnown() {
        Backlog backlog = new Backlog(100, saved.subList(0, 3));
        assertThat(saved.reversed().stream().allMatch(backlog::look)).isFalse();
        assertThat(takeAll(backlog)).isEqualTo(saved.subList(3, 7));
        assertThat(backlog.wasCut()).isFalse();
    }

    @Test
    void holdsNoMoreThanItMayAndGetsToAllInTheEnd() {
        Backlog backlog = new Backlog(3, List.of());
        assertThat(saved.reversed().stream().allMatch(backlog::look)).isTrue();
        assertThat(takeAll(backlog)).isEqualTo(saved.subList(0, 3));
        assertThat(backlog.wasCut()).isTrue();
        assertThat(saved.reversed().stream().allMatch(backlog::look)).isFalse();
        assertThat(takeAll(backlog)).isEqualTo(saved.subList(3, 6));
        assertThat(backlog.wasCut()).isTrue();
        assertThat(saved.reversed().stream().allMatch(backlog::look)).isFalse();
        assertThat(takeAll(backlog)).isEqualTo(saved.subList(6, 7));
        assertThat(backlog.wasCut()).isFalse();
    }
}
