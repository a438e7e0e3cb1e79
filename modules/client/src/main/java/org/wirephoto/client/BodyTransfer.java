package org.wirephoto.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wirephoto.protocol.Reply;

/** Moves one body over a connection, in pieces, and no slower than the protocol allows. */
final class BodyTransfer {
    /** The largest piece. */
    static final int PIECE_BYTES = 128 * 1024;
    /** So much is rather sent to the end after a refusal, to keep the connection, than cut off. */
    private static final long WORTH_FINISHING = 256 * 1024;

    private static final long LAST_WORD_SECONDS = 2;

    private final Connection connection;

    BodyTransfer(Connection connection) {
        this.connection = connection;
    }

    /** Where the bytes that come go. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes, int count) throws IOException;
    }

    /** Where the bytes that go come from. */
    @FunctionalInterface
    interface Source {
        /** Gives from one byte to {@code most}. */
        int read(byte[] target, int most) throws IOException;
    }

    /** Receives a body of {@code size} bytes; a failure of the sink leaves the connection out of step. */
    void receive(long size, Sink sink) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE_BYTES, size)];
        try (Pace pace = connection.watchdog().pace(connection.times().stall(), connection::abort)) {
            long left = size;
            while (left > 0) {
                int count = readPiece(piece, (int) Math.min(piece.length, left), pace);
                pace.moved(count);
                left -= count;
                pace.rest();
                sink.accept(piece, count);
                pace.go();
            }
        }
        connection.inStep(true);
    }

    private int readPiece(byte[] piece, int most, Pace pace) throws IOException {
        int count;
        try {
            count = connection.reader().read(piece, most);
        } catch (IOException e) {
            throw connection.lost(pace, e);
        }
        if (count < 0) {
            throw connection.lost(pace, null);
        }
        return count;
    }

    /**
     * Sends a body of {@code size} bytes and waits for the server's word on it. The server may refuse while it is on
     * its way: then the rest is not sent, if it is long.
     */
    Reply.Ok send(long size, Source source) throws IOException, RefusedException {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("wirephoto-answer").start(() -> listen(answer));
        long left = sendPieces(size, source, answer);
        Reply reply = await(answer);
        if (left > 0 && !(reply instanceof Reply.Refusal)) {
            throw connection.trouble().nonsense("it took an image before it had come.");
        }
        try {
            return connection.granted(reply);
        } finally {
            connection.inStep(connection.isReusable() && left == 0);
        }
    }

    private void listen(CompletableFuture<Reply> answer) {
        try {
            answer.complete(connection.readReply());
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e); // for the thread that sends
        }
    }

    private long sendPieces(long size, Source source, CompletableFuture<Reply> answer)
            throws IOException, RefusedException {
        byte[] piece = new byte[(int) Math.min(PIECE_BYTES, size)];
        long left = size;
        try (Pace pace = connection.watchdog().pace(connection.times().stall(), connection::abort)) {
            while (left > 0 && (!answer.isDone() || left <= WORTH_FINISHING)) {
                pace.rest();
                int count = source.read(piece, (int) Math.min(piece.length, left));
                pace.go();
                try {
                    connection.wire().output().write(piece, 0, count);
                } catch (IOException e) {
                    waitForLastWord(answer);
                    throw connection.lost(pace, e);
                }
                pace.moved(count);
                left -= count;
            }
        }
        return left;
    }

    /** A server that closes has often said why. */
    private void waitForLastWord(CompletableFuture<Reply> answer) throws IOException, RefusedException {
        try {
            if (answer.get(LAST_WORD_SECONDS, TimeUnit.SECONDS) instanceof Reply.Refusal refusal) {
                var _ = connection.granted(refusal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return; // it has not; the caller tells of what broke
        } finally {
            connection.inStep(false);
        }
    }

    private Reply await(CompletableFuture<Reply> answer) throws IOException {
        try (Guard guard = connection.watchdog().limit(connection.times().reply(), connection::abort)) {
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                connection.abort();
                throw connection.trouble().lost(e);
            } catch (ExecutionException e) {
                if (guard.fired()) {
                    throw connection.trouble().silent(connection.times().reply());
                }
                throw e.getCause() instanceof IOException cause
                        ? cause
                        : connection.trouble().lost(e);
            }
        }
    }
}
