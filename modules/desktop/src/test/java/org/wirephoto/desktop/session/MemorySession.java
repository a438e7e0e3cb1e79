package org.wirephoto.desktop.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.SaveReceipt;
import org.wirephoto.client.ServerInfo;
import org.wirephoto.client.TransferControl;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Variant;

/** A server in memory that keeps names and no pictures. For one thread. */
public final class MemorySession implements Session {
    /** What it keeps, by name. */
    public final Map<ImageName, RemoteImage> images = new LinkedHashMap<>();
    /** What it had to do, in order: {@code save beach.png}. */
    public final List<String> asked = new ArrayList<>();

    private final Map<String, RemoteImage> trash = new LinkedHashMap<>();
    private Role role = Role.CURATOR;
    private long maxFilesize = 1_000_000;
    private @Nullable Trouble next;
    private @Nullable Trouble second;
    private Optional<String> label = Optional.empty();
    private int ids;

    /** A server without images, open to a curator. */
    public MemorySession() {}

    /** Lets whoever asks do what a role may. */
    public void role(Role now) {
        role = now;
    }

    /** The label of the key that this session uses. */
    public void label(String own) {
        label = Optional.of(own);
    }

    /** Takes no larger images. */
    public void maxFilesize(long bytes) {
        maxFilesize = bytes;
    }

    /** Has the next request fail. */
    public void failNext(Trouble trouble) {
        next = trouble;
    }

    /** Has the request after the next one fail. */
    public void failSecond(Trouble trouble) {
        second = trouble;
    }

    /** Keeps an image of 1000 bytes. */
    public RemoteImage put(String name, Optional<String> sender) {
        ImageName imageName = ImageName.of(name);
        RemoteImage image = image(imageName, 1000, sender);
        images.put(imageName, image);
        return image;
    }

    /** Keeps an image of 1000 bytes that nobody sent. */
    public RemoteImage put(String name) {
        return put(name, Optional.empty());
    }

    /** A refusal. */
    public static Trouble refusal(ErrorCode code, Optional<ImageName> suggestion) {
        return new Trouble(Trouble.Kind.REFUSED, Optional.of(code), code.sentence(), suggestion);
    }

    /** Something that is no refusal. */
    public static Trouble trouble(Trouble.Kind kind) {
        return new Trouble(kind, Optional.empty(), "It did not work.", Optional.empty());
    }

    private RemoteImage image(ImageName name, long size, Optional<String> sender) {
        String hex = String.format("%064x", ++ids);
        ImageAttributes attributes = new ImageAttributes(
                size, ImageType.PNG, 64, 48, new Digest(hex), Instant.EPOCH, "id-" + ids, Optional.empty(), sender);
        return new RemoteImage(name, attributes, Optional.empty());
    }

    private void ask(String what) throws TroubleException {
        asked.add(what);
        Trouble trouble = next;
        next = second;
        second = null;
        if (trouble != null) {
            throw new TroubleException(trouble);
        }
    }

    private static void check(TransferControl control) throws TroubleException {
        if (control.cancellation().isCancelled()) {
            throw new TroubleException(trouble(Trouble.Kind.CANCELLED));
        }
    }

    private RemoteImage find(String name) throws TroubleException {
        RemoteImage image = images.get(ImageName.of(name));
        if (image == null) {
            throw new TroubleException(refusal(ErrorCode.NOT_FOUND, Optional.empty()));
        }
        return image;
    }

    @Override
    public ServerAddress address() {
        return ServerAddress.parse("localhost").orElseThrow();
    }

    @Override
    public ServerInfo info() {
        return new ServerInfo("fake", role, label, maxFilesize, 1);
    }

    @Override
    public ImagePage list(ListRequest request) throws IOException {
        throw new IOException("The fake lists nothing.");
    }

    @Override
    public byte[] rendering(ImageName name, Variant variant, Digest expected, int most) throws IOException {
        throw new IOException("The fake draws nothing.");
    }

    @Override
    public ImageName fetch(ImageName name, OutputStream out, TransferControl control) throws IOException {
        ask("fetch " + name);
        check(control);
        RemoteImage image = find(name.text());
        out.write(new byte[(int) image.attributes().filesize()]);
        return image.name();
    }

    @Override
    public FetchReceipt fetchInto(ImageName name, Path folder, FetchOptions options, TransferControl control)
            throws IOException {
        return fetch(name, folder.resolve(name.text()), options, control);
    }

    @Override
    public FetchReceipt fetch(ImageName name, Path file, FetchOptions options, TransferControl control)
            throws IOException {
        ask("fetch " + name);
        check(control);
        RemoteImage image = find(name.text());
        if (Files.exists(file) && !options.overwrite()) {
            throw new FileAlreadyExistsException(file.toString());
        }
        long size = image.attributes().filesize();
        Files.write(file, new byte[(int) size]);
        control.progress().progress(size, size);
        return new FetchReceipt(image.name(), file, size, size);
    }

    @Override
    public SaveReceipt save(Path file, String name, SaveOptions options, TransferControl control) throws IOException {
        long size = Files.size(file);
        ask("save " + name + (options.replace() ? " replacing" : ""));
        control.progress().progress(size / 2, size);
        check(control);
        ImageName imageName = ImageName.of(name);
        if (images.containsKey(imageName) && !options.replace()) {
            throw new TroubleException(refusal(ErrorCode.ALREADY_EXISTS, imageName.numbered(7)));
        }
        boolean changed = options.ifDigest()
                .filter(expected ->
                        !expected.equals(images.get(imageName).attributes().digest()))
                .isPresent();
        if (changed) {
            throw new TroubleException(refusal(ErrorCode.CHANGED, Optional.empty()));
        }
        RemoteImage image = image(imageName, size, label);
        images.put(imageName, image);
        control.progress().progress(size, size);
        return new SaveReceipt(image, size);
    }

    @Override
    public RemoteImage stat(String name) throws IOException {
        ask("stat " + name);
        return find(name);
    }

    @Override
    public ImageName rename(ImageName name, String to, Digest expected) throws IOException {
        ask("rename " + name + " " + to);
        RemoteImage image = find(name.text());
        ImageName target = ImageName.of(to);
        if (images.containsKey(target) && !target.equals(name)) {
            throw new TroubleException(refusal(ErrorCode.ALREADY_EXISTS, target.numbered(2)));
        }
        images.remove(name);
        images.put(target, new RemoteImage(target, image.attributes(), Optional.empty()));
        return target;
    }

    @Override
    public String delete(ImageName name, DeleteOptions options) throws IOException {
        ask("delete " + name);
        RemoteImage image = find(name.text());
        images.remove(name);
        trash.put(image.attributes().id(), image);
        return image.attributes().id();
    }

    @Override
    public RemoteImage restore(ImageName name, RestoreOptions options) throws IOException {
        ask("restore " + name + options.to().map(to -> " " + to).orElse(""));
        ImageName target = ImageName.of(options.to().orElse(name.text()));
        if (images.containsKey(target)) {
            throw new TroubleException(refusal(ErrorCode.ALREADY_EXISTS, target.numbered(2)));
        }
        RemoteImage old = trash.remove(options.id().orElseThrow());
        if (old == null) {
            throw new TroubleException(refusal(ErrorCode.NOT_FOUND, Optional.empty()));
        }
        RemoteImage image = new RemoteImage(target, old.attributes(), Optional.empty());
        images.put(target, image);
        return image;
    }

    @Override
    public Invitation invite(Role forWhom, String whose) throws IOException {
        ask("invite " + forWhom.wire() + " " + whose);
        return new Invitation(
                AccessKey.generate(new Random(1)),
                Fingerprint.parse("ab".repeat(32)).orElseThrow(),
                whose);
    }

    @Override
    public ServerAddress addressForOthers(Fingerprint fingerprint) {
        return new ServerAddress("192.168.1.5", address().port());
    }

    @Override
    public Events watch(String since) throws IOException {
        throw new IOException("The fake tells nothing.");
    }

    @Override
    public void close() {}
}
