package org.wirephoto.desktop;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * What the program was started with.
 *
 * @param server the server to go to; empty where the person chooses
 * @param invite the invite to follow, as the system hands over a link that was opened
 * @param plain whether that server speaks without TLS
 * @param search whether to look for servers on the network
 * @param measure whether to show the gallery, tell how long each step took, and end
 * @param samples where to draw sample pictures, and do nothing else
 * @param question what is only asked and answered on the terminal
 */
record Arguments(
        Optional<ServerAddress> server,
        Optional<Invite> invite,
        boolean plain,
        boolean search,
        boolean measure,
        Optional<Path> samples,
        Optional<Question> question) {
    /** What can be asked on the terminal. */
    enum Question {
        HELP,
        VERSION
    }

    static final String USAGE = """
            Usage: wirephoto-desktop [OPTION...] [INVITE]

              INVITE                 a link that begins with wirephoto://, to go to its server at once
              --server HOST[:PORT]   go to this server at once
              --plain                that server speaks without TLS
              --no-search            do not look for servers on the network
              --measure              show the gallery, say how long each step took, and end
              --draw-samples DIR     draw sample pictures into a folder, and do nothing else
              --version              say which version this is
              --help                 show this text
            """;

    /** Told where an argument makes no sense: one sentence for a person. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** Reads what was typed. */
    static Arguments parse(List<String> typed) throws UsageException {
        Deque<String> left = new ArrayDeque<>(typed);
        Arguments arguments = new Arguments(
                Optional.empty(), Optional.empty(), false, true, false, Optional.empty(), Optional.empty());
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            arguments = switch (option) {
                case "--server" -> arguments.withServer(address(value(option, left)));
                case "--plain" -> arguments.withPlain();
                case "--no-search" -> arguments.withoutSearch();
                case "--measure" -> arguments.withMeasure();
                case "--draw-samples" -> arguments.withSamples(Path.of(value(option, left)));
                case "--version", "-V" -> arguments.withQuestion(Question.VERSION);
                case "--help", "-h" -> arguments.withQuestion(Question.HELP);
                default -> arguments.withInvite(invite(option));
            };
        }
        return arguments;
    }

    private static String value(String option, Deque<String> left) throws UsageException {
        String value = left.pollFirst();
        if (value == null) {
            throw new UsageException("Something is missing behind " + option + ". Try --help.");
        }
        return value;
    }

    private static ServerAddress address(String text) throws UsageException {
        return ServerAddress.parse(text)
                .orElseThrow(() -> new UsageException(text + " is not a server's address. Give HOST or HOST:PORT."));
    }

    /** The text is not repeated: it may hold most of a key. */
    private static Invite invite(String text) throws UsageException {
        if (text.startsWith("-")) {
            throw new UsageException("There is no option " + text + ". Try --help.");
        }
        return Invite.parse(text)
                .orElseThrow(() -> new UsageException(
                        "This is not a whole invite. Copy the link again, from wirephoto:// to its end."));
    }

    private Arguments withInvite(Invite link) {
        return new Arguments(server, Optional.of(link), plain, search, measure, samples, question);
    }

    private Arguments withoutSearch() {
        return new Arguments(server, invite, plain, false, measure, samples, question);
    }

    private Arguments withServer(ServerAddress address) {
        return new Arguments(Optional.of(address), invite, plain, search, measure, samples, question);
    }

    private Arguments withPlain() {
        return new Arguments(server, invite, true, search, measure, samples, question);
    }

    private Arguments withMeasure() {
        return new Arguments(server, invite, plain, search, true, samples, question);
    }

    private Arguments withSamples(Path folder) {
        return new Arguments(server, invite, plain, search, measure, Optional.of(folder), question);
    }

    private Arguments withQuestion(Question asked) {
        return new Arguments(server, invite, plain, search, measure, samples, Optional.of(asked));
    }
}
