package org.wirephoto.desktop.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What this program remembers from one start to the next, in a file of lines {@code key = value} that can be deleted
 * at any time. Safe for any thread; only {@link #load} and {@link #save} wait for the disk.
 */
public final class Settings {
    private static final Logger LOG = LogManager.getLogger(Settings.class);
    private static final long LARGEST = 64 * 1024;

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();
    private Runnable onChange = () -> {};
    private boolean changed;

    private Settings(Path file) {
        this.file = file;
    }

    /** Reads them. What can't be read is forgotten. */
    public static Settings load(Path file) {
        Settings settings = new Settings(file);
        try {
            if (Files.size(file) <= LARGEST) {
                settings.read();
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not there yet", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} can't be read, and is begun afresh: {}", file, e.getMessage());
        }
        return settings;
    }

    private void read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            values.put(key, properties.getProperty(key));
        }
    }

    /** What is remembered under a key. */
    public synchronized Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The number that is remembered under a key; empty where there is none that makes sense. */
    public synchronized OptionalDouble number(String key) {
        try {
            double number = Double.parseDouble(values.getOrDefault(key, ""));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty(); // somebody edited the file: the default is good enough
        }
    }

    /** The yes or no that is remembered under a key. */
    public synchronized boolean flag(String key, boolean otherwise) {
        return Optional.ofNullable(values.get(key)).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** Has an action run whenever there is something to save, on the thread that changed it. */
    public synchronized void onChange(Runnable action) {
        onChange = action;
    }

    /** Remembers a value. */
    public void put(String key, Object value) {
        String text = value.toString();
        Runnable told;
        synchronized (this) {
            if (text.equals(values.put(key, text))) {
                return;
            }
            changed = true;
            told = onChange;
        }
        told.run();
    }

    /** Writes them, if anything changed. Where that fails they are forgotten, and the log says so. */
    public void save() {
        Properties properties = new Properties();
        synchronized (this) {
            if (!changed) {
                return;
            }
            changed = false;
            properties.putAll(values);
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".desktop", ".part");
            try {
                try (Writer writer = Files.newBufferedWriter(part)) {
                    properties.store(writer, "What wirephoto-desktop remembers");
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.warn("{} can't be written: {}", file, e.getMessage());
        }
    }
}
