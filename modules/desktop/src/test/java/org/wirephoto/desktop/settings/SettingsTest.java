package org.wirephoto.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new/desktop.properties");
    }

    @Test
    void whatIsSavedIsThereTheNextTime() {
        Settings settings = Settings.load(file());
        settings.put("window.width", 1120.5);
        settings.put("theme", "dark");
        settings.put("folder", "/home/anna/Bilder für Oma");
        settings.save();
        Settings next = Settings.load(file());
        assertThat(next.number("window.width")).hasValue(1120.5);
        assertThat(next.text("theme")).contains("dark");
        assertThat(next.text("folder")).contains("/home/anna/Bilder für Oma");
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**desktop.properties");
        assertThat(folder.resolve("new").toFile().list()).hasSize(1);
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        Settings.load(file()).save();
        assertThat(file()).doesNotExist();
    }

    @Test
    void nonsenseIsForgotten() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), "window.x = wide\nbad = \\uXYZ\n".getBytes(StandardCharsets.US_ASCII));
        Settings settings = Settings.load(file());
        assertThat(settings.number("window.x")).isEqualTo(OptionalDouble.empty());
        assertThat(settings.flag("missing", true)).isTrue();
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(Settings.load(file()).text("window.x")).isEmpty();
        Files.writeString(file(), "window.x = Infinity\n");
        assertThat(Settings.load(file()).number("window.x")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFault() throws IOException {
        Files.writeString(folder.resolve("new"), "a file in place of the folder");
        Settings settings = Settings.load(file());
        settings.put("theme", "dark");
        settings.save();
        assertThat(settings.text("theme")).contains("dark");
    }
}
