package org.wirephoto.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.wirephoto.client.KnownServers;

/** A machine for tests: a folder, a fixed time in Berlin, streams that are looked at afterwards. */
final class Scene {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:30:05Z"), ZoneId.of("Europe/Berlin"));

    /** Nobody is there to type anything. */
    static final HiddenInput NOTHING_HIDDEN = prompt -> Optional.empty();

    private final Path folder;
    private Terminal terminal = Terminal.none();
    private InputStream input = InputStream.nullInputStream();
    private final Queue<String> hidden = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean plain = true;

    /** A machine whose user means the server at this address where none is named, and speaks to it without TLS. */
    Scene(Path folder, String server) {
        this.folder = folder;
        environment.put("WIREPHOTO_SERVER", server);
        environment.put("WIREPHOTO_NETWORKS", "none");
        environment.put("XDG_CONFIG_HOME", folder.resolve("configuration").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    }

    /** A machine whose user speaks TLS and means no server yet. */
    static Scene secure(Path folder) {
        Scene scene = new Scene(folder, "");
        scene.plain = false;
        return scene;
    }

    Scene environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What a person types where nothing is shown, a line at each call. */
    Scene hidden(String text) {
        hidden.add(text);
        return this;
    }

    /** What a person was asked before something hidden was typed. */
    List<String> prompts() {
        return prompts;
    }

    /** Where this machine keeps what servers are known. */
    KnownServers known() {
        return KnownServers.ofPlatform(environment);
    }

    /**
     * What became of one run.
     *
     * @param exit the exit code
     * @param out what stood on standard output
     * @param err what stood on standard error output
     */
    record Outcome(int exit, String out, String err) {}

    /** All on a terminal of 80 columns without colours. */
    Scene onTerminal() {
        terminal = new Terminal(true, true, true, false, () -> 80);
        return this;
    }

    Scene terminal(Terminal other) {
        terminal = other;
        return this;
    }

    Scene input(InputStream stream) {
        input = stream;
        return this;
    }

    Scene input(byte[] bytes) {
        return input(new ByteArrayInputStream(bytes));
    }

    Scene input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A PNG, as far as a {@link FakeServer} can tell, of this many bytes. */
    static byte[] png(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'p');
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, bytes, 0, 4);
        return bytes;
    }

    /** A JPEG, as far as a {@link FakeServer} can tell, of this many bytes. */
    static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'j');
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, bytes, 0, 4);
        return bytes;
    }

    Path file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    Outcome run(Interruption interruption, String... arguments) {
        return run(interruption, new ByteArrayOutputStream(), arguments);
    }

    Outcome run(Interruption interruption, ByteArrayOutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = new Host(
                input,
                this::typeHidden,
                new StandardOutput(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                Map.copyOf(environment),
                CLOCK,
                folder);
        Stream<String> all = plain ? Stream.concat(Stream.of("--plain"), Stream.of(arguments)) : Stream.of(arguments);
        int exit = new Cli(host, interruption).run(all.toArray(String[]::new));
        interruption.finish();
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Optional<String> typeHidden(String prompt) {
        prompts.add(prompt);
        return Optional.ofNullable(hidden.poll());
    }
}
