package org.wirephoto.desktop.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.client.Cancellation;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.SaveReceipt;
import org.wirephoto.client.ServerInfo;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.Watch;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Variant;

/** A session over the network. */
public final class ClientSession implements Session {
    /** Of the transfers that the pool allows, thumbnails and previews use these; the rest is for people's own. */
    public static final int PICTURES_AT_ONCE = 6;

    private static final int TRANSFERS = PICTURES_AT_ONCE + 6;

    private final WirephotoClient client;
    private final OutsideAddress outside;

    private ClientSession(WirephotoClient client, OutsideAddress outside) {
        this.client = client;
        this.outside = outside;
    }

    /**
     * Connects to a server.
     *
     * @throws IOException if it can't be reached, or does not admit this client ({@link TroubleException})
     */
    public static ClientSession connect(ServerAddress address, ConnectionSettings settings) throws IOException {
        return ask(() -> new ClientSession(
                WirephotoClient.connect(address, settings.withTransfers(TRANSFERS)),
                new OutsideAddress(settings.finder())));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, RefusedException;
    }

    private static <T> T ask(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (RefusedException e) {
            throw new TroubleException(Trouble.of(e), e);
        }
    }

    @Override
    public ServerAddress address() {
        return client.address();
    }

    @Override
    public ServerInfo info() {
        return client.serverInfo();
    }

    @Override
    public ImagePage list(ListRequest request) throws IOException {
        return ask(() -> client.list(request));
    }

    @Override
    public byte[] rendering(ImageName name, Variant variant, Digest expected, int most) throws IOException {
        return ask(() -> client.fetch(name.text(), variant, expected, most, new Cancellation())
                .bytes());
    }

    @Override
    public ImageName fetch(ImageName name, OutputStream out, TransferControl control) throws IOException {
        return ask(() -> client.fetch(name.text(), out, control));
    }

    @Override
    public FetchReceipt fetchInto(ImageName name, Path folder, FetchOptions options, TransferControl control)
            throws IOException {
        return ask(() -> client.fetchInto(name.text(), folder, options, control));
    }

    @Override
    public FetchReceipt fetch(ImageName name, Path file, FetchOptions options, TransferControl control)
            throws IOException {
        return ask(() -> client.fetch(name.text(), file, options, control));
    }

    @Override
    public SaveReceipt save(Path file, String name, SaveOptions options, TransferControl control) throws IOException {
        return ask(() -> client.save(file, name, options, control));
    }

    @Override
    public RemoteImage stat(String name) throws IOException {
        return ask(() -> client.stat(name));
    }

    @Override
    public ImageName rename(ImageName name, String to, Digest expected) throws IOException {
        return ask(() -> client.rename(name.text(), to, expected));
    }

    @Override
    public String delete(ImageName name, DeleteOptions options) throws IOException {
        return ask(() -> client.delete(name.text(), options));
    }

    @Override
    public RemoteImage restore(ImageName name, RestoreOptions options) throws IOException {
        return ask(() -> client.restore(name.text(), options));
    }

    @Override
    public Invitation invite(Role role, String label) throws IOException {
        return ask(() -> client.invite(role, label));
    }

    @Override
    public ServerAddress addressForOthers(Fingerprint fingerprint) throws IOException, InterruptedException {
        return Session.isLoopback(address()) ? outside.of(address(), fingerprint) : address();
    }

    @Override
    public Events watch(String since) throws IOException {
        return new WatchEvents(ask(() -> client.watch(since)));
    }

    @Override
    public void close() {
        client.close();
    }

    private record WatchEvents(Watch watch) implements Events {
        @Override
        public Optional<ImageEvent> next(Duration limit) throws IOException, InterruptedException {
            try {
                return watch.next(limit);
            } catch (RefusedException e) {
                throw new TroubleException(Trouble.of(e), e);
            }
        }

        @Override
        public void close() {
            watch.close();
        }
    }
}
