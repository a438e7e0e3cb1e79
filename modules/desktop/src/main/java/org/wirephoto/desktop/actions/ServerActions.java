package org.wirephoto.desktop.actions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.fetch.Fetching;
import org.wirephoto.desktop.manage.Manage;
import org.wirephoto.desktop.manage.Permissions;
import org.wirephoto.desktop.send.SendWords;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.shell.ShownKeys;
import org.wirephoto.desktop.transfers.Transfers;
import org.wirephoto.desktop.transfers.TransfersPane;
import org.wirephoto.desktop.window.Parts;

/**
 * All that can be done at one server besides looking: sending, fetching, changing, inviting, with the buttons, menus,
 * keys and drops that begin it. What the role does not allow is not offered. On the UI thread.
 */
public final class ServerActions implements AutoCloseable {
    private static final String FOLDER = "fetch.folder";

    private final Around around;
    private final Transfers transfers;
    private final TransfersPane drawer;
    private final Permissions permissions;
    private final SendActions sending;
    private final ImageActions images;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private final List<Runnable> refreshes = new ArrayList<>();

    /**
     * Actions at the server of a session.
     *
     * @param selected what a person has selected
     */
    public ServerActions(Session session, Around around, Supplier<List<RemoteImage>> selected) {
        this.around = around;
        transfers = new Transfers(session, around.work(), System::nanoTime);
        permissions = new Permissions(session);
        drawer = new TransfersPane(transfers, around.texts(), around.wording(), around.outside()::open);
        sending = new SendActions(session, transfers, around);
        images = new ImageActions(
                selected,
                fetching(session),
                new Manage(session, around.work(), permissions),
                new SendWords(around.texts(), around.wording(), session),
                around);
    }

    private Fetching fetching(Session session) {
        Path folder = around.settings()
                .text(FOLDER)
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), "Downloads"));
        Fetching fetching = new Fetching(session, around.work(), transfers, around.files(), folder);
        fetching.folderProperty().subscribe((_, now) -> around.settings().put(FOLDER, now));
        return fetching;
    }

    /** The panel of transfers. */
    public Node drawer() {
        return drawer;
    }

    /** The buttons, those alone that the role allows. */
    public List<Node> buttons() {
        List<Node> buttons = new ArrayList<>();
        if (permissions.canSend()) {
            Button send = button("actions.send", Feather.UPLOAD, () -> sending.send(List.of()));
            send.getStyleClass().add("primary");
            buttons.add(send);
        }
        Button save = button("actions.save", Feather.DOWNLOAD, images::save);
        enable(save, images::hasSelection);
        buttons.add(save);
        buttons.add(Parts.icon(Feather.CORNER_RIGHT_DOWN, around.text("actions.get.tip"), images::get));
        if (permissions.canInvite()) {
            buttons.add(Parts.icon(Feather.USER_PLUS, around.text("actions.invite"), images::invite));
        }
        return buttons;
    }

    private Button button(String key, Feather icon, Runnable action) {
        Button button = Parts.button(around.text(key), action);
        button.setGraphic(new FontIcon(icon));
        Parts.name(button, around.text(key + ".tip"));
        return button;
    }

    private void enable(Node node, BooleanSupplier condition) {
        refreshes.add(() -> node.setDisable(!condition.getAsBoolean()));
        node.setDisable(!condition.getAsBoolean());
    }

    /** The items of the menu over what is selected, those alone that the role allows. */
    public List<MenuItem> menu() {
        List<MenuItem> items = new ArrayList<>(List.of(
                item(
                        "actions.open",
                        shown("Shortcut+E", "shortcuts.images.open.keys"),
                        images::open,
                        images::hasSelection),
                item(
                        "actions.save",
                        shown("Shortcut+S", "shortcuts.images.save.keys"),
                        images::save,
                        images::hasSelection),
                item(
                        "actions.save.to",
                        shown("Shortcut+Shift+S", "shortcuts.images.saveto.keys"),
                        images::saveTo,
                        images::hasSelection),
                item(
                        "actions.copy",
                        shown("Shortcut+C", "shortcuts.images.copy.keys"),
                        images::copy,
                        images::hasSelection)));
        if (permissions.canSend()) {
            items.add(new SeparatorMenuItem());
            items.add(item(
                    "actions.rename", shown("F2", "shortcuts.images.rename.keys"), images::rename, images::canRename));
            items.add(item(
                    "actions.delete",
                    shown("Delete", "shortcuts.images.delete.keys"),
                    images::delete,
                    images::canChangeSelection));
        }
        return items;
    }

    private KeyCombination shown(String combination, String key) {
        return new ShownKeys(combination, around.text(key));
    }

    private MenuItem item(String key, KeyCombination combination, Runnable action, BooleanSupplier condition) {
        MenuItem item = new MenuItem(around.text(key));
        // Shown in the menu; pressed, it is the page that hears it, menu or not.
        item.setAccelerator(combination);
        item.setOnAction(_ -> action.run());
        refreshes.add(() -> item.setDisable(!condition.getAsBoolean()));
        keys.put(combination, action);
        return item;
    }

    /**
     * Hears keys, drops and drags.
     *
     * @param page hears the keys that nobody in it wants, and takes files that are dropped
     * @param target shows that they are taken, and has the images that are dragged
     */
    public void listen(Node page, Node target) {
        keys.put(shortcut(KeyCode.G), images::get);
        if (permissions.canSend()) {
            keys.put(shortcut(KeyCode.O), () -> sending.send(List.of()));
            keys.put(shortcut(KeyCode.V), sending::paste);
            keys.put(shortcut(KeyCode.Z), images::undo);
            sending.acceptDrops(page, target);
        }
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        images.dragFrom(target);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private void pressed(KeyEvent event) {
        Optional<Runnable> action = keys.entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .map(Map.Entry::getValue)
                .findFirst();
        action.ifPresent(known -> {
            event.consume();
            known.run();
        });
    }

    /** What is selected is other than it was. */
    public void selectionChanged() {
        refreshes.forEach(Runnable::run);
        images.prepareDrag();
    }

    /** Opens the sheet of what is to be sent with files in it, where the role allows it. */
    public void send(List<Path> files) {
        if (permissions.canSend()) {
            sending.send(files);
        }
    }

    /** The server answers again. */
    public void reconnected() {
        transfers.reconnected();
    }

    /** Asks before transfers are broken off, and says whether they may be. */
    public boolean mayClose() {
        int unfinished = transfers.unfinished();
        if (unfinished == 0) {
            return true;
        }
        ButtonType leave = new ButtonType(around.text("close.leave"), ButtonType.OK.getButtonData());
        ButtonType stay = new ButtonType(around.text("close.stay"), ButtonType.CANCEL.getButtonData());
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, around.text("close.question", unfinished), leave, stay);
        alert.setHeaderText(around.text("close.title"));
        around.sheets().dress(alert);
        return alert.showAndWait().filter(leave::equals).isPresent();
    }

    /** Stops everything that is on its way. */
    @Override
    public void close() {
        sending.close();
        transfers.close();
    }
}
