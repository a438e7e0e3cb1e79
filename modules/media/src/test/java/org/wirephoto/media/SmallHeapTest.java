package org.wirephoto.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/** Draws images of 100 megapixels in a Java of its own that has a heap of 256 MiB. */
class SmallHeapTest {
    private static final int SIDE = 10_000;

    @TempDir
    Path folder;

    @Test
    void isEnoughForAThumbnailOfAHundredMegapixels() throws Exception {
        LargeImages.jpeg(folder.resolve("large.jpg"), SIDE, SIDE);
        LargeImages.png(folder.resolve("large.png"), SIDE, SIDE);

        String said = run("large.jpg", "THUMBNAIL", "large.jpg", "PREVIEW", "large.png", "THUMBNAIL");

        assertThat(said.lines())
                .containsExactly(
                        "large.jpg THUMBNAIL Made[type=JPEG]",
                        "large.jpg PREVIEW Made[type=JPEG]",
                        "large.png THUMBNAIL Made[type=JPEG]");
        assertThat(ImageIO.read(folder.resolve("large.jpg.THUMBNAIL").toFile()).getWidth())
                .isEqualTo(256);
        assertThat(ImageIO.read(folder.resolve("large.jpg.PREVIEW").toFile()).getHeight())
                .isEqualTo(1600);
    }

    private String run(String... work) throws IOException, InterruptedException {
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(value -> value != null && !value.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-Djava.awt.headless=true",
                                "-cp",
                                tests + File.pathSeparator + path,
                                Main.class.getName(),
                                folder.toString()),
                        Arrays.stream(work))
                .toList();
        Path said = folder.resolve("said");
        Process java = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            java.destroyForcibly();
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** What runs in the small heap. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            PreviewSettings usual = PreviewSettings.defaults();
            PreviewSettings patient = new PreviewSettings(usual.threads(), usual.budgetBytes(), Duration.ofSeconds(50));
            try (PreviewMaker maker = new PreviewMaker(patient)) {
                for (int i = 1; i < args.length; i += 2) {
                    ImageType type = args[i].endsWith("png") ? ImageType.PNG : ImageType.JPEG;
                    Path target = folder.resolve(args[i] + "." + args[i + 1]);
                    PreviewVerdict verdict =
                            maker.make(folder.resolve(args[i]), type, Variant.valueOf(args[i + 1]), target);
                    System.out.println(args[i] + " " + args[i + 1] + " " + verdict);
                }
            }
        }
    }
}
