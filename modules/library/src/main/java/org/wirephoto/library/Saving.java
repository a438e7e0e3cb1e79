package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.StoredImage;
import org.wirephoto.storage.Upload;

/** The command {@code save} up to its first byte: the checks in the order of the protocol's page. */
final class Saving {
    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Space space;
    private final Intake intake;
    private final long maxFilesize;

    Saving(Catalogue catalogue, BlobStore blobs, Space space, Intake intake, long maxFilesize) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.space = space;
        this.intake = intake;
        this.maxFilesize = maxFilesize;
    }

    SaveStep begin(Caller caller, Command.Save command) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.CONTRIBUTOR);
        SaveRequest request = check(caller, command);
        NameClaim claim = NameClaim.check(request, request.digest(), catalogue::find);
        if (claim instanceof NameClaim.Same(StoredImage same)) {
            return new SaveStep.Done(Image.of(same));
        }
        Space.Promise promise = space.promise(caller, request.size(), claim.replaced());
        boolean handedOver = false;
        try {
            SaveStep step = receive(request, promise);
            handedOver = step instanceof SaveStep.Receiving;
            return step;
        } finally {
            if (!handedOver) {
                promise.close();
            }
        }
    }

    private SaveRequest check(Caller caller, Command.Save command) throws RefusedException, IOException {
        ImageName name = new NewNames(catalogue::find).check(command.name());
        long size = command.filesize().orElse(0);
        if (size <= 0) {
            throw new RefusedException(ErrorCode.SIZE_MISSING);
        }
        if (size > maxFilesize) {
            throw new RefusedException(
                    ErrorCode.TOO_LARGE,
                    name + " has " + size + " bytes; this server takes " + maxFilesize + " at most.");
        }
        return new SaveRequest(caller, name, size, command.digest(), command.replace(), command.ifDigest());
    }

    private SaveStep receive(SaveRequest request, Space.Promise promise)
            throws RefusedException, IOException, InterruptedException {
        Optional<Image> held = nameHeld(request);
        if (held.isPresent()) {
            return new SaveStep.Done(held.get());
        }
        Upload upload = blobs.begin(request.caller().keyId(), request.digest(), request.size());
        Incoming incoming = new Incoming(request, upload, promise, intake);
        try {
            promise.promiseDisk(request.size() - upload.offset()); // once it is ours, it does not give way to itself
            incoming.checkWhatIsHeld();
        } catch (RefusedException | IOException | InterruptedException | RuntimeException e) {
            upload.close(); // what is held belongs to an earlier save that nobody refused: it stays
            throw e;
        }
        return new SaveStep.Receiving(incoming);
    }

    private Optional<Image> nameHeld(SaveRequest request) throws RefusedException, IOException, InterruptedException {
        if (request.digest().isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredImage> holder = catalogue.holder(request.digest().get());
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        intake.rules().requireHeld(request, Description.of(holder.get().attributes()));
        return intake.naming().nameHeld(request, request.digest().get());
    }
}
