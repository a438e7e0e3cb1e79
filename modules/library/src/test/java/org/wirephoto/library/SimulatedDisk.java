package org.wirephoto.library;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mockito.AdditionalAnswers;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Upload;
import org.wirephoto.storage.Visitor;

/** A real blob store on a disk that is as small as a test wants it. */
final class SimulatedDisk implements BlobStore {
    private final BlobStore real;
    private final Path folder;
    private volatile long capacity = Long.MAX_VALUE;
    private volatile Fault fault = upload -> {};
    private volatile Optional<Error> droppingFails = Optional.empty();
    private volatile Delay beforeAnswer = () -> {};

    SimulatedDisk(BlobStore real, Path folder) {
        this.real = real;
        this.folder = folder;
    }

    /** Has all uploads fail from now on, as Mockito is told. */
    void failing(Fault how) {
        fault = how;
    }

    /** Has the dropping of interrupted uploads fail from now on. */
    void failDroppingUploads(Error error) {
        droppingFails = Optional.of(error);
    }

    /** Has whoever asks for the free space wait until {@code goOn}, after saying so. */
    void holdUp(CountDownLatch asked, CountDownLatch goOn) {
        beforeAnswer = () -> {
            asked.countDown();
            await(goOn);
        };
    }

    private static void await(CountDownLatch goOn) throws IOException {
        try {
            if (!goOn.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody said to go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Leaves this many bytes free beyond what is used now. */
    void leaveFree(long bytes) throws IOException {
        capacity = used() + bytes;
    }

    private long used() throws IOException {
        long sum = 0;
        for (String part : new String[] {"images", "incoming"}) {
            if (Files.isDirectory(folder.resolve(part))) {
                try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                    sum += files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum();
                }
            }
        }
        return sum;
    }

    @Override
    public long usableSpace() throws IOException {
        beforeAnswer.pass();
        return capacity == Long.MAX_VALUE ? real.usableSpace() : capacity - used();
    }

    @Override
    public Upload begin(String owner, Optional<Digest> digest, long size) throws IOException {
        Upload upload = mock(Upload.class, AdditionalAnswers.delegatesTo(real.begin(owner, digest, size)));
        fault.apply(upload);
        return upload;
    }

    @Override
    public boolean contains(Digest digest) throws IOException {
        return real.contains(digest);
    }

    @Override
    public Blob open(Digest digest) throws IOException {
        return real.open(digest);
    }

    @Override
    public boolean delete(Digest digest) throws IOException {
        return real.delete(digest);
    }

    @Override
    public <X extends Exception> void forEachDigest(Visitor<Digest, X> visitor) throws X, IOException {
        real.forEachDigest(visitor);
    }

    @Override
    public int dropUploads(Instant lastTouchedBefore, int keptPerOwner) throws IOException {
        if (droppingFails.isPresent()) {
            throw droppingFails.get();
        }
        return real.dropUploads(lastTouchedBefore, keptPerOwner);
    }

    @Override
    public long interruptedBytes() throws IOException {
        return real.interruptedBytes();
    }

    @Override
    public OptionalLong dropOldestUpload() throws IOException {
        return real.dropOldestUpload();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    /** Comes before an answer. */
    @FunctionalInterface
    private interface Delay {
        void pass() throws IOException;
    }

    /** Makes an upload fail. */
    @FunctionalInterface
    interface Fault {
        void apply(Upload upload) throws IOException;
    }
}
