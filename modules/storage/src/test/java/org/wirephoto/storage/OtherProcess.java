package org.wirephoto.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.sqlite.SQLiteConfig;
import org.wirephoto.protocol.Digest;

/** A second Java that works on a data folder until it is killed; also the program that it runs. */
final class OtherProcess implements AutoCloseable {
    private static final int SECONDS = 30;

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts {@code hold} (saves one image, keeps the folder) or {@code save} (saves until it is killed). */
    static OtherProcess start(String what, Path folder) throws IOException {
        return new OtherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "--enable-native-access=ALL-UNNAMED",
                        OtherProcess.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static String classPath() {
        return Stream.of(EmbeddedStorage.class, Digest.class, SQLiteConfig.class, LogManager.class, OtherProcess.class)
                .map(OtherProcess::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder or archive that a class comes from; tests are patched into the module that they test. */
    private static String home(Class<?> type) {
        try {
            String file = "/" + type.getName().replace('.', '/') + ".class";
            String url = type.getResource(file).toURI().toString();
            String home = url.substring(0, url.length() - file.length());
            return Path.of(new java.net.URI(home.replaceFirst("^jar:", "").replaceFirst("!$", "")))
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits for a line. */
    void await(String expected) throws Exception {
        String line = within(CompletableFuture.supplyAsync(this::line));
        if (!expected.equals(line)) {
            throw new AssertionError("instead of " + expected + ": " + line);
        }
    }

    /** Waits until there were some lines, kills the process, and gives all that it wrote. */
    List<String> killAfter(int lines) throws Exception {
        List<String> all = within(CompletableFuture.supplyAsync(() -> {
            List<String> read = new ArrayList<>();
            for (String line = line(); line != null; line = line()) {
                read.add(line);
                if (read.size() == lines) {
                    process.toHandle().destroyForcibly(); // the process itself would close its output too
                }
            }
            return read;
        }));
        within(process.onExit());
        return all;
    }

    private String line() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T within(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    void kill() throws Exception {
        process.destroyForcibly();
        within(process.onExit());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The program: what to do, and the data folder. */
    public static void main(String[] args) throws Exception {
        EmbeddedStorage storage = EmbeddedStorage.open(Path.of(args[1]), StorageSettings.DEFAULT, Clock.systemUTC());
        if (args[0].equals("hold")) {
            save(storage, "held.png");
            System.out.println("ready");
            new CompletableFuture<Void>().get(SECONDS, TimeUnit.SECONDS);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int thread = 0; thread < 8; thread++) {
            String prefix = thread + "-";
            Thread.ofPlatform().start(() -> saveMany(storage, prefix, end));
        }
    }

    private static void saveMany(EmbeddedStorage storage, String prefix, long end) {
        try {
            for (int i = 0; System.nanoTime() < end; i++) {
                save(storage, prefix + i + ".png");
                System.out.println(prefix + i + ".png");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void save(EmbeddedStorage storage, String name) throws IOException, InterruptedException {
        byte[] bytes = Samples.bytes(name);
        try (Upload upload = storage.blobs().begin("key-1", Optional.of(Samples.digest(bytes)), bytes.length)) {
            upload.write(ByteBuffer.wrap(bytes));
            upload.place();
            storage.catalogue().write(writer -> {
                writer.insert(Samples.image(name));
                return true;
            });
        }
    }
}
