package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.client.CancelledException;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Sort;

/**
 * Fetches each image that comes in while a watch goes on. What fails is told and passed over. Used by one thread;
 * while it fetches the server holds events back, or sends a reset in the end.
 */
final class Follower {
    /** Some megabytes; what was missed beyond that is listed again. */
    private static final int MOST_MISSED = 10_000;

    private final WirephotoClient client;
    private final Session session;
    private final Path folder;
    private final boolean json;
    private final Backlog backlog;

    /**
     * A follower that leaves alone what is there when it starts.
     *
     * @param newest the images that were saved last before it starts
     */
    Follower(WirephotoClient client, Session session, Path folder, boolean json, Collection<RemoteImage> newest) {
        this.client = client;
        this.session = session;
        this.folder = folder;
        this.json = json;
        this.backlog = new Backlog(MOST_MISSED, newest);
    }

    /** Does what an event asks for. */
    void follow(ImageEvent event) throws IOException, RefusedException {
        switch (event) {
            case ImageEvent.Saved saved -> fetch(saved.image());
            case ImageEvent.Reset reset -> catchUp();
            case ImageEvent.Deleted deleted -> {}
            case ImageEvent.Renamed renamed -> {}
            case ImageEvent.Offline offline -> {}
            case ImageEvent.Online online -> {}
        }
    }

    /** Fetches what was saved since the last image that is known, the oldest first. */
    private void catchUp() throws IOException, RefusedException {
        do {
            ImagePages pages = client.pages(ListRequest.all().withSort(Sort.NEWEST));
            Optional<ImagePage> page = pages.next();
            while (page.isPresent() && page.get().images().stream().allMatch(backlog::look)) {
                page = pages.next();
            }
            for (Optional<RemoteImage> image = backlog.poll(); image.isPresent(); image = backlog.poll()) {
                fetch(image.get());
            }
        } while (backlog.wasCut());
    }

    private void fetch(RemoteImage image) throws CancelledException {
        String name = image.name().text();
        Screen screen = session.screen();
        try (Screen.Progress progress = screen.progress(1, OptionalLong.empty());
                ProgressBars.Bar bar = progress.bars().begin(Wording.safe(name))) {
            TransferControl control =
                    new TransferControl(bar, session.interruption().cancellation());
            tell(client.fetchInto(name, folder, FetchOptions.createNew(), control));
        } catch (CancelledException e) {
            throw e;
        } catch (RefusedException e) {
            report(name, Failure.of(Attempt.of(Action.FETCH, name), e));
        } catch (IOException e) {
            report(name, Failure.of(e));
        }
        backlog.done(image);
    }

    private void tell(FetchReceipt receipt) {
        String file = receipt.file().toString();
        if (json) {
            session.screen().say(Json.object(fields -> {
                fields.writeStringField("event", "fetched");
                fields.writeStringField("name", receipt.name().text());
                fields.writeStringField("file", file);
                fields.writeNumberField("received", receipt.received());
            }));
        } else {
            Host host = session.host();
            session.screen()
                    .say(Wording.second(host.clock().instant(), host.zone()) + "  fetched  " + Wording.safe(file));
        }
    }

    private void report(String name, Failure failure) {
        if (json) {
            session.screen().say(Json.error(Optional.of(name), failure));
        } else {
            session.screen().note(failure.sentence());
        }
    }
}
