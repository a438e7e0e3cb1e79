package org.wirephoto.client;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Reply;

/** Sends images. */
final class Uploads {
    private final Exchanges exchanges;
    private final Dialer dialer;
    private final Replies replies;

    Uploads(Exchanges exchanges, Dialer dialer) {
        this.exchanges = exchanges;
        this.dialer = dialer;
        this.replies = new Replies(dialer.trouble());
    }

    SaveReceipt save(SourceFile source, String name, SaveOptions options, TransferControl control)
            throws IOException, RefusedException {
        long most = dialer.info().maxFilesize();
        if (source.size() > most) {
            throw Spool.tooLarge(most); // spares reading it for its digest
        }
        Digest digest = source.digest(control.cancellation());
        Command.Save command = new Command.Save(
                name, OptionalLong.of(source.size()), Optional.of(digest), options.replace(), options.ifDigest());
        Upload upload = new Upload(source, command, digest, control.progress());
        try {
            return exchanges.transfer(control.cancellation(), upload::attempt);
        } catch (RefusedException e) {
            if (e.errorCode().equals(Optional.of(ErrorCode.DIGEST_MISMATCH)) && source.hasChanged()) {
                throw source.changedMeanwhile();
            }
            throw e;
        }
    }

    /** One image on its way; as many attempts as it takes. */
    private final class Upload {
        private final SourceFile source;
        private final Command.Save command;
        private final Digest digest;
        private final ProgressListener listener;
        private long sent;
        private long confirmed;

        private Upload(SourceFile source, Command.Save command, Digest digest, ProgressListener listener) {
            this.source = source;
            this.command = command;
            this.digest = digest;
            this.listener = listener;
        }

        private SaveReceipt attempt(Connection connection, Runnable progressed) throws IOException, RefusedException {
            Reply reply = connection.askToSave(command);
            Reply.Ok ok = reply instanceof Reply.Ready ready
                    ? send(connection, ready.offset(), progressed)
                    : connection.granted(reply);
            RemoteImage image = replies.image(ok);
            if (!image.attributes().digest().equals(digest)) {
                throw dialer.trouble().nonsense("it saved other bytes than those it was sent.");
            }
            listener.progress(source.size(), source.size());
            return new SaveReceipt(image, sent);
        }

        private Reply.Ok send(Connection connection, long offset, Runnable progressed)
                throws IOException, RefusedException {
            if (offset > source.size()) {
                throw dialer.trouble().nonsense("it has more bytes of the image than there are.");
            }
            if (offset - confirmed >= Meter.RECEIVED) {
                confirmed = offset;
                progressed.run();
            }
            Meter meter = new Meter(listener, offset, source.size(), Meter.SENT, progressed);
            try (SeekableByteChannel channel = source.open(offset)) {
                return new BodyTransfer(connection).send(source.size() - offset, (target, most) -> {
                    int count = source.read(channel, target, most);
                    sent += count;
                    meter.moved(count);
                    return count;
                });
            }
        }
    }
}
