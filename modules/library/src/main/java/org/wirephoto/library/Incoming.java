package org.wirephoto.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.storage.LeaseLostException;
import org.wirephoto.storage.NoSpaceException;
import org.wirephoto.storage.Upload;

/**
 * An image on its way in, for one thread: {@link #write} until {@link #offset} is {@link #size}, then {@link #finish},
 * and {@link #close} in any case. Room on the disk is kept for the whole of it until then.
 */
public final class Incoming implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Incoming.class);

    private final SaveRequest request;
    private final Upload upload;
    private final Space.Promise promise;
    private final Intake intake;
    private Optional<ImageType> type = Optional.empty();
    private boolean ended;

    Incoming(SaveRequest request, Upload upload, Space.Promise promise, Intake intake) {
        this.request = request;
        this.upload = upload;
        this.promise = promise;
        this.intake = intake;
    }

    /** The name that the image will have, in its stored spelling. */
    public ImageName name() {
        return request.name();
    }

    /** How many of the image's bytes are here; above 0 from the start where a broken upload goes on. */
    public long offset() {
        return upload.offset();
    }

    /** How many bytes the whole image has. */
    public long size() {
        return request.size();
    }

    /**
     * Takes more of the image, all that the buffer has.
     *
     * @throws RefusedException as soon as what came can't become the image; nothing of it is kept, and the caller
     *     drops the rest of the body; {@link ErrorCode#TIMEOUT} where another connection took the upload over
     * @throws IOException where the disk fails
     * @throws IllegalArgumentException where it is more than is missing
     * @throws IllegalStateException where it was refused, finished or closed
     */
    public void write(ByteBuffer bytes) throws RefusedException, IOException {
        requireOpen();
        try {
            long before = upload.offset();
            upload.write(bytes);
            promise.written(upload.offset() - before);
            checkWhatIsHeld();
        } catch (RefusedException e) {
            drop();
            throw e;
        } catch (LeaseLostException e) {
            LOG.debug("the upload of {} goes on elsewhere", request.name(), e);
            throw new RefusedException(ErrorCode.TIMEOUT, "Nothing came for too long: another connection goes on.");
        } catch (NoSpaceException e) {
            drop();
            throw FullDisk.refusal(e);
        }
    }

    /**
     * Checks the whole image and names it; when this returns, bytes and entry are on stable storage. Called once, with
     * all bytes here.
     *
     * @throws RefusedException where a rule does not let it in; nothing of it is kept
     * @throws IllegalStateException where bytes are missing, or it was refused, finished or closed
     * @throws InterruptedException while waiting for a worker or the writer; whether it was stored is then unknown
     */
    public Image finish() throws RefusedException, IOException, InterruptedException {
        requireOpen();
        if (upload.offset() != request.size()) {
            throw new IllegalStateException(upload.offset() + " of " + request.size() + " bytes are here");
        }
        try {
            Description image = intake.rules().describe(request, type.orElseThrow(), upload.file(), upload::digest);
            Image stored = place(image);
            ended = true;
            close();
            return stored;
        } catch (RefusedException e) {
            drop();
            throw e;
        } catch (NoSpaceException e) {
            drop();
            throw FullDisk.refusal(e);
        }
    }

    private Image place(Description image) throws RefusedException, IOException, InterruptedException {
        upload.place();
        try {
            return intake.naming().name(request, image, upload::place);
        } catch (RefusedException | NoSpaceException e) {
            drop();
            intake.sweeper().sweep(List.of(image.digest()));
            throw e;
        }
    }

    /** Checks the type as soon as enough is here to tell it. */
    void checkWhatIsHeld() throws RefusedException, IOException {
        if (type.isEmpty() && upload.offset() >= Math.min(request.size(), ContentRules.HEAD_BYTES)) {
            type = Optional.of(intake.rules().requireType(request.name(), upload.head(ContentRules.HEAD_BYTES)));
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the upload of " + request.name() + " has ended");
        }
    }

    private void drop() throws IOException {
        ended = true;
        try {
            upload.discard();
        } finally {
            close();
        }
    }

    /** Ends it; where it did not finish and was not refused, what came is kept if it can be resumed. */
    @Override
    public void close() throws IOException {
        boolean broken = !ended;
        ended = true;
        try {
            upload.close();
            if (broken) {
                intake.broken().drop();
            }
        } finally {
            promise.close();
        }
    }
}
