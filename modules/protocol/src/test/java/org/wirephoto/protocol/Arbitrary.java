package org.wirephoto.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Values of every kind, the awkward ones more often than chance would have it; the same ones in every run. */
final class Arbitrary {
    private static final String AWKWARD =
            "%,=/\\:*?\"<>|. \t\r\n\u0000\u007f\u0085\u00a0NA\u200d\u202e\ufeff\ue000éä0a";
    private static final long FIRST_SECOND =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Random random;

    Arbitrary(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    long count() {
        return random.nextLong() >>> (1 + below(63));
    }

    OptionalLong maybeCount() {
        return coin() ? OptionalLong.of(count()) : OptionalLong.empty();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> T oneOf(T[] choices) {
        return choices[below(choices.length)];
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    /** Text of any characters that UTF-8 can say, up to {@code most} of them; now and then one that reads N/A. */
    String text(int most) {
        if (below(20) == 0) {
            return "N/A";
        }
        StringBuilder text = new StringBuilder();
        for (int i = below(most + 1); i > 0; i--) {
            text.appendCodePoint(coin() ? AWKWARD.charAt(below(AWKWARD.length())) : codePoint());
        }
        return text.toString();
    }

    /** Like {@link #text}, but never nothing. */
    String someText(int most) {
        String text = text(most);
        return text.isEmpty() ? "x" : text;
    }

    int codePoint() {
        int bits = 1 + below(21);
        int point = random.nextInt() >>> (32 - bits);
        return point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF) ? 'a' : point;
    }

    String key() {
        StringBuilder key = new StringBuilder().append((char) ('a' + below(26)));
        for (int i = below(10); i > 0; i--) {
            key.append("abcdefghijklmnopqrstuvwxyz0123456789-".charAt(below(37)));
        }
        return key.toString();
    }

    Map<String, String> attributes() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = below(6); i > 0; i--) {
            map.put(key(), text(20));
        }
        return map;
    }

    Digest digest() {
        return Digest.of(bytes(32));
    }

    Instant time() {
        return Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND), below(1_000_000_000));
    }

    CameraTime cameraTime() {
        return new CameraTime(LocalDateTime.ofInstant(time(), ZoneOffset.UTC), coin());
    }

    ImageAttributes imageAttributes() {
        return new ImageAttributes(
                1 + below(Integer.MAX_VALUE),
                oneOf(ImageType.values()),
                1 + below(100_000),
                1 + below(100_000),
                digest(),
                time(),
                text(10),
                maybe(this::cameraTime),
                maybe(() -> text(20)));
    }

    Line line() {
        return new Line(oneOf(List.of("ok", "save", "list", "x")), maybe(() -> text(40)), maybeCount(), attributes());
    }

    Command command() {
        return switch (below(11)) {
            case 0 -> new Command.Hello(below(3), maybe(() -> text(20)), maybe(() -> text(20)));
            case 1 -> new Command.Save(text(40), maybeCount(), maybe(this::digest), coin(), maybe(this::digest));
            case 2 ->
                new Command.List(
                        1 + below(Limits.PAGE),
                        maybe(() -> text(20)),
                        maybe(() -> text(20)),
                        oneOf(Sort.values()),
                        coin());
            case 3 ->
                new Command.Return(
                        text(40),
                        maybe(() -> oneOf(Variant.values())),
                        maybeCount(),
                        maybeCount(),
                        maybe(this::digest));
            case 4 -> new Command.Stat(text(40));
            case 5 -> new Command.Rename(text(40), text(40), maybe(this::digest));
            case 6 -> new Command.Delete(text(40), maybe(() -> text(20)), coin(), maybe(this::digest));
            case 7 -> new Command.Restore(text(40), maybe(() -> text(20)), maybe(() -> text(40)));
            case 8 -> new Command.Watch(maybe(() -> text(20)));
            case 9 -> new Command.Invite(oneOf(List.of(Role.VIEWER, Role.CONTRIBUTOR)), maybe(() -> text(40)));
            default -> new Command.Bye();
        };
    }

    Reply reply() {
        return switch (below(3)) {
            case 0 -> new Reply.Ok(maybe(() -> text(40)), maybeCount(), attributes());
            case 1 -> new Reply.Ready(maybe(() -> text(40)), count());
            default -> new Reply.Refusal(maybe(() -> text(300)), text(100), text(700), maybe(() -> text(100)));
        };
    }

    Event event() {
        return switch (below(5)) {
            case 0 -> new Event.Saved(someText(40), imageAttributes(), text(10));
            case 1 -> new Event.Deleted(someText(40), text(10));
            case 2 -> new Event.Renamed(someText(40), text(40), imageAttributes(), text(10));
            case 3 -> new Event.Alive();
            default -> new Event.Reset(text(10));
        };
    }
}
