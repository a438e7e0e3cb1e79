package org.wirephoto.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Reply;
import org.wirephoto.protocol.Variant;

/** Fetches images: what the server promises is asked for first, and what comes is held against it. */
final class Downloads {
    /** How often a fetch begins again because the image was replaced meanwhile. */
    private static final int ROUNDS = 3;

    /** The refusals after which no later fetch can go on with what has come. */
    private static final Set<ErrorCode> FINAL = Set.of(ErrorCode.CHANGED, ErrorCode.NOT_FOUND);

    private final Exchanges exchanges;
    private final Trouble trouble;
    private final Replies replies;

    Downloads(Exchanges exchanges, Trouble trouble) {
        this.exchanges = exchanges;
        this.trouble = trouble;
        this.replies = new Replies(trouble);
    }

    /** An image as the server describes it: all that is needed to fetch it. */
    private record Promise(ImageName name, long filesize, Digest digest) {
        private Command.Return from(long offset) {
            OptionalLong start = offset == 0 ? OptionalLong.empty() : OptionalLong.of(offset);
            return new Command.Return(name.text(), Optional.empty(), start, OptionalLong.empty(), Optional.of(digest));
        }
    }

    /** What is done with an image that was promised. */
    @FunctionalInterface
    private interface Fetch<T> {
        T of(Promise promise) throws IOException, RefusedException;
    }

    FetchReceipt toFile(String name, Target target, FetchOptions options, TransferControl control)
            throws IOException, RefusedException {
        if (options.variant().isPresent()) {
            return variantToFile(name, target, options, control);
        }
        return promised(name, options.ifDigest(), control.cancellation(), () -> true, promise -> {
            Path file = target.path(promise.name());
            if (target.isThere(file, promise.filesize(), promise.digest(), control.cancellation())) {
                return new FetchReceipt(promise.name(), file, promise.filesize(), 0);
            }
            try (PartFile part = PartFile.of(Target.folder(file), promise.digest())) {
                part.recall(promise.filesize(), control.cancellation());
                Target.checkRoom(file, promise.filesize() - part.length());
                long received = fill(part, promise, control);
                part.place(file, options.overwrite());
                return new FetchReceipt(promise.name(), file, promise.filesize(), received);
            }
        });
    }

    /**
     * Asks what the image is, and again where it was replaced before it could be fetched.
     *
     * @param fresh whether there is still nothing of the image that was replaced where the next one would go
     */
    private <T> T promised(
            String name, Optional<Digest> expected, Cancellation cancellation, BooleanSupplier fresh, Fetch<T> fetch)
            throws IOException, RefusedException {
        for (int round = 1; ; round++) {
            Promise promise = exchanges.request(cancellation, connection -> promise(connection, name));
            if (expected.isPresent() && !expected.get().equals(promise.digest())) {
                throw new RefusedException(ErrorCode.CHANGED, ErrorCode.CHANGED.sentence());
            }
            try {
                return fetch.of(promise);
            } catch (RefusedException e) {
                boolean changed = e.errorCode().equals(Optional.of(ErrorCode.CHANGED));
                if (!changed || expected.isPresent() || round == ROUNDS || !fresh.getAsBoolean()) {
                    throw e;
                }
            }
        }
    }

    private Promise promise(Connection connection, String name) throws IOException, RefusedException {
        Reply.Ok ok = connection.ask(new Command.Stat(name));
        replies.bodiless(ok);
        return new Promise(replies.name(ok), replies.count(ok, "filesize"), replies.digest(ok));
    }

    /** Fetches what the part lacks; where what was in it turns out to be wrong, all of it. */
    private long fill(PartFile part, Promise promise, TransferControl control) throws IOException, RefusedException {
        boolean recalled = part.length() > 0;
        try {
            long received = fetchRest(part, promise, control);
            if (!part.digest().equals(promise.digest())) {
                part.restart();
                if (!recalled) {
                    throw trouble.corrupt(promise.name().text());
                }
                received += fetchRest(part, promise, control);
                if (!part.digest().equals(promise.digest())) {
                    part.restart();
                    throw trouble.corrupt(promise.name().text());
                }
            }
            return received;
        } catch (RefusedException e) {
            if (e.errorCode().filter(FINAL::contains).isPresent()) {
                part.discard();
            }
            throw e;
        }
    }

    private long fetchRest(PartFile part, Promise promise, TransferControl control)
            throws IOException, RefusedException {
        long before = part.length();
        if (before < promise.filesize()) {
            exchanges.transfer(control.cancellation(), (connection, progressed) -> {
                receive(connection, promise, part.length(), part::append, meter(promise, part, control, progressed));
                return part;
            });
        }
        return part.length() - before;
    }

    private static Meter meter(Promise promise, PartFile part, TransferControl control, Runnable progressed) {
        return new Meter(control.progress(), part.length(), promise.filesize(), Meter.RECEIVED, progressed);
    }

    /** Receives a promised image from {@code offset} on. */
    private void receive(Connection connection, Promise promise, long offset, BodyTransfer.Sink sink, Meter meter)
            throws IOException, RefusedException {
        Reply.Ok ok = connection.ask(promise.from(offset));
        long size = replies.bodySize(ok);
        boolean asPromised = replies.count(ok, "filesize") == promise.filesize()
                && size == promise.filesize() - offset
                && replies.digest(ok).equals(promise.digest());
        if (!asPromised) {
            throw trouble.nonsense("it sends another image than the one that was asked for.");
        }
        new BodyTransfer(connection).receive(size, (bytes, count) -> {
            sink.accept(bytes, count);
            meter.moved(count);
        });
    }

    ImageName toStream(String name, OutputStream out, TransferControl control) throws IOException, RefusedException {
        CountingSink sink = new CountingSink(out);
        return promised(name, Optional.empty(), control.cancellation(), () -> sink.count == 0, promise -> {
            exchanges.transfer(control.cancellation(), (connection, progressed) -> {
                Meter meter = new Meter(control.progress(), sink.count, promise.filesize(), Meter.RECEIVED, progressed);
                receive(connection, promise, sink.count, sink, meter);
                return sink;
            });
            if (!sink.sha256.finish().equals(promise.digest())) {
                throw trouble.corrupt(promise.name().text());
            }
            return promise.name();
        });
    }

    private FetchReceipt variantToFile(String name, Target target, FetchOptions options, TransferControl control)
            throws IOException, RefusedException {
        Command.Return command = rendering(name, options.variant(), options.ifDigest());
        return exchanges.transfer(control.cancellation(), (connection, progressed) -> {
            Reply.Ok ok = connection.ask(command);
            long size = renderingSize(ok);
            ImageName stored = replies.name(ok);
            Path file = target.path(stored, options.variant().orElseThrow(), replies.text(ok, "type"), trouble);
            target.checkFree(file);
            Target.checkRoom(file, size);
            try (PartFile part = PartFile.fresh(Target.folder(file))) {
                Meter meter = new Meter(control.progress(), 0, size, Meter.RECEIVED, progressed);
                new BodyTransfer(connection).receive(size, (bytes, count) -> {
                    part.append(bytes, count);
                    meter.moved(count);
                });
                part.place(file, options.overwrite());
            }
            return new FetchReceipt(stored, file, size, size);
        });
    }

    Content toMemory(String name, Variant variant, Optional<Digest> expected, int most, Cancellation cancellation)
            throws IOException, RefusedException {
        Command.Return command = rendering(name, Optional.of(variant), expected);
        return exchanges.transfer(cancellation, (connection, progressed) -> {
            Reply.Ok ok = connection.ask(command);
            long size = renderingSize(ok);
            String type = replies.text(ok, "type");
            if (size > most) {
                throw trouble.tooLarge(replies.name(ok).text(), size, most);
            }
            Content.Builder content = new Content.Builder((int) size);
            new BodyTransfer(connection).receive(size, content::append);
            return content.build(type);
        });
    }

    private static Command.Return rendering(String name, Optional<Variant> variant, Optional<Digest> ifDigest) {
        return new Command.Return(name, variant, OptionalLong.empty(), OptionalLong.empty(), ifDigest);
    }

    private long renderingSize(Reply.Ok ok) throws ProtocolException {
        long size = replies.bodySize(ok);
        if (size == 0 || replies.count(ok, "filesize") != size) {
            throw trouble.nonsense("it sends a part of a smaller rendering.");
        }
        return size;
    }

    /** Passes bytes on, and knows how many and which they were. */
    private static final class CountingSink implements BodyTransfer.Sink {
        private final OutputStream out;
        private final Sha256 sha256 = new Sha256();
        private long count;

        private CountingSink(OutputStream out) {
            this.out = out;
        }

        @Override
        public void accept(byte[] bytes, int length) throws IOException {
            out.write(bytes, 0, length);
            sha256.add(bytes, length);
            count += length;
        }
    }
}
