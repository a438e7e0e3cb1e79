package org.wirephoto.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.wirephoto.desktop.session.Trouble;

/** What the program says, in the language of the person who uses it. Never changes. */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts in a language, or in English where there are none in it. */
    public static Texts of(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(Texts.class.getPackageName() + ".texts", locale);
        return new Texts(bundle, locale);
    }

    /**
     * A text with its blanks filled in, as {@link MessageFormat} does it.
     *
     * @throws MissingResourceException if there is no such text
     */
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }

    /** What to tell a person of something that did not work: its text, or else its own sentence. */
    public String sentence(Trouble trouble) {
        String key = "trouble." + trouble.key();
        if (!bundle.containsKey(key)) {
            return trouble.sentence();
        }
        return text(key, trouble.suggestion().map(name -> name.text()).orElse(""));
    }

    /** The language and country that numbers and dates are written for. */
    public Locale locale() {
        return locale;
    }
}
