package org.wirephoto.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.Caller;
import org.wirephoto.library.Content;
import org.wirephoto.library.Deleted;
import org.wirephoto.library.Image;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.Listing;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ImageLine;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Reply;

/** Answers the requests of one connection that are answered at once: asks the library, and says what it said. */
final class Exchanges {
    private static final Logger LOG = LogManager.getLogger(Exchanges.class);

    private final ImageLibrary library;
    private final Doorkeeper door;
    private final Wire wire;
    private final PeerOutput output;
    private final SaveExchange save;
    private final WatchExchange watch;

    Exchanges(Service service, Wire wire, PeerInput input, PeerOutput output, StopGate gate) {
        this.library = service.library();
        this.door = service.door();
        this.wire = wire;
        this.output = output;
        this.save = new SaveExchange(library, input, output, service.timings());
        this.watch = new WatchExchange(library, input, output, gate, service.timings());
    }

    /** Answers a request of somebody who was admitted, up to the last byte of the reply. */
    void answer(Caller caller, Command command)
            throws RefusedException, WireException, IOException, InterruptedException {
        switch (command) {
            case Command.Save request -> save.run(caller, request);
            case Command.List request -> list(library.list(caller, request));
            case Command.Return request -> send(library.open(caller, request));
            case Command.Watch request -> watch.run(caller, request);
            case Command.Stat request -> output.reply(described(library.stat(caller, request)));
            case Command.Rename request -> output.reply(rename(caller, request));
            case Command.Delete request -> output.reply(delete(caller, request));
            case Command.Restore request -> output.reply(restore(caller, request));
            case Command.Invite request -> output.reply(invite(caller, request));
            case Command.Bye _ -> output.reply(ok(Optional.empty(), Map.of()));
            case Command.Hello _ -> throw new IllegalStateException("a hello is the session's to answer");
        }
    }

    /** The reply that tells all there is to tell of an image. */
    static Reply described(Image image) {
        return ok(Optional.of(image.name()), image.attributes().toReplyMap());
    }

    private static Reply ok(Optional<ImageName> name, Map<String, String> attributes) {
        return new Reply.Ok(name.map(ImageName::text), OptionalLong.empty(), attributes);
    }

    private Reply invite(Caller caller, Command.Invite request) throws IOException {
        Reply reply = door.invite(caller, request, isSecret());
        AuditTrail.refused(caller, request, reply);
        return reply;
    }

    /** Nobody listens on loopback but this machine itself. */
    private boolean isSecret() {
        return wire.isEncrypted() || wire.peer().getAddress().isLoopbackAddress();
    }

    private Reply rename(Caller caller, Command.Rename request)
            throws RefusedException, IOException, InterruptedException {
        return ok(Optional.of(library.rename(caller, request)), Map.of());
    }

    private Reply delete(Caller caller, Command.Delete request)
            throws RefusedException, IOException, InterruptedException {
        Deleted deleted = library.delete(caller, request);
        return ok(Optional.of(deleted.name()), Map.of("id", deleted.id()));
    }

    private Reply restore(Caller caller, Command.Restore request)
            throws RefusedException, IOException, InterruptedException {
        return described(library.restore(caller, request));
    }

    /** Goes through the lines twice, once to count their bytes: they are never in memory all at once. */
    private void list(Listing listing) throws WireException {
        long size = 0;
        for (Listing.Entry entry : listing.entries()) {
            size += line(entry).toLine().encode().length;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("count", Integer.toString(listing.entries().size()));
        attributes.put("seq", listing.seq());
        listing.total().ifPresent(total -> attributes.put("total", Long.toString(total)));
        listing.after().ifPresent(cursor -> attributes.put("after", cursor));
        output.reply(new Reply.Ok(Optional.empty(), OptionalLong.of(size), attributes));
        for (Listing.Entry entry : listing.entries()) {
            output.line(line(entry).toLine());
        }
    }

    private static ImageLine line(Listing.Entry entry) {
        return new ImageLine(entry.image().name().text(), entry.image().attributes(), entry.deleted());
    }

    private void send(Content content) throws WireException {
        try {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("filesize", Long.toString(content.filesize()));
            attributes.put("type", content.type().mediaType());
            content.digest().ifPresent(digest -> attributes.put("sha256", digest.hex()));
            content.offset().ifPresent(offset -> attributes.put("offset", Long.toString(offset)));
            output.reply(
                    new Reply.Ok(Optional.of(content.name().text()), OptionalLong.of(content.length()), attributes));
            output.send(content.channel(), content.position(), content.length());
        } finally {
            close(content);
        }
    }

    /** By now the reply is complete: that closing failed must not become a second one. */
    private static void close(Content content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.warn("Could not close an image after sending it", e);
        }
    }
}
