package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String SHORT =
            "type=image/png,width=800,height=600,sha256=" + HEX + ",saved=2026-11-22T16:20:00.000Z,id=i7";
    private static final String LONG = SHORT + ",taken=2026-11-01T09:08:07.006,sender=Ann%2C Bob";

    private static ImageAttributes image(boolean all) {
        return new ImageAttributes(
                48211,
                ImageType.PNG,
                800,
                600,
                new Digest(HEX),
                Instant.parse("2026-11-22T16:20:00Z"),
                "i7",
                all ? Optional.of(CameraTime.local(LocalDateTime.parse("2026-11-01T09:08:07.006"))) : Optional.empty(),
                all ? Optional.of("Ann, Bob") : Optional.empty());
    }

    @Nested
    class Events {
        static Stream<Arguments> table() {
            return Stream.of(
                    arguments(new Event.Saved("a.png", image(false), "s1"), "saved,a.png,48211,seq=s1," + SHORT),
                    arguments(new Event.Saved("a.png", image(true), "s1"), "saved,a.png,48211,seq=s1," + LONG),
                    arguments(new Event.Deleted("a,b.png", "s2"), "deleted,a%2Cb.png,N/A,seq=s2"),
                    arguments(
                            new Event.Renamed("a.png", "b.png", image(true), "s3"),
                            "renamed,a.png,48211,seq=s3,to=b.png," + LONG),
                    arguments(new Event.Alive(), "alive,N/A,N/A"),
                    arguments(new Event.Reset("s4"), "reset,N/A,N/A,seq=s4"));
        }

        @ParameterizedTest
        @MethodSource("table")
        void areWrittenAsThePageHasThem(Event event, String line) {
            assertThat(new String(event.toLine().encode(), StandardCharsets.UTF_8))
                    .isEqualTo(line + "\n");
        }

        @ParameterizedTest
        @MethodSource("table")
        void areReadBack(Event event, String line) {
            assertThat(Event.parse(Wire.line(line))).contains(event);
        }

        @ParameterizedTest
        @MethodSource("table")
        void areReadWithKeysThatANewerServerAdds(Event event, String line) {
            assertThat(Event.parse(Wire.line(line + ",colour=red"))).contains(event);
        }

        @Test
        void comeBackTheSame() {
            Arbitrary arbitrary = new Arbitrary(11);
            for (int i = 0; i < 10_000; i++) {
                Event event = arbitrary.event();

                assertThat(Event.parse(Wire.overTheWire(event.toLine()))).contains(event);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "exploded,a.png,5,seq=s1",
                    "image,a.png,48211," + SHORT,
                    "reset,N/A,N/A",
                    "deleted,a.png,N/A",
                    "deleted,N/A,N/A,seq=s1",
                    "saved,a.png,48211," + SHORT,
                    "saved,N/A,48211,seq=s1," + SHORT,
                    "saved,a.png,N/A,seq=s1," + SHORT,
                    "saved,a.png,0,seq=s1," + SHORT,
                    "saved,a.png,48211,seq=s1",
                    "renamed,a.png,48211,seq=s1," + SHORT,
                    "renamed,a.png,48211,to=b.png," + SHORT
                })
        void areSkippedWhereTheyAreUnknownOrLackSomething(String line) {
            assertThat(Event.parse(Wire.line(line))).isEmpty();
        }

        @Test
        void fitInALineHoweverLongTheirNamesAre() {
            String name = "%".repeat(251) + ".png";
            ImageAttributes widest = new ImageAttributes(
                    Long.MAX_VALUE,
                    ImageType.WEBP,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    new Digest(HEX),
                    Instant.parse("2026-11-22T16:20:00Z"),
                    "i".repeat(64),
                    Optional.of(CameraTime.at(Instant.parse("2026-11-22T16:20:00Z"))),
                    Optional.of(",".repeat(Limits.LABEL_BYTES)));
            Event event = new Event.Renamed(name, name, widest, "s".repeat(64));

            assertThat(Event.parse(Wire.overTheWire(event.toLine()))).contains(event);
        }

        @Test
        void haveANameWhereTheyAreAboutAnImage() {
            assertThatThrownBy(() -> new Event.Saved("", image(false), "s1"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Event.Deleted("", "s1")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Event.Renamed("", "b.png", image(false), "s1"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class ImageLines {
        private static final Instant DELETED = Instant.parse("2026-12-01T00:00:00.5Z");

        @Test
        void areWrittenAsThePageHasThem() {
            assertThat(new String(new ImageLine("a.png", image(true)).toLine().encode(), StandardCharsets.UTF_8))
                    .isEqualTo("image,a.png,48211," + LONG + "\n");
        }

        @Test
        void tellOfTheTrashWhenTheImageWasDeleted() {
            ImageLine line = new ImageLine("a.png", image(false), Optional.of(DELETED));

            assertThat(new String(line.toLine().encode(), StandardCharsets.UTF_8))
                    .isEqualTo("image,a.png,48211," + SHORT + ",deleted=2026-12-01T00:00:00.500Z\n");
            assertThat(ImageLine.parse(Wire.overTheWire(line.toLine()))).contains(line);
        }

        @Test
        void comeBackTheSame() {
            Arbitrary arbitrary = new Arbitrary(12);
            for (int i = 0; i < 5_000; i++) {
                ImageLine line = new ImageLine(
                        arbitrary.someText(40), arbitrary.imageAttributes(), arbitrary.maybe(arbitrary::time));

                assertThat(ImageLine.parse(Wire.overTheWire(line.toLine()))).contains(line);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "saved,a.png,48211," + SHORT,
                    "image,N/A,48211," + SHORT,
                    "image,a.png,N/A," + SHORT,
                    "image,a.png,48211",
                    "image,a.png,48211," + SHORT + ",deleted=yesterday",
                    "image,a.png,48211," + SHORT + ",deleted=+20000-01-01T00:00:00Z",
                    "image,a.png,48211," + SHORT + ",taken=noon"
                })
        void areNoneWhereTheyLackSomething(String line) {
            assertThat(ImageLine.parse(Wire.line(line))).isEmpty();
        }

        @Test
        void haveAName() {
            assertThatThrownBy(() -> new ImageLine("", image(false))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
