package org.wirephoto.desktop.manage;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Parts;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;

/** Makes an invite for somebody else, and shows it as a link and as a picture for a telephone's camera. */
public final class InvitePane extends VBox {
    private static final int LABEL_CHARS = 60;
    private static final int LINK_ROWS = 4;

    private final Manage manage;
    private final Texts texts;
    private final Consumer<String> copied;
    private final TextField label = new TextField();
    private final ToggleButton contributor;
    private final ToggleButton viewer;
    private final Label trouble = new Label();
    private final Button make;
    private final Button done;

    /**
     * The pane that invites.
     *
     * @param copied hears what to tell when the link was copied
     * @param close closes the window that it is in
     */
    public InvitePane(Manage manage, Texts texts, Consumer<String> copied, Runnable close) {
        super(12);
        this.manage = manage;
        this.texts = texts;
        this.copied = copied;
        contributor = new ToggleButton(texts.text("invite.contributor"));
        viewer = new ToggleButton(texts.text("invite.viewer"));
        contributor.setSelected(true);
        label.setPromptText(texts.text("invite.label.prompt"));
        label.setAccessibleText(texts.text("invite.label"));
        label.textProperty().subscribe(text -> {
            if (text.length() > LABEL_CHARS) {
                label.setText(text.substring(0, LABEL_CHARS));
            }
        });
        trouble.getStyleClass().add("trouble");
        Parts.wrapped(trouble);
        make = Parts.button(texts.text("invite.make"), this::make);
        make.setDefaultButton(true);
        done = Parts.button(texts.text("invite.close"), close);
        done.setCancelButton(true);
        HBox buttons = new HBox(10, Parts.space(), done, make);
        getChildren()
                .setAll(
                        Parts.title(texts.text("invite.title")),
                        Parts.hint(texts.text("invite.hint")),
                        new Label(texts.text("invite.label")),
                        label,
                        roles(),
                        trouble,
                        Parts.filler(),
                        buttons);
        Parts.show(trouble, false);
        setPrefWidth(460);
    }

    private SegmentedButton roles() {
        SegmentedButton roles = new SegmentedButton(contributor, viewer);
        // One of the two always: pressing the chosen one would choose neither.
        roles.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        return roles;
    }

    private void make() {
        make.setDisable(true);
        Role role = viewer.isSelected() ? Role.VIEWER : Role.CONTRIBUTOR;
        manage.invite(role, label.getText(), this::show, failure -> {
            make.setDisable(false);
            trouble.setText(texts.sentence(failure));
            Parts.show(trouble, true);
        });
    }

    private String secret(Invite invite) {
        String secret = texts.text("invite.secret");
        return Manage.isForThisMachineAlone(invite)
                ? secret + " " + texts.text("invite.loopback", invite.address())
                : secret;
    }

    private void show(Invite invite) {
        Button copy = Parts.button(texts.text("invite.copy"), () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(invite.link());
            Clipboard.getSystemClipboard().setContent(content);
            copied.accept(texts.text("invite.copied"));
        });
        copy.setDefaultButton(true);
        VBox code = new VBox(QrPicture.of(invite.link(), texts.text("invite.qr")));
        code.setAlignment(Pos.CENTER);
        // What was asked before is answered, and would make the window higher than small screens are.
        getChildren()
                .setAll(
                        Parts.title(title()),
                        Parts.hint(secret(invite)),
                        code,
                        link(invite),
                        Parts.filler(),
                        new HBox(10, Parts.space(), done, copy));
        copy.requestFocus();
    }

    private String title() {
        String whose = label.getText().strip();
        return whose.isEmpty() ? texts.text("invite.done") : texts.text("invite.done.for", Wording.safe(whose));
    }

    private TextArea link(Invite invite) {
        TextArea link = new TextArea(invite.link());
        link.setEditable(false);
        link.setWrapText(true);
        link.setPrefRowCount(LINK_ROWS);
        link.setMinHeight(USE_PREF_SIZE);
        link.setAccessibleText(texts.text("invite.link"));
        return link;
    }
}
