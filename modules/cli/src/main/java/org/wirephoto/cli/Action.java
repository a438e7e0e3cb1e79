package org.wirephoto.cli;

/** What a person wanted to do to an image, as it reads in a sentence. */
enum Action {
    CONNECT("connect to this server"),
    SEND("send"),
    FETCH("fetch"),
    LIST("list images"),
    SHOW("look at"),
    RENAME("rename"),
    REMOVE("remove"),
    RESTORE("restore"),
    WATCH("watch this server"),
    INVITE("invite others");

    private final String verb;

    Action(String verb) {
        this.verb = verb;
    }

    String verb() {
        return verb;
    }
}
