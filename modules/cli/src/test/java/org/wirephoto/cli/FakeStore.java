package org.wirephoto.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageLine;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.Variant;

/** The images of a {@link FakeServer}: all of 800 by 600 pixels, saved a second after one another. */
final class FakeStore {
    static final Instant FIRST_SAVED = Instant.parse("2026-11-22T16:20:00Z");

    private final Map<String, Stored> images = new TreeMap<>();
    private final Deque<Stored> trash = new ArrayDeque<>();
    private final Map<String, Optional<String>> senders = new HashMap<>();
    private boolean clockStands;
    private int ids;
    private int seq;

    /**
     * One image.
     *
     * @param name its name
     * @param latin1 what it consists of, a char for each byte
     * @param attributes what a server tells of it
     */
    record Stored(ImageName name, String latin1, ImageAttributes attributes) {
        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        Reply reply() {
            return new Reply.Ok(Optional.of(name.text()), OptionalLong.empty(), attributes.toReplyMap());
        }

        Reply bodyReply(long size, Optional<Variant> variant, long offset) {
            Map<String, String> map = new LinkedHashMap<>();
            map.put("filesize", Long.toString(variant.isPresent() ? size : latin1.length()));
            map.put(
                    "type",
                    variant.isPresent() ? "image/jpeg" : attributes.type().mediaType());
            if (variant.isEmpty()) {
                map.put("sha256", attributes.digest().hex());
                map.put("offset", Long.toString(offset));
            }
            return new Reply.Ok(Optional.of(name.text()), OptionalLong.of(size), map);
        }

        ImageLine line(Optional<Instant> deleted) {
            return new ImageLine(name.text(), attributes, deleted);
        }
    }

    /** Has all images that come from now on saved at the same moment. */
    synchronized void stopClock() {
        clockStands = true;
    }

    /** Puts an image there, with the label of who sent it. */
    synchronized void put(String name, byte[] bytes, String sender) {
        senders.put(name, Optional.of(sender));
        put(name, bytes);
    }

    synchronized Stored put(String name, byte[] bytes) {
        ImageName stored = ImageName.of(name);
        ids++;
        ImageAttributes attributes = new ImageAttributes(
                bytes.length,
                type(bytes).orElseThrow(),
                800,
                600,
                digest(bytes),
                FIRST_SAVED.plusSeconds(clockStands ? 0 : ids - 1),
                "i" + ids,
                Optional.empty(),
                senders.getOrDefault(name, Optional.empty()));
        Stored image = new Stored(stored, new String(bytes, StandardCharsets.ISO_8859_1), attributes);
        images.put(stored.key(), image);
        return image;
    }

    synchronized Optional<Stored> find(String name) {
        return Optional.ofNullable(images.get(ImageName.keyOf(ImageName.normalise(name))));
    }

    synchronized List<String> names() {
        return images.values().stream().map(image -> image.name().text()).toList();
    }

    synchronized String seq() {
        return "s" + seq;
    }

    private String nextSeq() {
        seq++;
        return seq();
    }

    Reply notFound(String name) {
        String stem = name.replaceAll("\\..*", "");
        Optional<String> near =
                names().stream().filter(other -> other.startsWith(stem)).findFirst();
        return refusal(ErrorCode.NOT_FOUND, near);
    }

    private static Reply.Refusal refusal(ErrorCode code, Optional<String> suggestion) {
        return new Reply.Refusal(Optional.empty(), code.wire(), code.sentence(), suggestion);
    }

    /** What is answered to a save before its body, or empty where the body is wanted. */
    synchronized Optional<Reply> beforeBody(Command.Save save, Consumer<Event> tell) {
        if (ImageName.check(save.name()) instanceof NameCheck.Refused refused) {
            return Optional.of(new Reply.Refusal(
                    Optional.empty(),
                    refused.code().wire(),
                    refused.reason(),
                    refused.suggestion().map(ImageName::text)));
        }
        if (save.filesize().orElse(0) == 0) {
            return Optional.of(refusal(ErrorCode.SIZE_MISSING, Optional.empty()));
        }
        if (save.filesize().getAsLong() > FakeServer.MAX_FILESIZE) {
            return Optional.of(refusal(ErrorCode.TOO_LARGE, Optional.empty()));
        }
        Optional<Stored> there = find(save.name());
        if (there.isPresent()
                && save.digest()
                        .filter(there.get().attributes().digest()::equals)
                        .isPresent()) {
            return Optional.of(there.get().reply());
        }
        return there.isPresent() && !save.replace()
                ? Optional.of(refusal(ErrorCode.ALREADY_EXISTS, free(save.name())))
                : Optional.empty();
    }

    private Optional<String> free(String name) {
        ImageName taken = ImageName.of(name);
        for (int number = 2; ; number++) {
            Optional<ImageName> other = taken.numbered(number);
            if (other.isPresent() && !images.containsKey(other.get().key())) {
                return other.map(ImageName::text);
            }
        }
    }

    synchronized Reply save(Command.Save save, byte[] body, Consumer<Event> tell) {
        Optional<ImageType> type = type(body);
        if (type.isEmpty()) {
            return refusal(ErrorCode.TYPE_UNSUPPORTED, Optional.empty());
        }
        ImageName name = ImageName.of(save.name());
        if (!type.get().takes(name.extension())) {
            return refusal(
                    ErrorCode.EXTENSION_MISMATCH,
                    name.withExtension(type.get().extensions().getFirst()).map(ImageName::text));
        }
        find(save.name()).ifPresent(trash::addFirst);
        Stored image = put(save.name(), body);
        tell.accept(new Event.Saved(image.name().text(), image.attributes(), nextSeq()));
        return image.reply();
    }

    synchronized Map<String, String> page(Command.List list, List<byte[]> lines) {
        List<ImageLine> all = list.trash()
                ? trash.stream()
                        .map(image -> image.line(Optional.of(FIRST_SAVED.plusSeconds(3600))))
                        .toList()
                : live(list);
        int from = list.after().map(Integer::valueOf).orElse(0);
        int until = Math.min(all.size(), from + list.limit());
        all.subList(from, until).forEach(line -> lines.add(line.toLine().encode()));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("count", Integer.toString(until - from));
        attributes.put("seq", seq());
        if (list.match().isEmpty()) {
            attributes.put("total", Integer.toString(all.size()));
        }
        if (until < all.size()) {
            attributes.put("after", Integer.toString(until));
        }
        return attributes;
    }

    private List<ImageLine> live(Command.List list) {
        String match = ImageName.keyOf(ImageName.normalise(list.match().orElse("")));
        List<ImageLine> byName = images.values().stream()
                .filter(image -> image.name().key().contains(match))
                .map(image -> image.line(Optional.empty()))
                .toList();
        return switch (list.sort()) {
            case NAME, LARGEST, TAKEN, OLDEST -> byName;
            case NEWEST ->
                byName.stream()
                        .sorted((a, b) ->
                                b.attributes().saved().compareTo(a.attributes().saved()))
                        .toList();
        };
    }

    synchronized Reply answer(Command command, Consumer<Event> tell) {
        return switch (command) {
            case Command.Hello hello -> ok("", hello());
            case Command.Stat stat -> find(stat.name()).map(Stored::reply).orElseGet(() -> notFound(stat.name()));
            case Command.Rename rename -> rename(rename, tell);
            case Command.Delete delete -> delete(delete, tell);
            case Command.Restore restore -> restore(restore, tell);
            case Command.Bye bye -> ok("", Map.of());
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private static Map<String, String> hello() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("version", "1");
        map.put("server", "Attic");
        map.put("role", "curator");
        map.put("max-filesize", Long.toString(FakeServer.MAX_FILESIZE));
        return map;
    }

    private static Reply ok(String name, Map<String, String> attributes) {
        return new Reply.Ok(Optional.of(name), OptionalLong.empty(), attributes);
    }

    private Reply rename(Command.Rename rename, Consumer<Event> tell) {
        Optional<Stored> found = find(rename.name());
        if (found.isEmpty()) {
            return notFound(rename.name());
        }
        if (find(rename.to()).isPresent()) {
            return refusal(ErrorCode.ALREADY_EXISTS, free(rename.to()));
        }
        images.remove(found.get().name().key());
        ImageName to = ImageName.of(rename.to());
        Stored renamed = new Stored(to, found.get().latin1(), found.get().attributes());
        images.put(to.key(), renamed);
        tell.accept(new Event.Renamed(found.get().name().text(), to.text(), renamed.attributes(), nextSeq()));
        return ok(to.text(), Map.of());
    }

    private Reply delete(Command.Delete delete, Consumer<Event> tell) {
        Optional<Stored> found = find(delete.name());
        if (found.isEmpty()) {
            return notFound(delete.name());
        }
        Stored image = found.get();
        images.remove(image.name().key());
        if (!delete.forever()) {
            trash.addFirst(image);
        }
        tell.accept(new Event.Deleted(image.name().text(), nextSeq()));
        return ok(image.name().text(), Map.of("id", image.attributes().id()));
    }

    private Reply restore(Command.Restore restore, Consumer<Event> tell) {
        Optional<Stored> found = trash.stream()
                .filter(image -> image.name().equals(ImageName.of(restore.name())))
                .findFirst();
        if (found.isEmpty()) {
            return refusal(ErrorCode.NOT_FOUND, Optional.empty());
        }
        String to = restore.to().orElse(found.get().name().text());
        if (find(to).isPresent()) {
            return refusal(ErrorCode.ALREADY_EXISTS, free(to));
        }
        trash.remove(found.get());
        Stored image =
                new Stored(ImageName.of(to), found.get().latin1(), found.get().attributes());
        images.put(image.name().key(), image);
        tell.accept(new Event.Saved(to, image.attributes(), nextSeq()));
        return image.reply();
    }

    private static Optional<ImageType> type(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return switch (head) {
            case "\u0089PNG" -> Optional.of(ImageType.PNG);
            case "\u00ff\u00d8\u00ff\u00e0" -> Optional.of(ImageType.JPEG);
            default -> Optional.empty();
        };
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
