package org.wirephoto.desktop.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Limits;

/**
 * Reads all pages of a list, to be put in the place of what is shown. What has not changed stays the same object, so
 * that two lists of the same images take little more memory than one. On a thread of {@code Work}.
 */
final class WholeList implements Callable<WholeList.Read> {
    private final Session session;
    private final ListRequest request;
    private final List<RemoteImage> before;

    WholeList(Session session, ListRequest request, List<RemoteImage> before) {
        this.session = session;
        this.request = request.withLimit(Limits.PAGE);
        this.before = before;
    }

    /**
     * What was read.
     *
     * @param fresh the images
     * @param seq of the first page
     * @param more whether there are more than can be held
     */
    record Read(ImageList.Fresh fresh, String seq, boolean more) {}

    @Override
    public Read call() throws IOException {
        Map<ImageName, RemoteImage> known = new HashMap<>(before.size() * 2);
        before.forEach(image -> known.put(image.name(), image));
        List<RemoteImage> images = new ArrayList<>(before.size());
        Map<ImageName, RemoteImage> byName = new HashMap<>(before.size() * 2);
        ImagePage page = session.list(request);
        String seq = page.seq();
        while (true) {
            for (RemoteImage image : page.images()) {
                RemoteImage old = known.getOrDefault(image.name(), image);
                RemoteImage kept = image.equals(old) ? old : image;
                if (byName.putIfAbsent(kept.name(), kept) == null) {
                    images.add(kept);
                }
            }
            if (page.next().isEmpty() || images.size() >= GalleryModel.MOST) {
                return new Read(
                        new ImageList.Fresh(images, byName), seq, page.next().isPresent());
            }
            page = session.list(request.withAfter(page.next().get()));
        }
    }
}
