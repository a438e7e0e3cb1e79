package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirephoto.desktop.notice.Notices;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.ImageName;

class LiveNoticesTest {
    private final TestWork work = new TestWork();
    private final List<String> told = new ArrayList<>();
    private final LiveNotices live = new LiveNotices(work, Texts.of(Locale.ENGLISH), new Quiet());

    private final class Quiet implements Notices {
        @Override
        public void quiet(String sentence) {
            told.add(sentence);
        }

        @Override
        public void offer(String sentence, String action, Runnable then) {
            throw new AssertionError("not quiet");
        }

        @Override
        public void problem(String sentence) {
            throw new AssertionError("not quiet");
        }

        @Override
        public void problem(String sentence, String action, Runnable then) {
            throw new AssertionError("not quiet");
        }
    }

    private void saved(String name) {
        live.changed(new Happened(List.of(Images.image(name, 1)), List.of(), List.of()));
    }

    @Test
    void oneThingIsToldByItsName() {
        saved("beach.png");
        work.pass(LiveNotices.GATHER);
        assertThat(told).containsExactly("beach.png has arrived");
    }

    @Test
    void aHundredInASecondAreTwoNoticesAtMost() {
        for (int i = 0; i < 100; i++) {
            saved("img-" + i + ".png");
            work.pass(Duration.ofMillis(10));
        }
        work.pass(LiveNotices.GATHER);
        assertThat(told).hasSize(2).last().isEqualTo("100 images have arrived");
    }

    @Test
    void allThatHappenedIsToldTogether() {
        live.changed(new Happened(
                List.of(),
                List.of(ImageName.of("a.png"), ImageName.of("b.png")),
                List.of(Images.image("beach.png", 1))));
        work.pass(LiveNotices.GATHER);
        assertThat(told).containsExactly("2 images were deleted \u00b7 An image is now called beach.png");
    }

    @Test
    void countingBeginsAfreshAfterAWhile() {
        saved("a.png");
        work.pass(LiveNotices.SERIES);
        saved("b.png");
        work.pass(LiveNotices.GATHER);
        assertThat(told).containsExactly("a.png has arrived", "b.png has arrived");
    }
}
