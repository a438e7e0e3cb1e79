package org.wirephoto.client;

import java.util.Map;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.protocol.Reply;

/** Reads what replies have to have; whatever lacks it is nonsense. */
final class Replies {
    private final Trouble trouble;

    Replies(Trouble trouble) {
        this.trouble = trouble;
    }

    /** Checks that no bytes follow the reply. */
    void bodiless(Reply.Ok ok) throws ProtocolException {
        if (ok.bodySize().orElse(0) != 0) {
            throw trouble.nonsense("it sends bytes that it was not asked for.");
        }
    }

    /** How many bytes follow the reply. */
    long bodySize(Reply.Ok ok) throws ProtocolException {
        return ok.bodySize().orElseThrow(() -> trouble.nonsense("it does not say how many bytes follow."));
    }

    String text(Reply.Ok ok, String key) throws ProtocolException {
        return ok.attribute(key).orElseThrow(() -> trouble.nonsense("its answer has no " + key + "."));
    }

    long count(Reply.Ok ok, String key) throws ProtocolException {
        try {
            long count = Long.parseLong(text(ok, key));
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw trouble.nonsense("the " + key + " of its answer is no number.");
        }
        throw trouble.nonsense("the " + key + " of its answer is below zero.");
    }

    Digest digest(Reply.Ok ok) throws ProtocolException {
        return Digest.parse(text(ok, "sha256"))
                .orElseThrow(() -> trouble.nonsense("the sha256 of its answer is no digest."));
    }

    AccessKey key(Reply.Ok ok) throws ProtocolException {
        return AccessKey.parse(text(ok, "key")).orElseThrow(() -> trouble.nonsense("the key of its answer is none."));
    }

    Fingerprint fingerprint(Reply.Ok ok) throws ProtocolException {
        return Fingerprint.parse(text(ok, "fp"))
                .orElseThrow(() -> trouble.nonsense("the fingerprint of its answer is none."));
    }

    /** The stored name: checked, for it may become that of a file. */
    ImageName name(Reply.Ok ok) throws ProtocolException {
        return ok.name()
                .flatMap(Replies::name)
                .orElseThrow(() -> trouble.nonsense("its answer has no name that an image can have."));
    }

    /** The image of a reply without a body. */
    RemoteImage image(Reply.Ok ok) throws ProtocolException {
        bodiless(ok);
        Map<String, String> map = ok.attributes();
        ImageAttributes attributes = ImageAttributes.parse(count(ok, "filesize"), map)
                .orElseThrow(() -> trouble.nonsense("its answer does not describe an image that this client knows."));
        return new RemoteImage(name(ok), attributes, Optional.empty());
    }

    static Optional<ImageName> name(String text) {
        return ImageName.check(text) instanceof NameCheck.Accepted(ImageName name)
                ? Optional.of(name)
                : Optional.empty();
    }
}
