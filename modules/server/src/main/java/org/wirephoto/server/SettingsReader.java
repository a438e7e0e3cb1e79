package org.wirephoto.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads what an operator set; the command line wins over the file. */
final class SettingsReader {
    /** The file's name in the data folder. */
    static final String FILE = "server.properties";

    private static final int MOST = 1_000_000;

    private final Map<Setting, String> file;
    private final Map<Setting, String> options;

    private SettingsReader(Map<Setting, String> file, Map<Setting, String> options) {
        this.file = file;
        this.options = options;
    }

    /**
     * Gathers the settings.
     *
     * @param data the data folder; a file that is not there is an empty one
     * @param options what the command line says
     * @throws SettingException if the file has a key twice or one that there is not, or is no text
     */
    static SettingsReader read(Path data, Map<Setting, String> options) throws SettingException, IOException {
        Lines properties = new Lines();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(reader);
        } catch (NoSuchFileException _) {
            return new SettingsReader(Map.of(), options); // a new folder has none
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new SettingException(data.resolve(FILE) + " can't be read: it is not UTF-8 text of lines such as"
                    + " max-filesize=600M (" + e.getMessage() + ").");
        }
        if (properties.repeated.isPresent()) {
            throw new SettingException(data.resolve(FILE) + " has the key " + properties.repeated.get()
                    + " twice: leave one of the lines.");
        }
        Map<Setting, String> file = new EnumMap<>(Setting.class);
        for (String key : properties.stringPropertyNames()) {
            Setting setting = Setting.of(key)
                    .orElseThrow(() -> new SettingException(data.resolve(FILE) + " has the key " + key
                            + ", which is no setting. The settings are " + Setting.keys() + "."));
            file.put(setting, properties.getProperty(key).strip());
        }
        return new SettingsReader(file, options);
    }

    /** The file alone: what the command line hides has to make sense too, since maintenance reads it without. */
    SettingsReader fileAlone() {
        return new SettingsReader(file, Map.of());
    }

    /** What was set, or empty where nothing was. */
    Optional<String> text(Setting setting) {
        return Optional.ofNullable(options.getOrDefault(setting, file.get(setting)));
    }

    /** A count of bytes. */
    long size(Setting setting, long least, long otherwise) throws SettingException {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        OptionalLong size = Quantities.size(text.get());
        if (size.isEmpty() || size.getAsLong() < least) {
            throw bad(setting, "a size of " + least + " bytes or more, such as 600M or 1 GiB");
        }
        return size.getAsLong();
    }

    /** A whole number within two bounds. */
    int count(Setting setting, int least, int most, int otherwise) throws SettingException {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        String wanted = "a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text.get());
            if (number < least || number > most) {
                throw bad(setting, wanted);
            }
            return number;
        } catch (NumberFormatException _) {
            throw bad(setting, wanted); // its message says less
        }
    }

    /** A whole number from {@code least} up to a bound that no machine needs to exceed. */
    int count(Setting setting, int least, int otherwise) throws SettingException {
        return count(setting, least, MOST, otherwise);
    }

    /** A length of time, more than none. */
    Duration time(Setting setting, Duration otherwise) throws SettingException {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Quantities.time(text.get())
                .filter(Duration::isPositive)
                .orElseThrow(() -> bad(setting, "a time such as 90 s, 5 min, 24 h or 30 days"));
    }

    /** Yes or no. */
    boolean flag(Setting setting, boolean otherwise) throws SettingException {
        return switch (text(setting).orElse(Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(setting, "true or false");
        };
    }

    /** What to say of a value that makes no sense. */
    SettingException bad(Setting setting, String wanted) {
        String where = options.containsKey(setting) ? setting.option() : setting.key() + " in " + FILE;
        return new SettingException(
                where + " is " + text(setting).orElse("missing") + ", but it has to be " + wanted + ".");
    }

    /** Notices keys that come more than once, of which properties keep the last without a word. */
    private static final class Lines extends Properties {
        private static final long serialVersionUID = 1L;

        private transient Optional<Object> repeated = Optional.empty();

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                repeated = Optional.of(key);
            }
            return before;
        }
    }
}
