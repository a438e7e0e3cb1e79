package org.wirephoto.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeColoursTest {
    private static final Path SHEETS = Path.of("src/main/resources/org/wirephoto/desktop/shell");
    private static final Pattern COLOUR = Pattern.compile("(-(?:wp|fx)-[a-z-]+):\\s*(#[0-9a-fA-F]{6});");
    private static final List<String> GROUNDS = List.of(
            "ground", "bar", "raised", "field", "hover", "hover-ground", "pressed", "selected", "selected-ground");

    /** Each colour of writing, and what it is written on. */
    private static final Map<String, List<String>> TEXT = Map.of(
            "text", GROUNDS,
            "text-quiet", List.of("ground", "bar", "raised", "field", "hover", "hover-ground", "selected"),
            "on-accent", List.of("accent", "accent-strong"),
            "on-tip", List.of("tip"),
            "warn-text", List.of("warn-ground", "ground", "bar", "raised", "field"),
            "good-text", List.of("good-ground", "bar", "field", "hover-ground"),
            "trouble", List.of("ground", "bar", "raised", "field", "hover-ground"));

    /** What one has to see to use the program: icons, edges of fields, the mark of the keyboard. */
    private static final Map<String, List<String>> SHAPES = Map.of(
            "icon", GROUNDS,
            "accent", List.of("ground", "bar", "raised", "field", "hover-ground", "selected"),
            "line-strong", List.of("bar", "raised", "field", "ground"),
            "good", List.of("ground", "bar", "field", "hover"),
            "warn", List.of("bar"));

    /** What only decorates: nothing is lost without it. */
    private static final Set<String> DECORATION = Set.of("line", "scroll", "scroll-strong");

    private static Map<String, Color> colours(String theme) throws IOException {
        String sheet = Files.readString(SHEETS.resolve(theme + ".css"));
        return COLOUR.matcher(sheet)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> Color.web(found.group(2)), (a, b) -> b, TreeMap::new));
    }

    private static void check(String theme, Map<String, List<String>> pairs, double needed) throws IOException {
        Map<String, Color> colours = colours(theme);
        pairs.forEach((upper, grounds) -> grounds.forEach(
                ground -> assertThat(Contrast.ratio(colours.get("-wp-" + upper), colours.get("-wp-" + ground)))
                        .as("%s: %s on %s", theme, upper, ground)
                        .isGreaterThanOrEqualTo(needed)));
    }

    @Test
    void contrastIsComputedAsTheStandardDoes() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, within(0.001));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isEqualTo(4.54, within(0.01));
        assertThat(Contrast.ratio(Color.RED, Color.RED)).isEqualTo(1, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void writingStandsOutFromWhatItIsWrittenOn(String theme) throws IOException {
        check(theme, TEXT, Contrast.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void iconsAndEdgesStandOut(String theme) throws IOException {
        check(theme, SHAPES, Contrast.SHAPE);
    }

    @Test
    void bothThemesHaveTheSameColoursAndAllAreLookedAtHere() throws IOException {
        assertThat(colours("dark").keySet()).isEqualTo(colours("light").keySet());
        Set<String> known = Stream.of(TEXT, SHAPES)
                .flatMap(pairs -> Stream.concat(
                        pairs.keySet().stream(), pairs.values().stream().flatMap(List::stream)))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(DECORATION);
        assertThat(colours("light").keySet().stream()
                        .filter(name -> name.startsWith("-wp-"))
                        .map(name -> name.substring("-wp-".length())))
                .allSatisfy(name -> assertThat(known).contains(name));
    }
}
