package org.wirephoto.server;

import java.util.Arrays;

/** Any bytes as {@code access-keys}: each line is read, or bad by itself, and what was read is written as it stood. */
public final class KeyListFuzz {
    private KeyListFuzz() {}

    /** What the fuzzer calls with bytes of its own. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        KeyList list = KeyList.parse(bytes);
        KeyList again = KeyList.parse(list.toBytes());
        check(again.entries().equals(list.entries()), "other keys than before");
        check(again.faults().equals(list.faults()), "other faults than before");
        check(Arrays.equals(again.toBytes(), list.toBytes()), "other bytes than before");
        for (KeyEntry entry : list.entries()) {
            check(KeyLine.parse(KeyLine.format(entry)).equals(new KeyLine.Key(entry)), KeyLine.format(entry));
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
