package org.wirephoto.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.wirephoto.protocol.Digest;

/** An upload in a file of {@code incoming/}: what the file has is what is held. */
final class FileUpload implements Upload {
    private static final int CHUNK = 1 << 16;

    private final IncomingFiles incoming;
    private final Path file;
    private final Optional<Digest> announced;
    private final long size;
    private final FileChannel channel;
    private final MessageDigest running = UploadName.sha256();
    /** Held by whoever writes, and by whoever takes the lease away, who does not wait for it. */
    private final ReentrantLock lock = new ReentrantLock();

    private long offset;
    private long touched;
    private boolean placed;
    private boolean unwanted;
    private boolean lost;
    private boolean ended;

    /**
     * An upload whose file is open and has the first {@code channel.size()} bytes; {@link #rebuild} comes next.
     *
     * @param announced what the bytes should turn out to be; only with it they are kept for another time
     */
    FileUpload(IncomingFiles incoming, Path file, FileChannel channel, Optional<Digest> announced, long size) {
        this.incoming = incoming;
        this.file = file;
        this.channel = channel;
        this.announced = announced;
        this.size = size;
        this.touched = incoming.nanoTime();
    }

    /** Reads the bytes that are there, since their digest lived only in the memory of whoever wrote them. */
    void rebuild() throws IOException {
        lock.lock();
        try {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (channel.read(chunk.clear(), offset) > 0) {
                offset += chunk.flip().remaining();
                running.update(chunk);
            }
            touched = incoming.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends this writer's lease for another one, if no byte came for a while.
     *
     * @return false where it is writing, came to its end, or wrote within the lease
     */
    boolean giveWay(Duration lease) throws IOException {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (ended || offset == size || incoming.nanoTime() - touched < lease.toNanos()) {
                return false;
            }
            lost = true;
            channel.close();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void checkHeld() throws IOException {
        if (lost) {
            throw new LeaseLostException();
        }
        if (ended) {
            throw new IOException("the upload is closed");
        }
    }

    @Override
    public long offset() {
        lock.lock();
        try {
            return offset;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        lock.lock();
        try {
            checkHeld();
            if (bytes.remaining() > size - offset) {
                throw new IllegalArgumentException(
                        bytes.remaining() + " bytes at " + offset + " of an upload of " + size);
            }
            while (bytes.hasRemaining()) {
                ByteBuffer written = bytes.duplicate();
                int count = channel.write(bytes, offset);
                running.update(written.limit(written.position() + count));
                offset += count;
            }
            touched = incoming.nanoTime();
        } catch (IOException e) {
            throw DiskFaults.of(e, incoming.folder());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ByteBuffer head(int max) throws IOException {
        lock.lock();
        try {
            checkHeld();
            ByteBuffer head = ByteBuffer.allocate((int) Math.min(max, offset));
            while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
                // until it is full
            }
            return head.flip();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Digest digest() throws IOException {
        lock.lock();
        try {
            checkHeld();
            return Digest.of(((MessageDigest) running.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void place() throws IOException {
        lock.lock();
        try {
            Digest digest = digest();
            if (offset != size
                    || announced.filter(wanted -> !wanted.equals(digest)).isPresent()) {
                throw new IllegalStateException(
                        offset + " of " + size + " bytes with the digest " + digest + " are not what was announced");
            }
            incoming.place(this, digest, !placed);
            placed = true;
        } catch (IOException e) {
            throw DiskFaults.of(e, incoming.folder());
        } finally {
            lock.unlock();
        }
    }

    /** Makes the bytes that are held outlive a power cut; may take as long as writing them all. */
    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void discard() throws IOException {
        lock.lock();
        try {
            unwanted = true;
            close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            ended = true;
            channel.close();
            if (!lost) {
                leaveFile();
            }
        } finally {
            lock.unlock();
            incoming.ended(file, this);
        }
    }

    private void leaveFile() throws IOException {
        if (placed || unwanted || announced.isEmpty() || offset == 0) {
            Files.deleteIfExists(file);
        } else {
            Files.setLastModifiedTime(file, FileTime.from(incoming.now()));
        }
    }
}
