package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.Role;

/** The requests that move no image. */
final class Requests {
    private static final int LONGEST_LABEL = 255;

    private final Exchanges exchanges;
    private final Replies replies;
    private final Cancellation cancellation;

    Requests(Exchanges exchanges, Trouble trouble, Cancellation cancellation) {
        this.exchanges = exchanges;
        this.replies = new Replies(trouble);
        this.cancellation = cancellation;
    }

    /** The least that every role may ask for, and that an idle server still has to look something up for. */
    Duration ping() throws IOException, RefusedException {
        return exchanges.request(cancellation, connection -> {
            long start = System.nanoTime();
            var _ = page(connection, ListRequest.all().withLimit(1));
            return Duration.ofNanos(System.nanoTime() - start);
        });
    }

    ImagePage list(ListRequest request) throws IOException, RefusedException {
        return exchanges.request(cancellation, connection -> page(connection, request));
    }

    private static ImagePage page(Connection connection, ListRequest request) throws IOException, RefusedException {
        Reply.Ok ok = connection.ask(
                new Command.List(request.limit(), request.after(), request.match(), request.sort(), request.trash()));
        return new ListReader(connection).read(ok, request.limit());
    }

    RemoteImage stat(String name) throws IOException, RefusedException {
        return exchanges.request(cancellation, connection -> replies.image(connection.ask(new Command.Stat(name))));
    }

    ImageName rename(String name, String to, Optional<Digest> expected) throws IOException, RefusedException {
        return replies.name(bodiless(new Command.Rename(name, to, expected)));
    }

    String delete(String name, DeleteOptions options) throws IOException, RefusedException {
        Reply.Ok ok = bodiless(new Command.Delete(name, options.id(), options.forever(), options.ifDigest()));
        return replies.text(ok, "id");
    }

    RemoteImage restore(String name, RestoreOptions options) throws IOException, RefusedException {
        return replies.image(bodiless(new Command.Restore(name, options.id(), options.to())));
    }

    Invitation invite(Role role, String label) throws IOException, RefusedException {
        Optional<String> given = Optional.of(label).filter(text -> !text.isBlank());
        Reply.Ok ok = bodiless(new Command.Invite(role, given));
        return new Invitation(
                replies.key(ok),
                replies.fingerprint(ok),
                PeerText.safe(ok.attribute("label").orElse(""), LONGEST_LABEL));
    }

    private Reply.Ok bodiless(Command command) throws IOException, RefusedException {
        return exchanges.request(cancellation, connection -> {
            Reply.Ok ok = connection.ask(command);
            replies.bodiless(ok);
            return ok;
        });
    }
}
