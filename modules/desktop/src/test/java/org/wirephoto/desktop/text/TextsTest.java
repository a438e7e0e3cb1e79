package org.wirephoto.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources/org/wirephoto/desktop/text");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:[.-][a-z0-9]+)*\\.?)\"");
    private static final Pattern ASKED = Pattern.compile("texts?\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static Properties load(String part, String language) {
        Properties properties = new Properties();
        String suffix = language.equals("en") ? "" : "_" + language;
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(part + suffix + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    private static Properties all(String language) {
        Properties all = new Properties();
        for (String part : Texts.PARTS) {
            load(part, language)
                    .forEach((key, text) -> assertThat(all.put(key, text))
                            .as("%s stands in one file alone", key)
                            .isNull());
        }
        return all;
    }

    private static Set<String> sourceTexts() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> texts = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static Stream<String> literals(Pattern pattern) throws IOException {
        return sourceTexts().stream()
                .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)));
    }

    @Nested
    class Translations {
        @ParameterizedTest
        @ValueSource(strings = {"de", "es"})
        void haveTheKeysThatEnglishHas(String language) {
            for (String part : Texts.PARTS) {
                assertThat(load(part, language).keySet())
                        .as("%s_%s", part, language)
                        .isEqualTo(load(part, "en").keySet());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"de", "es"})
        void haveTheBlanksThatEnglishHas(String language) {
            Properties english = all("en");
            Properties other = all(language);
            for (String key : english.stringPropertyNames()) {
                assertThat(blanks(other.getProperty(key))).as(key).isEqualTo(blanks(english.getProperty(key)));
            }
        }

        /** Whether a blank is only counted, or is in the text as well, may differ from one language to the other. */
        private Set<String> blanks(String text) {
            Matcher matcher = Pattern.compile("\\{(\\d)").matcher(text);
            return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "de", "es"})
        void canBeFilledInAndHaveNoStraightApostrophe(String language) {
            Properties texts = all(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
                Object[] numbers = {1, 2, 3, 4};
                assertThat(new MessageFormat(text, Locale.of(language)).format(numbers))
                        .as(key)
                        .doesNotContain("{");
            }
        }

        @Test
        void areNotEnglishByMistake() {
            Properties english = all("en");
            for (String language : Texts.TRANSLATIONS) {
                Properties other = all(language);
                List<String> same = english.stringPropertyNames().stream()
                        .filter(key -> english.getProperty(key).contains(" "))
                        .filter(key -> english.getProperty(key).equals(other.getProperty(key)))
                        .filter(key -> !key.endsWith(".keys"))
                        .filter(key ->
                                !Set.of("connect.row.accessible", "size.bytes").contains(key))
                        .toList();
                assertThat(same).as(language).isEmpty();
            }
        }
    }

    @Nested
    class Keys {
        @Test
        void thatTheProgramAsksForAreThere() throws IOException {
            assertThat(literals(ASKED))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(all("en")).containsKey(key));
        }

        @Test
        void thatAreThereAreAskedFor() throws IOException {
            List<String> used = literals(LITERAL).toList();
            List<String> prefixes =
                    used.stream().filter(literal -> literal.endsWith(".")).toList();
            List<String> unused = all("en").stringPropertyNames().stream()
                    .filter(key -> !used.contains(key) && !used.contains(key.replaceFirst("\\.(tip|keys)$", "")))
                    .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                    .sorted()
                    .toList();
            assertThat(unused).isEmpty();
        }

        @Test
        void areThereForEverythingThatTheDoctorCanSay() {
            List<String> keys = new ArrayList<>();
            Arrays.stream(DoctorCheck.values())
                    .map(Keys::key)
                    .map("doctor.check."::concat)
                    .forEach(keys::add);
            Arrays.stream(Diagnosis.Cause.values())
                    .map(Keys::key)
                    .map("doctor.cause."::concat)
                    .forEach(keys::add);
            Arrays.stream(DoctorFinding.Outcome.values())
                    .map(Keys::key)
                    .map("doctor.outcome."::concat)
                    .forEach(keys::add);
            Arrays.stream(DoctorFinding.Seen.values())
                    .map(Keys::key)
                    .map("doctor.seen."::concat)
                    .forEach(keys::add);
            assertThat(all("en").stringPropertyNames()).containsAll(keys);
        }

        @Test
        void areThereForEverythingThatCanGoWrong() {
            for (Trouble.Kind kind : Trouble.Kind.values()) {
                Trouble trouble = new Trouble(kind, Optional.empty(), "x", Optional.empty());
                assertThat(all("en")).containsKey("trouble." + trouble.key());
            }
            for (ErrorCode code : ErrorCode.values()) {
                assertThat(all("en")).containsKey("trouble." + code.wire());
            }
        }

        private static String key(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Nested
    class Choosing {
        @ParameterizedTest
        @CsvSource({"en,Connect", "en-GB,Connect", "de,Verbinden", "de-AT,Verbinden", "es,Conectar", "es-MX,Conectar"})
        void speaksTheLanguageThatIsAskedFor(String tag, String text) {
            assertThat(Texts.of(Locale.forLanguageTag(tag)).text("connect.go")).isEqualTo(text);
        }

        @Test
        void speaksEnglishToEverybodyElseWhateverTheMachineSpeaks() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.GERMANY);
                Texts texts = Texts.of(Locale.FRANCE);
                assertThat(texts.text("connect.go")).isEqualTo("Connect");
                assertThat(texts.locale()).isEqualTo(Locale.ENGLISH);
                assertThat(Texts.of(Locale.ENGLISH).text("connect.go")).isEqualTo("Connect");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class Sentences {
        private final Trouble taken = new Trouble(
                Trouble.Kind.REFUSED,
                Optional.of(ErrorCode.ALREADY_EXISTS),
                "beach.png is there already, sent by Anna.",
                Optional.of(name("beach-2.png")));

        private static ImageName name(String text) {
            return ImageName.of(text);
        }

        @Test
        void areTheServersOwnInEnglish() {
            assertThat(Texts.of(Locale.ENGLISH).sentence(taken)).isEqualTo("beach.png is there already, sent by Anna.");
        }

        @Test
        void areTranslatedWithWhatTheServerProposes() {
            assertThat(Texts.of(Locale.GERMAN).sentence(taken))
                    .isEqualTo("Ein Bild dieses Namens gibt es schon. Nehmen Sie zum Beispiel beach-2.png.");
        }

        @Test
        void ofFilesSayMoreThanTheirName() {
            Trouble missing =
                    new Trouble(Trouble.Kind.FILE_MISSING, Optional.empty(), "/home/anna/beach.png", Optional.empty());
            assertThat(Texts.of(Locale.ENGLISH).sentence(missing))
                    .isEqualTo("The file is no longer there: /home/anna/beach.png");
        }
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"en|48.2 kB|100,000", "de|48,2 kB|100.000", "es|48,2 kB|100.000"})
        void areWrittenAsThePeopleOfTheLanguageDo(String language, String size, String count) {
            Wording wording = new Wording(Texts.of(Locale.of(language)), ZoneOffset.UTC);
            assertThat(wording.size(48_211)).isEqualTo(size.replace(' ', '\u00a0'));
            assertThat(wording.count(100_000)).isEqualTo(count);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"en|0.8 ms|5.0 s", "de|0,8 ms|5,0 s", "es|0,8 ms|5,0 s"})
        void ofTimesToo(String language, String little, String much) {
            Wording wording = new Wording(Texts.of(Locale.of(language)), ZoneOffset.UTC);
            assertThat(wording.took(Duration.ofNanos(812_345))).isEqualTo(little.replace(' ', '\u00a0'));
            assertThat(wording.took(Duration.ofMillis(4980))).isEqualTo(much.replace(' ', '\u00a0'));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"en-US|Nov 22, 2026", "de|22.11.2026, 16:20", "es|22 nov 2026, 16:20"})
        void ofDatesAreInTheirOrder(String tag, String date) {
            Wording wording = new Wording(Texts.of(Locale.forLanguageTag(tag)), ZoneOffset.UTC);
            assertThat(wording.minute(Instant.parse("2026-11-22T16:20:00Z"))).startsWith(date);
        }
    }
}
