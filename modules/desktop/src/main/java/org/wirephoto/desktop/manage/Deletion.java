package org.wirephoto.desktop.manage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.TroubleException;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * Images that went to the trash together, and can come back together.
 *
 * @param deleted those that went
 * @param refused those that the server did not let go
 * @param trouble why the first of those did not go
 */
public record Deletion(List<RemoteImage> deleted, List<RemoteImage> refused, Optional<Trouble> trouble) {
    /** Copies the lists. */
    public Deletion {
        deleted = List.copyOf(deleted);
        refused = List.copyOf(refused);
    }

    /**
     * What came back.
     *
     * @param restored the images, some of which may have another name now
     * @param left those that did not come back and still may
     * @param trouble why the first of those that did not come back did not
     */
    public record Return(List<RemoteImage> restored, Optional<Deletion> left, Optional<Trouble> trouble) {
        /** Copies the list. */
        public Return {
            restored = List.copyOf(restored);
        }
    }

    /**
     * Moves images to the trash, each only if it still is what was seen. Blocks.
     *
     * @throws IOException if the server does not answer, and nothing went
     */
    static Deletion of(Session session, List<RemoteImage> images) throws IOException {
        List<RemoteImage> deleted = new ArrayList<>();
        List<RemoteImage> refused = new ArrayList<>();
        Optional<Trouble> first = Optional.empty();
        for (RemoteImage image : images) {
            DeleteOptions options =
                    DeleteOptions.toTrash().withId(image.attributes().id());
            try {
                session.delete(image.name(), options);
                deleted.add(image);
            } catch (IOException e) {
                Trouble trouble = Trouble.of(e);
                if (trouble.code().equals(Optional.of(ErrorCode.NOT_FOUND))) {
                    continue; // somebody was faster: it is gone, as it should be
                }
                if (trouble.kind() != Trouble.Kind.REFUSED) {
                    return broken(deleted, images, e);
                }
                refused.add(image);
                first = first.or(() -> Optional.of(trouble));
            }
        }
        return new Deletion(deleted, refused, first);
    }

    /** What went until the connection broke can still be taken back. */
    private static Deletion broken(List<RemoteImage> deleted, List<RemoteImage> all, IOException e) throws IOException {
        if (deleted.isEmpty()) {
            throw e;
        }
        List<RemoteImage> left =
                all.stream().filter(image -> !deleted.contains(image)).toList();
        return new Deletion(deleted, left, Optional.of(Trouble.of(e)));
    }

    /** Brings the images back, under another name where somebody took theirs, until the server answers no more. Blocks. */
    Return undo(Session session) {
        List<RemoteImage> restored = new ArrayList<>();
        List<RemoteImage> left = new ArrayList<>();
        Optional<Trouble> first = Optional.empty();
        boolean answers = true;
        for (RemoteImage image : deleted) {
            if (!answers) {
                left.add(image);
                continue;
            }
            try {
                restored.add(restore(session, image));
            } catch (IOException e) {
                Trouble trouble = Trouble.of(e);
                first = first.or(() -> Optional.of(trouble));
                answers = trouble.kind() == Trouble.Kind.REFUSED;
                if (!trouble.code().equals(Optional.of(ErrorCode.NOT_FOUND))) {
                    left.add(image);
                }
            }
        }
        return new Return(
                restored,
                Optional.of(new Deletion(left, List.of(), Optional.empty())).filter(_ -> !left.isEmpty()),
                first);
    }

    private static RemoteImage restore(Session session, RemoteImage image) throws IOException {
        RestoreOptions options =
                RestoreOptions.newest().withId(image.attributes().id());
        try {
            return session.restore(image.name(), options);
        } catch (TroubleException e) {
            Optional<ImageName> other = e.trouble().suggestion();
            if (!e.trouble().code().equals(Optional.of(ErrorCode.ALREADY_EXISTS)) || other.isEmpty()) {
                throw e;
            }
            return session.restore(image.name(), options.withName(other.get().text()));
        }
    }
}
