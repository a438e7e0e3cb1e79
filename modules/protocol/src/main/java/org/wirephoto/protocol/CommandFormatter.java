package org.wirephoto.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes requests as lines. */
final class CommandFormatter {
    private CommandFormatter() {}

    static Line format(Command command) {
        return switch (command) {
            case Command.Hello hello ->
                new Attributes()
                        .put("version", Integer.toString(hello.version()))
                        .put("key", hello.key())
                        .put("agent", hello.agent())
                        .line("hello", "");
            case Command.Save save ->
                new Attributes()
                        .digest("sha256", save.digest())
                        .flag("replace", save.replace())
                        .digest("if-sha256", save.ifDigest())
                        .line("save", save.name(), save.filesize());
            case Command.List list -> format(list);
            case Command.Return fetch ->
                new Attributes()
                        .put("variant", fetch.variant().map(Variant::wire))
                        .count("offset", fetch.offset())
                        .count("length", fetch.length())
                        .digest("if-sha256", fetch.ifDigest())
                        .line("return", fetch.name());
            case Command.Stat stat -> new Attributes().line("stat", stat.name());
            case Command.Rename rename ->
                new Attributes()
                        .put("to", rename.to())
                        .digest("if-sha256", rename.ifDigest())
                        .line("rename", rename.name());
            case Command.Delete delete ->
                new Attributes()
                        .put("id", delete.id())
                        .flag("forever", delete.forever())
                        .digest("if-sha256", delete.ifDigest())
                        .line("delete", delete.name());
            case Command.Restore restore ->
                new Attributes().put("id", restore.id()).put("to", restore.to()).line("restore", restore.name());
            case Command.Watch watch ->
                new Attributes().put("since", watch.since()).line("watch", "");
            case Command.Invite invite ->
                new Attributes()
                        .put("role", invite.role().wire())
                        .put("label", invite.label())
                        .line("invite", "");
            case Command.Bye bye -> new Attributes().line("bye", "");
        };
    }

    private static Line format(Command.List list) {
        return new Attributes()
                .put("limit", Integer.toString(list.limit()))
                .put("after", list.after())
                .put("match", list.match())
                .put("sort", list.sort().wire())
                .flag("trash", list.trash())
                .line("list", "");
    }

    /** Gathers the attributes that are there. */
    private static final class Attributes {
        private final Map<String, String> map = new LinkedHashMap<>();

        Attributes put(String key, String value) {
            map.put(key, value);
            return this;
        }

        Attributes put(String key, Optional<String> value) {
            value.ifPresent(text -> map.put(key, text));
            return this;
        }

        Attributes digest(String key, Optional<Digest> value) {
            return put(key, value.map(Digest::hex));
        }

        Attributes count(String key, OptionalLong value) {
            value.ifPresent(count -> map.put(key, Long.toString(count)));
            return this;
        }

        Attributes flag(String key, boolean value) {
            return value ? put(key, "true") : this;
        }

        Line line(String command, String name) {
            return line(command, name, OptionalLong.empty());
        }

        Line line(String command, String name, OptionalLong filesize) {
            return new Line(command, Optional.of(name), filesize, map);
        }
    }
}
