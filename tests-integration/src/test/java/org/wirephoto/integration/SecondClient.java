package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

/** Another person at the same server, while a test uses the desktop program. */
final class SecondClient implements AutoCloseable {
    private final WirephotoClient client;

    private SecondClient(WirephotoClient client) {
        this.client = client;
    }

    /** One who may do everything. */
    static SecondClient of(ServerProcess server) throws IOException, RefusedException {
        return of(server.invite(), server.port());
    }

    /** One who follows an invite. */
    static SecondClient of(Invite invite, int port) throws IOException, RefusedException {
        return new SecondClient(WirephotoClient.connect(
                new ServerAddress("127.0.0.1", port),
                ConnectionSettings.pinned(invite.fingerprint()).withKey(invite.key())));
    }

    WirephotoClient client() {
        return client;
    }

    /** Has the server keep an image. */
    RemoteImage save(String name, byte[] bytes) throws IOException, RefusedException {
        return client.save(new ByteArrayInputStream(bytes), name, SaveOptions.createNew(), TransferControl.none())
                .image();
    }

    /** An invite for somebody else. */
    Invite invite(Role role, String label, int port) throws IOException, RefusedException {
        return client.invite(role, label).at(new ServerAddress("127.0.0.1", port));
    }

    byte[] bytes(String name) throws IOException, RefusedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        client.fetch(name, out, TransferControl.none());
        return out.toByteArray();
    }

    /** Holds that an image is at the server, and is these bytes. */
    void has(String name, byte[] bytes) throws IOException, RefusedException {
        assertThat(client.stat(name).attributes().digest().hex()).as(name).isEqualTo(RawConnection.digest(bytes));
        assertThat(bytes(name)).as(name).isEqualTo(bytes);
    }

    boolean isThere(String name) throws IOException {
        try {
            client.stat(name);
            return true;
        } catch (RefusedException e) {
            assertThat(e.errorCode()).hasValue(ErrorCode.NOT_FOUND);
            return false;
        }
    }

    /** How many images the server has. */
    long count() throws IOException, RefusedException {
        return client.list(ListRequest.all().withLimit(1)).total().orElseThrow();
    }

    /** Waits until the server has so many images. */
    void awaitCount(long many) throws IOException, RefusedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (count() < many) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("the server has " + count() + " images and not " + many);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
