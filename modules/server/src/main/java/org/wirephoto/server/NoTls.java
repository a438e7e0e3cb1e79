package org.wirephoto.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirephoto.protocol.ErrorCode;

/** What is said to a peer that does not speak TLS at a port that does. */
final class NoTls {
    /** How much of what came is looked at. */
    static final int ENOUGH = 1024;

    private static final byte HANDSHAKE = 0x16;
    private static final Pattern HTTP = Pattern.compile("[A-Z]{3,10} \\S+ HTTP/\\d.*", Pattern.DOTALL);

    private NoTls() {}

    /** Whether somebody who begins with this byte speaks TLS. */
    static boolean isTls(byte first) {
        return first == HANDSHAKE;
    }

    /**
     * What to answer, complete: a page for a browser, else a line that both a person and a client without TLS can read.
     *
     * @param request how the peer began
     */
    static byte[] answer(String request) {
        String answer = HTTP.matcher(request).matches() ? page() : line();
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private static String line() {
        String sentence = "This server speaks TLS, and you came without: connect with TLS (leave out --plain).";
        byte[] line = Refusals.of(Optional.empty(), ErrorCode.MALFORMED_REQUEST, sentence)
                .toLine()
                .encode();
        return new String(line, StandardCharsets.UTF_8);
    }

    private static String page() {
        String text = """
                This is a Wirephoto server. It shares images, but not with browsers: it has a protocol of its own.
                Open it with the Wirephoto program, or with the command line: wirephoto --server HOST:PORT list
                """;
        return """
                HTTP/1.1 400 Bad Request\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s""".formatted(text.length(), text);
    }
}
