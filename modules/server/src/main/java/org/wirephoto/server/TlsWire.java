package org.wirephoto.server;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A wire with TLS. The engine turns bytes into records and back and never waits; all waiting is done at the channel,
 * where it has its limits and from where any thread can end it.
 */
final class TlsWire implements Wire {
    private static final Logger LOG = LogManager.getLogger(TlsWire.class);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** How many records of a file go out together. */
    private static final int RECORDS = 4;

    private final PeerChannel channel;
    private final SSLEngine engine;
    private final Duration linger;
    private final int packet;
    /** What came and is not decrypted yet; the reading thread's. */
    private final ByteBuffer received;
    /** What was decrypted and had no room where it was to go; the reading thread's. */
    private ByteBuffer left = NOTHING;

    private boolean ended;
    /** The reading thread may have to write too, when the peer changes its keys. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ByteBuffer sealed;
    private volatile boolean opened;

    /**
     * Lays TLS over a channel; nothing is sent or read before {@link #open}.
     *
     * @param linger how long to hear a peer out that could not be understood
     */
    TlsWire(PeerChannel channel, SSLEngine engine, Duration linger) {
        this.channel = channel;
        this.engine = engine;
        this.linger = linger;
        this.packet = engine.getSession().getPacketBufferSize();
        this.received = ByteBuffer.allocate(2 * packet).flip();
        this.sealed = ByteBuffer.allocate(packet);
    }

    @Override
    public InetSocketAddress peer() {
        return channel.peer();
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }

    @Override
    public void open(Duration wait) throws WireException {
        long end = System.nanoTime() + wait.toNanos();
        if (!receive(end)) {
            throw new WireException("the peer left without a word");
        }
        if (!NoTls.isTls(received.get(received.position()))) {
            sendAway(end);
        }
        try {
            engine.beginHandshake();
            shakeHands(end);
        } catch (SSLException e) {
            sayWhy();
            throw new WireException(e);
        }
        opened = true;
    }

    /** Answers a peer in its own words as far as they can be guessed. */
    private void sendAway(long end) throws WireException {
        long enough = Math.min(end, System.nanoTime() + linger.toNanos());
        String request = heard();
        try {
            while (request.indexOf('\n') < 0 && request.length() < NoTls.ENOUGH && receive(enough)) {
                request = heard();
            }
        } catch (SilenceException _) {
            LOG.debug("{} said no more", peer()); // what came is answered all the same
        }
        LOG.info("{} does not speak TLS: told so", peer());
        channel.write(ByteBuffer.wrap(NoTls.answer(request)));
        hearOut();
        throw new WireException("the peer does not speak TLS");
    }

    private String heard() {
        return StandardCharsets.ISO_8859_1.decode(received.duplicate()).toString();
    }

    /** Lets what was written arrive: closing with input unread would destroy it. */
    private void hearOut() throws WireException {
        channel.endOutput();
        long end = System.nanoTime() + linger.toNanos();
        received.clear().flip();
        while (receive(end)) {
            received.clear().flip();
        }
    }

    private void shakeHands(long end) throws SSLException, WireException {
        HandshakeStatus status = react(engine.getHandshakeStatus());
        while (status == HandshakeStatus.NEED_UNWRAP || status == HandshakeStatus.NEED_UNWRAP_AGAIN) {
            SSLEngineResult result = engine.unwrap(received, NOTHING.duplicate());
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
                if (!receive(end)) {
                    throw new WireException("the peer left during the handshake");
                }
            } else if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                throw new WireException("the peer ended the handshake");
            }
            status = react(result.getHandshakeStatus());
        }
    }

    /** Does what the engine asks for, until it asks for nothing, or for input. */
    private HandshakeStatus react(HandshakeStatus asked) throws SSLException, WireException {
        HandshakeStatus status = asked;
        while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
            if (status == HandshakeStatus.NEED_TASK) {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            } else {
                encrypt(NOTHING.duplicate(), sealed);
            }
            status = engine.getHandshakeStatus();
        }
        return status;
    }

    /** After a handshake that failed the engine has an alert to send. */
    private void sayWhy() {
        try {
            encryptRest();
            hearOut();
        } catch (SSLException | WireException e) {
            LOG.debug("{} can't be told why", peer(), e);
        }
    }

    /** Waits for more from the channel. Returns false at its end. */
    private boolean receive(long end) throws WireException {
        long wait = end - System.nanoTime();
        if (wait <= 0) {
            throw new SilenceException();
        }
        received.compact();
        try {
            if (!received.hasRemaining()) {
                throw new WireException("a record longer than TLS allows");
            }
            return channel.read(received, Duration.ofNanos(wait)) >= 0;
        } finally {
            received.flip();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A channel that ends without TLS having said so counts as an end like any other: lines have their own end and
     * bodies their size, so nobody takes a part for the whole.
     */
    @Override
    public int read(ByteBuffer into, Duration wait) throws WireException {
        long end = System.nanoTime() + wait.toNanos();
        int start = into.position();
        try {
            decrypt(into);
            while (into.position() == start && !ended) {
                ended = !receive(end);
                decrypt(into);
            }
        } catch (SSLException e) {
            sayWhy();
            throw new WireException(e);
        }
        return into.position() == start ? -1 : into.position() - start;
    }

    /** Decrypts what is here, as far as there is room. */
    private void decrypt(ByteBuffer into) throws SSLException, WireException {
        give(into);
        while (!left.hasRemaining() && into.hasRemaining() && received.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(received, into);
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
                result = decryptAside();
                give(into);
            }
            react(result.getHandshakeStatus());
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
                return;
            } else if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                ended = true;
                return;
            }
        }
    }

    /** Into room of its own, as much as a whole record has: what does not fit even there is no record. */
    private SSLEngineResult decryptAside() throws SSLException, WireException {
        left = left.capacity() == 0 ? ByteBuffer.allocate(packet) : left.clear();
        try {
            SSLEngineResult result = engine.unwrap(received, left);
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
                throw new WireException("a record longer than TLS allows");
            }
            return result;
        } finally {
            left.flip();
        }
    }

    private void give(ByteBuffer into) {
        int count = Math.min(left.remaining(), into.remaining());
        into.put(left.slice(left.position(), count));
        left.position(left.position() + count);
    }

    @Override
    public void write(ByteBuffer bytes) throws WireException {
        write(bytes, sealed);
    }

    private void write(ByteBuffer bytes, ByteBuffer room) throws WireException {
        try {
            encrypt(bytes, room);
        } catch (SSLException e) {
            throw new WireException(e);
        }
    }

    /** Sends all of the bytes; without any, what the engine itself has to say. */
    private void encrypt(ByteBuffer bytes, ByteBuffer room) throws SSLException, WireException {
        writing.lock();
        try {
            do {
                SSLEngineResult result = engine.wrap(bytes, room);
                if (result.getStatus() == SSLEngineResult.Status.CLOSED && bytes.hasRemaining()) {
                    throw new WireException("the output has ended");
                }
                if (!bytes.hasRemaining() || room.remaining() < packet) {
                    channel.write(room.flip());
                    room.clear();
                }
            } while (bytes.hasRemaining());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void send(FileChannel file, long position, long count) throws WireException {
        ByteBuffer room = ByteBuffer.allocate((int) Math.min(RECORDS * (long) packet, count + packet));
        long at = position;
        long end = position + count;
        while (at < end) {
            ByteBuffer chunk = channel.chunk(file, at, end - at);
            at += chunk.remaining();
            write(chunk, room);
            PeerChannel.letOthersOn();
        }
    }

    @Override
    public void endOutput() throws WireException {
        engine.closeOutbound();
        try {
            encryptRest();
        } catch (SSLException e) {
            throw new WireException(e);
        }
        channel.endOutput();
    }

    /** Sends what the engine has to say last. */
    private void encryptRest() throws SSLException, WireException {
        writing.lock();
        try {
            boolean more = true;
            while (more && !engine.isOutboundDone()) {
                more = engine.wrap(NOTHING.duplicate(), sealed).bytesProduced() > 0;
                channel.write(sealed.flip());
                sealed.clear();
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void leave() {
        if (opened) {
            Thread.ofVirtual().name("farewell to " + peer().getAddress()).start(this::sayFarewell);
        } else {
            channel.close();
        }
    }

    private void sayFarewell() {
        try {
            endOutput();
        } catch (WireException e) {
            LOG.debug("{} did not wait for a farewell", peer(), e);
        } finally {
            channel.close();
        }
    }

    @Override
    public void abort() {
        channel.abort();
    }

    @Override
    public void close() {
        channel.close();
    }
}
