package org.wirephoto.desktop.session;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import org.wirephoto.client.Cancellation;
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
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.protocol.Variant;

/**
 * A server that this program is connected to: what its windows ask of a client, so that they can be tested without
 * one. Its methods block, on threads of {@link Work}; what the server refuses is a {@link TroubleException}. Safe for
 * any thread.
 */
public interface Session extends AutoCloseable {
    /** Where the server is. */
    ServerAddress address();

    /** Whether an address is another one on each machine. */
    static boolean isLoopback(ServerAddress address) {
        try {
            return address.host().equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(address.host()).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false; // a name
        }
    }

    /** What the server said of itself. */
    ServerInfo info();

    /** One page of a list. */
    ImagePage list(ListRequest request) throws IOException;

    /**
     * A small rendering of an image.
     *
     * @param expected what the image has to be, so that it can be kept by this digest
     * @param most the most bytes that are taken
     */
    byte[] rendering(ImageName name, Variant variant, Digest expected, int most) throws IOException;

    /** Fetches an original into a stream. */
    ImageName fetch(ImageName name, OutputStream out, TransferControl control) throws IOException;

    /** Fetches an image into a folder, under its own name. */
    FetchReceipt fetchInto(ImageName name, Path folder, FetchOptions options, TransferControl control)
            throws IOException;

    /** Fetches an image into a file. */
    FetchReceipt fetch(ImageName name, Path file, FetchOptions options, TransferControl control) throws IOException;

    /** Saves a file as an image. */
    SaveReceipt save(Path file, String name, SaveOptions options, TransferControl control) throws IOException;

    /** What the server knows of an image. */
    RemoteImage stat(String name) throws IOException;

    /** Gives an image another name if it is the one that is expected. */
    ImageName rename(ImageName name, String to, Digest expected) throws IOException;

    /** Deletes an image and gives its id. */
    String delete(ImageName name, DeleteOptions options) throws IOException;

    /** Brings an image back from the trash. */
    RemoteImage restore(ImageName name, RestoreOptions options) throws IOException;

    /** Makes a key for somebody else. */
    Invitation invite(Role role, String label) throws IOException;

    /**
     * Where other people reach the server: {@link #address}, unless that is this machine's own alone and another was
     * found within some seconds.
     */
    default ServerAddress addressForOthers(Fingerprint fingerprint) throws IOException, InterruptedException {
        return address();
    }

    /** What happened since a page of a list, and what happens from now on. */
    Events watch(String since) throws IOException;

    /** A {@link Cancellation} cuts one transfer; this ends them all. Returns within two seconds. */
    @Override
    void close();
}
