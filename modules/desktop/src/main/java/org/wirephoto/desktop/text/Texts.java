package org.wirephoto.desktop.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ImageName;

/** What the program says, in the language of the person who uses it. Never changes. */
public final class Texts {
    /** Each part of the program has a file of its own, in every language. */
    static final List<String> PARTS = List.of("texts", "connect", "trouble", "shortcuts", "exchange");

    /** Beside English, which is what everybody else gets. */
    static final List<String> TRANSLATIONS = List.of("de", "es");

    private final List<ResourceBundle> bundles;
    private final Locale locale;

    private Texts(List<ResourceBundle> bundles, Locale locale) {
        this.bundles = bundles;
        this.locale = locale;
    }

    /**
     * The texts in a language, or in English where there are none in it. Dates and numbers then are English too: half
     * a sentence in each of two languages helps nobody.
     */
    public static Texts of(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        boolean translated = TRANSLATIONS.contains(locale.getLanguage());
        // The root alone is asked for by name: otherwise the machine's own language would come before English.
        Locale language = translated ? Locale.of(locale.getLanguage()) : Locale.ROOT;
        return new Texts(
                PARTS.stream().map(part -> bundle(part, language)).toList(),
                english || translated ? locale : Locale.ENGLISH);
    }

    private static ResourceBundle bundle(String part, Locale language) {
        return ResourceBundle.getBundle(Texts.class.getPackageName() + "." + part, language, Texts.class.getModule());
    }

    /**
     * A text with its blanks filled in, as {@link MessageFormat} does it.
     *
     * @throws MissingResourceException if there is no such text
     */
    public String text(String key, Object... values) {
        String pattern = bundlesWith(key)
                .findFirst()
                .orElseThrow(() -> new MissingResourceException("no text " + key, Texts.class.getName(), key))
                .getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }

    private Stream<ResourceBundle> bundlesWith(String key) {
        return bundles.stream().filter(bundle -> bundle.containsKey(key));
    }

    /**
     * What to tell a person of something that did not work, and what to do next. The sentence that came with it is
     * more exact, but in English.
     */
    public String sentence(Trouble trouble) {
        String key = "trouble." + trouble.key();
        if (bundlesWith(key).findFirst().isEmpty() || (locale.getLanguage().equals("en") && isWhole(trouble.kind()))) {
            return trouble.sentence();
        }
        return text(
                key,
                trouble.suggestion().isPresent() ? 1 : 0,
                trouble.sentence(),
                trouble.suggestion().map(ImageName::text).orElse(""));
    }

    /** Whether what came with it says all, as servers and the client library do; files say little but their names. */
    private static boolean isWhole(Trouble.Kind kind) {
        return switch (kind) {
            case REFUSED, UNREACHABLE, LOST, LOST_UNSURE, NOT_UNDERSTOOD, TOLD -> true;
            case CANCELLED, FILE_EXISTS, FILE_MISSING, FILE_DENIED, FILE_CHANGED, FILE, NO_PROGRAM, TOO_MUCH, FAULT ->
                false;
        };
    }

    /** The language and country that numbers and dates are written for. */
    public Locale locale() {
        return locale;
    }
}
