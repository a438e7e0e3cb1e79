package org.wirephoto.desktop.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.desktop.notice.Notices;

/** Takes down what a person would have been told. */
final class FakeNotices implements Notices {
    final List<String> said = new ArrayList<>();
    Optional<Runnable> offered = Optional.empty();

    @Override
    public void quiet(String sentence) {
        said.add(sentence);
    }

    @Override
    public void offer(String sentence, String action, Runnable then) {
        said.add(sentence + " [" + action + "]");
        offered = Optional.of(then);
    }

    @Override
    public void problem(String sentence) {
        said.add("! " + sentence);
    }

    @Override
    public void problem(String sentence, String action, Runnable then) {
        problem(sentence + " [" + action + "]");
        offered = Optional.of(then);
    }
}
