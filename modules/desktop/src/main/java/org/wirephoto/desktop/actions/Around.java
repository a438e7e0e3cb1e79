package org.wirephoto.desktop.actions;

import org.wirephoto.desktop.notice.Notices;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;

/**
 * What actions need of the program around them, whichever server they are for.
 *
 * @param work does what takes time
 * @param texts what is said
 * @param wording how numbers are written
 * @param settings what is remembered
 * @param notices where a person is told what happened
 * @param sheets opens small windows
 * @param files where temporary files lie
 * @param outside the system's own programs
 */
public record Around(
        Work work,
        Texts texts,
        Wording wording,
        Settings settings,
        Notices notices,
        Sheets sheets,
        TemporaryFiles files,
        Outside outside) {
    String text(String key, Object... values) {
        return texts.text(key, values);
    }
}
