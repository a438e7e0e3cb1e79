package org.wirephoto.protocol;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads requests. One instance reads one line, so that each attribute's fault can end the reading at once. */
final class CommandParser {
    private static final String IF_DIGEST = "if-sha256";
    private static final Set<String> CONDITIONAL = Set.of("save", "return", "rename", "delete");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,4000}");

    private final Line line;

    private CommandParser(Line line) {
        this.line = line;
    }

    static CommandResult parse(Line line) {
        try {
            return new CommandParser(line)
                    .read()
                    .<CommandResult>map(CommandResult.Understood::new)
                    .orElseGet(() ->
                            new CommandResult.Refused(ErrorCode.UNKNOWN_COMMAND, ErrorCode.UNKNOWN_COMMAND.sentence()));
        } catch (BadAttributeException e) {
            return new CommandResult.Refused(ErrorCode.MALFORMED_REQUEST, e.reason);
        }
    }

    private Optional<Command> read() throws BadAttributeException {
        Optional<Command> command = readCommand();
        if (command.isPresent()) {
            refuseUnknownConditions();
        }
        return command;
    }

    private Optional<Command> readCommand() throws BadAttributeException {
        String name = line.name().orElse("");
        return switch (line.command()) {
            case "hello" -> Optional.of(new Command.Hello(version(), line.attribute("key"), line.attribute("agent")));
            case "save" ->
                Optional.of(new Command.Save(name, line.filesize(), digest("sha256"), flag("replace"), ifDigest()));
            case "list" -> Optional.of(list());
            case "return" ->
                Optional.of(new Command.Return(
                        name, optional("variant", Variant::of), count("offset"), count("length"), ifDigest()));
            case "stat" -> Optional.of(new Command.Stat(name));
            case "rename" -> Optional.of(new Command.Rename(name, needed("to"), ifDigest()));
            case "delete" -> Optional.of(new Command.Delete(name, line.attribute("id"), flag("forever"), ifDigest()));
            case "restore" -> Optional.of(new Command.Restore(name, line.attribute("id"), line.attribute("to")));
            case "watch" -> Optional.of(new Command.Watch(line.attribute("since")));
            case "invite" -> Optional.of(new Command.Invite(inviteRole(), inviteLabel()));
            case "bye" -> Optional.of(new Command.Bye());
            default -> Optional.empty();
        };
    }

    private void refuseUnknownConditions() throws BadAttributeException {
        for (String key : line.attributes().keySet()) {
            if (key.startsWith("if-") && !(key.equals(IF_DIGEST) && CONDITIONAL.contains(line.command()))) {
                throw new BadAttributeException("This command knows no condition " + key + ".");
            }
        }
    }

    private Command list() throws BadAttributeException {
        OptionalLong limit = count("limit");
        if (limit.isPresent() && (limit.getAsLong() < 1 || limit.getAsLong() > Limits.PAGE)) {
            throw new BadAttributeException("The limit goes from 1 to " + Limits.PAGE + ".");
        }
        return new Command.List(
                (int) limit.orElse(Limits.PAGE),
                line.attribute("after"),
                line.attribute("match"),
                optional("sort", Sort::of).orElse(Sort.NAME),
                flag("trash"));
    }

    private Role inviteRole() throws BadAttributeException {
        Role role = optional("role", Role::of)
                .orElseThrow(() -> new BadAttributeException("The attribute role is missing."));
        if (role == Role.CURATOR) {
            throw new BadAttributeException("An invite's role is viewer or contributor.");
        }
        return role;
    }

    /** A label comes back in replies, so it has to leave room for what else stands there. */
    private Optional<String> inviteLabel() throws BadAttributeException {
        Optional<String> label = line.attribute("label");
        if (label.isPresent() && Utf8.length(label.get()) > Limits.LABEL_BYTES) {
            throw new BadAttributeException("A label has at most " + Limits.LABEL_BYTES + " bytes.");
        }
        return label;
    }

    /** Versions of any length are numbers; all that lie above what an int holds are alike to every server. */
    private int version() throws BadAttributeException {
        Optional<String> text = line.attribute("version");
        if (text.isEmpty()) {
            return 0;
        }
        if (!INTEGER.matcher(text.get()).matches()) {
            throw new BadAttributeException("The version is not a number.");
        }
        return new BigInteger(text.get())
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    private Optional<Digest> ifDigest() throws BadAttributeException {
        return digest(IF_DIGEST);
    }

    private Optional<Digest> digest(String key) throws BadAttributeException {
        return optional(key, Digest::parse);
    }

    private boolean flag(String key) throws BadAttributeException {
        return optional(key, CommandParser::parseFlag).orElse(false);
    }

    private static Optional<Boolean> parseFlag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private OptionalLong count(String key) throws BadAttributeException {
        Optional<Long> value = optional(
                key, text -> LineParser.parseCount(text).stream().boxed().findFirst());
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private String needed(String key) throws BadAttributeException {
        return line.attribute(key)
                .orElseThrow(() -> new BadAttributeException("The attribute " + key + " is missing."));
    }

    /** The value of an attribute; absent is fine, but one that can't be read is not. */
    private <T> Optional<T> optional(String key, Function<String, Optional<T>> reader) throws BadAttributeException {
        Optional<String> text = line.attribute(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text.get());
        if (value.isEmpty()) {
            throw new BadAttributeException("The attribute " + key + " has a value that makes no sense.");
        }
        return value;
    }

    /** Ends the reading of one line; never leaves this class. */
    private static final class BadAttributeException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        BadAttributeException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
