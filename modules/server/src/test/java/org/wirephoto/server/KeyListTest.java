package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Role;

/** What stands in {@code access-keys}. */
class KeyListTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String DIGEST = "ab".repeat(32);
    private static final String GOOD =
            "id=" + ID + " role=contributor sha256=" + DIGEST + " made=2026-11-22T16:20:00Z label=Ann's phone, blue";

    private static KeyList list(String... lines) {
        return KeyList.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(KeyList list) {
        return new String(list.toBytes(), StandardCharsets.UTF_8);
    }

    @Nested
    class Reading {
        @Test
        void aLineIsAKey() {
            KeyEntry entry = list(GOOD).entries().getFirst();
            assertThat(entry.id()).isEqualTo(ID);
            assertThat(entry.role()).isEqualTo(Role.CONTRIBUTOR);
            assertThat(entry.digest().hex()).isEqualTo(DIGEST);
            assertThat(entry.made()).isEqualTo(Instant.parse("2026-11-22T16:20:00Z"));
            assertThat(entry.label().text()).isEqualTo("Ann's phone, blue");
            assertThat(entry.quota()).isEmpty();
        }

        @Test
        void aLineMayHaveAQuotaAndItsPartsInAnyOrderButForTheLabel() {
            String line = "  quota=2GiB\tmade=2026-11-22T16:20:00Z  sha256=" + DIGEST.toUpperCase(java.util.Locale.ROOT)
                    + " id=" + ID + " role=viewer label= Öznur  # 1 \r";
            KeyEntry entry = list(line).entries().getFirst();
            assertThat(entry.quota()).hasValue(2L << 30);
            assertThat(entry.label().text()).isEqualTo("Öznur  # 1");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "role=contributor | role=boss | role is not",
                    "sha256=ab | sha256=xy | sha256 is not 64",
                    "id=0 | id=g | id is not 32",
                    "id=0123 | id=012 | id is not 32",
                    "made=2026 | made=20x6 | made is not a time",
                    "label=Ann's phone, blue | label= | label is empty",
                    "label=Ann | lable=Ann | a part of it is none of",
                    "role=contributor | role=contributor role=curator | role stands in it twice",
                    "role=contributor | quota=much role=contributor | quota is not a size",
                    "role=contributor | quota=0 role=contributor | quota is not a size",
                    "role=contributor | '' | role is missing",
                    "made= | expires=2020 made= | a part of it is none of",
                })
        void aBadLineIsNamedWithItsNumberAndTheRestGoesOn(String good, String bad, String reason) {
            String second = GOOD.replace("0123", "9999").replace("abab", "cdcd");
            KeyList list = list("# mine", GOOD.replace(good, bad), second);
            assertThat(list.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.number()).isEqualTo(2);
                assertThat(fault.reason()).contains(reason);
            });
            assertThat(list.entries()).hasSize(1);
        }

        @Test
        void aKeyThatWasPastedInClearIsNotRepeated() {
            String key = AccessKey.generate(new SecureRandom()).text();
            KeyList list = list(key, "key=" + key);
            assertThat(list.faults()).hasSize(2);
            assertThat(list.faults().toString()).doesNotContain(key.substring(0, 4));
        }

        @ParameterizedTest
        @ValueSource(strings = {"label=a\u0007b", "label=a\u202Eb", "label=a\u2028b"})
        void aLabelThatCouldNotBeShownIsBad(String label) {
            assertThat(list(GOOD.replaceFirst("label=.*", label)).faults()).hasSize(1);
        }

        @Test
        void aLineThatIsNotUtf8IsBadByItself() {
            byte[] good = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] both = java.util.Arrays.copyOf(good, good.length + 2);
            both[good.length] = (byte) 0xE4;
            KeyList list = KeyList.parse(both);
            assertThat(list.entries()).hasSize(1);
            assertThat(list.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.number()).isEqualTo(2));
        }

        @Test
        void ofTwoLinesWithOneIdOrOneDigestTheFirstCounts() {
            KeyList list = list(
                    GOOD,
                    GOOD.replace("abab", "cdcd").replace("contributor", "curator"),
                    GOOD.replace("0123", "9999").replace("contributor", "curator"));
            assertThat(list.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.role()).isEqualTo(Role.CONTRIBUTOR));
            assertThat(list.faults()).extracting(KeyList.Fault::number).containsExactly(2, 3);
        }

        @Test
        void commentsBlankLinesAndAByteOrderMarkAreNoFaults() {
            KeyList list = list("\uFEFF# keys", "", "   ", "  # " + GOOD, GOOD);
            assertThat(list.faults()).isEmpty();
            assertThat(list.entries()).hasSize(1);
        }

        @Test
        void whateverStandsInTheFileNeverThrows() {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            for (int i = 0; i < 2000; i++) {
                byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
                for (int change = random.nextInt(4); change >= 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                KeyList list = KeyList.parse(bytes);
                assertThat(KeyList.parse(list.toBytes()).entries()).isEqualTo(list.entries());
            }
        }
    }

    @Nested
    class Writing {
        private KeyEntry entry(String label) {
            AccessKey key = AccessKey.generate(new SecureRandom());
            return KeyEntry.of(key, Role.VIEWER, new KeyLabel(label), OptionalLong.of(3 << 20), Instant.now());
        }

        @Test
        void whatIsWrittenIsRead() {
            KeyEntry entry = entry("Zoë = 1");
            KeyList list = KeyList.parse(KeyList.NONE.with(entry).toBytes());
            assertThat(list.entries()).containsExactly(entry);
            assertThat(list.faults()).isEmpty();
            assertThat(text(list)).contains("quota=3MiB");
        }

        @Test
        void commentsBlankAndBadLinesStayWhereTheyAre() {
            KeyEntry more = entry("more");
            KeyList list = list("# one", "", GOOD, "nonsense", "# two").with(more);
            assertThat(text(list))
                    .isEqualTo(String.join("\n", "# one", "", GOOD, "nonsense", "# two", KeyLine.format(more), ""));
            assertThat(text(list.without(entry -> entry.id().equals(ID))))
                    .isEqualTo(String.join("\n", "# one", "", "nonsense", "# two", KeyLine.format(more), ""));
        }

        @Test
        void noIdIsMadeTwice() {
            assertThat(java.util.stream.Stream.generate(() -> entry("a").id()).limit(100))
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class Finding {
        @Test
        void aKeyIsFoundByItsDigestAlone() {
            AccessKey key = AccessKey.generate(new SecureRandom());
            KeyEntry entry = KeyEntry.of(key, Role.VIEWER, new KeyLabel("a"), OptionalLong.empty(), Instant.now());
            KeyList list = list(GOOD).with(entry);
            assertThat(list.find(key)).contains(entry);
            assertThat(list.find(AccessKey.generate(new SecureRandom()))).isEmpty();
        }

        @Test
        void labelsAreTheSameInAnyCase() {
            assertThat(list(GOOD).labelled(new KeyLabel("ANN'S PHONE, BLUE"))).hasSize(1);
            assertThat(list(GOOD).labelled(new KeyLabel("Ann"))).isEqualTo(List.of());
        }
    }
}
