package org.wirephoto.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.ImageLine;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.LineDecoder;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;

/** Reads the answer to a list: a page that is as long as it says, and no longer than was asked for. */
final class ListReader {
    private final Connection connection;
    private final Replies replies;
    private final LineDecoder decoder = new LineDecoder();
    private final List<RemoteImage> images = new ArrayList<>();
    private int unreadable;

    ListReader(Connection connection) {
        this.connection = connection;
        this.replies = new Replies(connection.trouble());
    }

    ImagePage read(Reply.Ok ok, int limit) throws IOException {
        long size = replies.bodySize(ok);
        long count = replies.count(ok, "count");
        if (count > limit || size > count * Limits.LINE_BYTES) {
            throw connection.trouble().nonsense("it lists more than it was asked for.");
        }
        OptionalLong total =
                ok.attribute("total").isPresent() ? OptionalLong.of(replies.count(ok, "total")) : OptionalLong.empty();
        String seq = replies.text(ok, "seq");
        new BodyTransfer(connection).receive(size, this::take);
        if (decoder.insideLine() || images.size() + unreadable != count) {
            throw connection.trouble().nonsense("its list is not as long as it says.");
        }
        return new ImagePage(images, unreadable, ok.attribute("after"), seq, total);
    }

    private void take(byte[] bytes, int count) throws IOException {
        ByteBuffer input = ByteBuffer.wrap(bytes, 0, count);
        while (input.hasRemaining()) {
            Optional<LineResult> result = decoder.next(input);
            if (result.isPresent()) {
                take(result.get());
            }
        }
    }

    private void take(LineResult result) throws IOException {
        switch (result) {
            case LineResult.Malformed malformed -> throw connection.trouble().nonsense(malformed.reason());
            case LineResult.Parsed parsed -> {
                // A newer server may know types that this client does not: one image must not hide the others.
                Optional<RemoteImage> image = ImageLine.parse(parsed.line()).flatMap(ListReader::image);
                image.ifPresentOrElse(images::add, () -> unreadable++);
            }
        }
    }

    private static Optional<RemoteImage> image(ImageLine line) {
        return Replies.name(line.name()).map(name -> new RemoteImage(name, line.attributes(), line.deleted()));
    }
}
