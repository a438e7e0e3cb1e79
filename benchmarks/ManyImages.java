import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Draws many small pictures, no two alike, as PNGs of 256x192 in colours of a palette:
 * {@code java ManyImages.java FOLDER COUNT}. A thousand go into a folder. What is there already is left as it is.
 */
final class ManyImages {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final int COLOURS = 256;
    private static final int IN_A_FOLDER = 1000;
    private static final int DOT = 8;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String[] PLACES = {"Beach", "Harbour", "Hill", "Lake", "Market", "Meadow", "Street", "Tower"};
    /** The digits, three dots wide and five high, row by row. */
    private static final int[] DIGITS = {
        0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111, 0b101101111001001,
        0b111100111001111, 0b111100111101111, 0b111001001001001, 0b111101111101111, 0b111101111001111
    };

    private ManyImages() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: java ManyImages.java FOLDER COUNT");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        for (int first = 0; first < count; first += IN_A_FOLDER) {
            Path part = Files.createDirectories(folder.resolve("%03d".formatted(first / IN_A_FOLDER)));
            IntStream.range(first, Math.min(count, first + IN_A_FOLDER)).parallel().forEach(i -> write(part, i));
        }
    }

    private static void write(Path folder, int number) {
        Path file = folder.resolve("%s_%06d.png".formatted(PLACES[number % PLACES.length], number));
        try {
            if (!Files.exists(file)) {
                Files.write(file, png(number));
            }
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be written", e);
        }
    }

    private static byte[] png(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(WIDTH);
        fields.writeInt(HEIGHT);
        fields.write(new byte[] {8, 3, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "PLTE", palette(number));
        chunk(out, "IDAT", deflated(rows(number)));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** From the sky's colour to the ground's; the last is for the number. */
    private static byte[] palette(int number) {
        byte[] palette = new byte[COLOURS * 3];
        double hue = number * 0.618033988749895;
        for (int i = 0; i < COLOURS - 1; i++) {
            double part = i / (double) COLOURS;
            int rgb = rgb(hue + part * 0.25, 0.35 + 0.35 * part, 0.95 - 0.6 * part);
            palette[i * 3] = (byte) (rgb >> 16);
            palette[i * 3 + 1] = (byte) (rgb >> 8);
            palette[i * 3 + 2] = (byte) rgb;
        }
        palette[COLOURS * 3 - 3] = (byte) 0xff;
        palette[COLOURS * 3 - 2] = (byte) 0xff;
        palette[COLOURS * 3 - 1] = (byte) 0xff;
        return palette;
    }

    private static int rgb(double hue, double saturation, double value) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double at = Math.abs((((hue + channel / 3.0) % 1) * 6) - 3) - 1;
            double level = value * (1 - saturation + saturation * Math.clamp(at, 0, 1));
            rgb = rgb << 8 | (int) Math.round(level * 255);
        }
        return rgb;
    }

    private static byte[] rows(int number) {
        byte[] rows = new byte[(WIDTH + 1) * HEIGHT];
        String digits = Integer.toString(number);
        int left = (WIDTH - (digits.length() * 4 - 1) * DOT) / 2;
        int top = HEIGHT / 4;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double hill = HEIGHT * (0.68 + 0.1 * Math.sin(x * (1 + number % 7) / 40.0 + number));
                int colour = y < hill ? y * 120 / HEIGHT : 190 + (x + y) % 9 * 6;
                rows[y * (WIDTH + 1) + 1 + x] = (byte) (isInk(digits, x - left, y - top) ? COLOURS - 1 : colour);
            }
        }
        return rows;
    }

    private static boolean isInk(String digits, int x, int y) {
        if (x < 0 || y < 0 || y >= 5 * DOT) {
            return false;
        }
        int digit = x / (4 * DOT);
        int column = x / DOT % 4;
        return digit < digits.length()
                && column < 3
                && (DIGITS[digits.charAt(digit) - '0'] >> (14 - y / DOT * 3 - column) & 1) == 1;
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[8192];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
