package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the image, and what must not. */
class ImageContentsIT {
    private static final Pattern MODULE_OF_A_NOTICE = Pattern.compile("(?m)^\\| `([a-z0-9.*]+)`");

    @TempDir
    Path scratch;

    @Test
    void everyLibraryIsInTheNotices() throws IOException {
        String notices = Files.readString(Image.home().resolve("legal/wirephoto/THIRD-PARTY-NOTICES.md"));
        List<Predicate<String>> named = MODULE_OF_A_NOTICE
                .matcher(notices)
                .results()
                .map(found -> found.group(1).replace(".*", "(\\..*)?"))
                .map(Pattern::compile)
                .map(Pattern::asMatchPredicate)
                .toList();
        assertThat(libraries()).isNotEmpty().allMatch(name -> named.stream().anyMatch(one -> one.test(name)));
    }

    @Test
    void noTestCodeIsShipped() {
        assertThat(modules()).isNotEmpty().noneMatch(name -> name.matches(".*(testkit|junit|mockito|assertj).*"));
    }

    @Test
    void bothProgramsHaveAnAotCacheThatFits() {
        Map<String, String> insist = Map.of("WIREPHOTO_OPTS", "-XX:AOTMode=on");
        for (String program : List.of("wirephoto-server", "wirephoto")) {
            Image.Outcome outcome = Image.run(scratch, program, insist, "--version");
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            assertThat(Image.home().resolve("lib/" + program + ".aot")).isNotEmptyFile();
        }
    }

    @Test
    void theImageTakesUnder70MebibytesBesidesTheCaches() throws IOException {
        try (Stream<Path> files = Files.walk(Image.home())) {
            long bytes = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.toString().endsWith(".aot"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isLessThan(70L << 20);
        }
    }

    private List<String> libraries() {
        return modules().stream()
                .filter(name -> !name.matches("(java|jdk|org\\.wirephoto)\\..*"))
                .toList();
    }

    private List<String> modules() {
        String listed = Image.run(scratch, "java", Map.of(), "--list-modules").output();
        return Arrays.stream(listed.split("\n"))
                .map(line -> line.replaceFirst("[@ ].*", ""))
                .toList();
    }
}
