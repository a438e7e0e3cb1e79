package org.wirephoto.desktop.notice;

/** Where a person is told what happened. On the UI thread. */
public interface Notices {
    /** Something that need not be read: shown in a corner for a few seconds. */
    void quiet(String sentence);

    /** Something that went well and can be taken back or followed up for a while. */
    void offer(String sentence, String action, Runnable then);

    /** Something that did not work: stays until it is closed. */
    void problem(String sentence);

    /** Something that did not work, with what can be done about it. */
    void problem(String sentence, String action, Runnable then);
}
