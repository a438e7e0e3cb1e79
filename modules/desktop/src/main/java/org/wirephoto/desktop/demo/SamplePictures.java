package org.wirephoto.desktop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirephoto.desktop.demo.Landscape.Ground;
import org.wirephoto.desktop.demo.Landscape.Palette;

/** Pictures to try Wirephoto with: landscapes that the program draws itself, the same ones each time. */
public final class SamplePictures {
    private static final int LONG_SIDE = 1200;
    private static final int SHORT_SIDE = 800;

    private static final List<Palette> PALETTES = List.of(
            new Palette(0x2f6fde, 0xcfe6f7, 0xfff4cf, 0x8fb3c9, 0x1f5a44),
            new Palette(0x3b2a6b, 0xf39a5f, 0xffe0a3, 0xa0607a, 0x2a1a3a),
            new Palette(0x0b1430, 0x2c4a7a, 0xf2f0dc, 0x2b4468, 0x0a1020),
            new Palette(0xe8a65b, 0xfbe3b4, 0xfff8e8, 0xd09a5e, 0x7a4526),
            new Palette(0x6fb7c8, 0xf6e7d2, 0xffffff, 0x9ec4b8, 0x2f6d6a),
            new Palette(0x8a2f4f, 0xf7b267, 0xffe9c7, 0x9c4a5a, 0x35162a));

    private static final List<String> TIMES = List.of("Morning", "Sunset", "Moonlight", "Noon", "Haze", "Evening");

    private SamplePictures() {}

    /**
     * Draws two dozen pictures into a folder, as PNGs of a megapixel each; takes a second or two.
     *
     * @param folder made if it is not there
     * @throws IOException if the folder or a file can't be written, or if a file of that name is there
     */
    public static void draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Sample sample : samples()) {
            PngFile.write(folder.resolve(sample.name), sample.drawing);
        }
    }

    private record Sample(String name, Drawing drawing) {}

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Ground ground : Ground.values()) {
            for (int i = 0; i < PALETTES.size(); i++) {
                int seed = samples.size() * 3 + 1;
                boolean upright = samples.size() % 5 == 3;
                Drawing drawing = new Landscape(
                        upright ? SHORT_SIDE : LONG_SIDE,
                        upright ? LONG_SIDE : SHORT_SIDE,
                        PALETTES.get(i),
                        ground,
                        seed);
                samples.add(new Sample(TIMES.get(i) + "_" + place(ground) + ".png", drawing));
            }
        }
        return samples;
    }

    private static String place(Ground ground) {
        return switch (ground) {
            case MOUNTAINS -> "in_the_mountains";
            case HILLS -> "over_the_hills";
            case SEA -> "by_the_sea";
            case CITY -> "in_the_city";
        };
    }
}
