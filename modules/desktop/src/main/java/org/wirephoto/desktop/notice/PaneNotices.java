package org.wirephoto.desktop.notice;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells of what happened above the window's content, and of what need not be read in a line of its own. */
public final class PaneNotices implements Notices {
    private static final Duration OFFER = Duration.seconds(10);
    private static final Duration QUIET = Duration.seconds(6);

    private final NotificationPane pane = new NotificationPane();
    private final Label line = new Label();
    private final PauseTransition offerEnds = new PauseTransition(OFFER);
    private final PauseTransition quietEnds = new PauseTransition(QUIET);

    /** Over no content yet. */
    public PaneNotices() {
        pane.getStyleClass().add("notices");
        // Above would be over the tools.
        pane.setShowFromTop(false);
        line.getStyleClass().add("quiet-notice");
        line.setAccessibleRole(AccessibleRole.TEXT);
        offerEnds.setOnFinished(_ -> pane.hide());
        quietEnds.setOnFinished(_ -> line.setText(""));
    }

    /** The content with room for notices over it. */
    public Node over(Node content) {
        pane.setContent(content);
        return pane;
    }

    /** The line for what need not be read. */
    public Node line() {
        return line;
    }

    @Override
    public void quiet(String sentence) {
        line.setText(sentence);
        quietEnds.playFromStart();
    }

    @Override
    public void offer(String sentence, String action, Runnable then) {
        show(Feather.CHECK_CIRCLE, sentence, new Action(action, _ -> {
            pane.hide();
            then.run();
        }));
        offerEnds.playFromStart();
    }

    @Override
    public void problem(String sentence) {
        show(Feather.ALERT_CIRCLE, sentence);
    }

    @Override
    public void problem(String sentence, String action, Runnable then) {
        show(Feather.ALERT_CIRCLE, sentence, new Action(action, _ -> {
            pane.hide();
            then.run();
        }));
    }

    private void show(Feather icon, String sentence, Action... actions) {
        offerEnds.stop();
        pane.getActions().setAll(actions);
        pane.setGraphic(new FontIcon(icon));
        pane.show(sentence);
    }
}
