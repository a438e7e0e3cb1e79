package org.wirephoto.server;

/** A setting makes no sense; the message is a sentence for the operator. */
final class SettingException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingException(String sentence) {
        super(sentence);
    }
}
