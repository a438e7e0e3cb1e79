package org.wirephoto.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Sort;
import org.wirephoto.storage.Position;

/**
 * What a list is asked for besides its page, and the cursors that go with it: a position, and a mark of the list that
 * it belongs to, so that it is good in that list alone.
 *
 * @param sort the order
 * @param match the key of the text that names have to contain
 * @param trash whether it is the trash that is listed
 */
record Cursor(Sort sort, Optional<String> match, boolean trash) {
    private static final byte VERSION = 1;
    private static final int FIXED = Byte.BYTES + Long.BYTES + Long.BYTES;

    String write(Position position) {
        byte[] tie = position.tie().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + tie.length)
                .put(VERSION)
                .putLong(mark())
                .putLong(position.value())
                .put(tie);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Position read(String text) throws RefusedException {
        ByteBuffer bytes = decode(text);
        if (bytes.remaining() < FIXED || bytes.get() != VERSION || bytes.getLong() != mark()) {
            throw malformed();
        }
        return new Position(
                bytes.getLong(), StandardCharsets.UTF_8.decode(bytes).toString());
    }

    private static ByteBuffer decode(String text) throws RefusedException {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static RefusedException malformed() {
        return new RefusedException(
                ErrorCode.MALFORMED_REQUEST, "The cursor is not one of this list: begin again without it.");
    }

    /** FNV-1a over 64 bits: it tells lists apart that were mixed up, and keeps nobody out who means to. */
    private long mark() {
        long hash = 0xcbf29ce484222325L;
        for (byte b :
                (sort.wire() + (trash ? " trash " : " live ") + match.orElse("")).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
