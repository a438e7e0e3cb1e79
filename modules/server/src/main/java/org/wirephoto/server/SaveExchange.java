package org.wirephoto.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.Caller;
import org.wirephoto.library.Image;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.Incoming;
import org.wirephoto.library.RefusedException;
import org.wirephoto.library.SaveStep;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Reply;

/** Takes an image in. */
final class SaveExchange {
    private static final Logger LOG = LogManager.getLogger(SaveExchange.class);

    private final ImageLibrary library;
    private final PeerInput input;
    private final PeerOutput output;
    private final Timings timings;

    SaveExchange(ImageLibrary library, PeerInput input, PeerOutput output, Timings timings) {
        this.library = library;
        this.input = input;
        this.output = output;
        this.timings = timings;
    }

    /** Answers a save, and reads its body to the end even where the answer comes before it. */
    void run(Caller caller, Command.Save request) throws RefusedException, IOException, InterruptedException {
        switch (library.begin(caller, request)) {
            case SaveStep.Done(Image image) -> output.reply(Exchanges.described(image));
            case SaveStep.Receiving(Incoming incoming) -> {
                Body body = new Body(input, incoming.size() - incoming.offset(), timings);
                Reply reply = receive(incoming, body);
                AuditTrail.refused(caller, request, reply);
                output.reply(reply);
                body.skip();
            }
        }
    }

    private Reply receive(Incoming incoming, Body body) throws RefusedException, WireException, InterruptedException {
        Optional<String> name = Optional.of(incoming.name().text());
        try {
            output.reply(new Reply.Ready(name, incoming.offset()));
            for (ByteBuffer bytes = body.next(); bytes.hasRemaining(); bytes = body.next()) {
                incoming.write(bytes);
            }
            return Exchanges.described(incoming.finish());
        } catch (WireException e) {
            throw e;
        } catch (RefusedException e) {
            if (e.code().closes()) {
                throw e;
            }
            return Refusals.of(name, e);
        } catch (IOException | RuntimeException e) {
            CutOff.check(e);
            return Refusals.of(name, e); // here, and not further up: the rest of the body is still to be read
        } finally {
            close(incoming);
        }
    }

    /** What became of the image is settled by now: that closing failed must not change the reply. */
    private static void close(Incoming incoming) {
        try {
            incoming.close();
        } catch (IOException e) {
            LOG.warn("Could not close an upload", e);
        }
    }
}
