package org.wirephoto.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.Role;

/** The first exchange on a connection: it tells whether a Wirephoto server is at the other end at all. */
final class Greeting {
    private static final int VERSION = 1;
    private static final int LONGEST_SERVER_NAME = 100;

    private final Connection connection;
    private final ConnectionSettings settings;

    Greeting(Connection connection) {
        this.connection = connection;
        this.settings = connection.settings();
    }

    ServerInfo exchange() throws IOException, RefusedException {
        if (settings.key().isPresent() && !connection.wire().isPrivate()) {
            throw connection.trouble().keyInPlain();
        }
        Command hello = new Command.Hello(VERSION, settings.key().map(AccessKey::text), Optional.of(settings.agent()));
        try {
            return read(connection.ask(hello, settings.times().connect()));
        } catch (ConnectionLostException e) {
            byte[] opening = connection.reader().opening();
            throw opening.length == 0 ? connection.trouble().mute(e) : isOurs(opening) ? e : strange(e);
        } catch (ProtocolException e) {
            throw isOurs(connection.reader().opening()) ? e : strange(e);
        }
    }

    private ProtocolException strange(IOException cause) {
        return connection.trouble().strange(connection.reader().opening(), cause);
    }

    private static boolean isOurs(byte[] opening) {
        String text = new String(opening, StandardCharsets.ISO_8859_1);
        return begins(text, "ok,") || begins(text, "error,");
    }

    /** Whether a text is the beginning of a line of ours, however little of it came. */
    private static boolean begins(String text, String line) {
        return text.startsWith(line) || line.startsWith(text);
    }

    private ServerInfo read(Reply.Ok ok) throws ProtocolException {
        Replies replies = new Replies(connection.trouble());
        replies.bodiless(ok);
        if (replies.count(ok, "version") != VERSION) {
            throw connection.trouble().nonsense("it speaks a version that it was not asked for.");
        }
        return new ServerInfo(
                PeerText.safe(ok.attribute("server").orElse(""), LONGEST_SERVER_NAME),
                // A role that a newer server may know is trusted with the least.
                Role.of(replies.text(ok, "role")).orElse(Role.VIEWER),
                ok.attribute("label"),
                replies.count(ok, "max-filesize"),
                VERSION);
    }
}
