package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.client.CancelledException;
import org.wirephoto.client.ConnectionLostException;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Sort;

/**
 * Fetches each image that comes in while a watch goes on. What fails is told and passed over; what failed for want of
 * a server is tried again once it is back. Used by one thread; while it fetches the server holds events back, or sends
 * a reset in the end.
 */
final class Follower {
    /** Some megabytes; what was missed beyond that is listed again. */
    private static final int MOST_MISSED = 10_000;
    /** Between two attempts while the watch's own connection saw nothing of what is wrong. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final WirephotoClient client;
    private final Session session;
    private final Path folder;
    private final boolean json;
    private final Backlog backlog;
    private final Postponed postponed = new Postponed(MOST_MISSED);
    /** Whether the list is still to be looked through for what was missed. */
    private boolean behind;

    private boolean online = true;
    private long nextRound = System.nanoTime();

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
            case ImageEvent.Saved saved -> {
                Postponed.Item item = new Postponed.Item(saved.image(), 0);
                if (!behind) {
                    fetch(item);
                } else if (!backlog.lacks(saved.image())) {
                    postponed.add(item); // the list would not bring it
                }
            }
            case ImageEvent.Reset reset -> {
                behind = true;
                nextRound = System.nanoTime();
            }
            case ImageEvent.Deleted deleted -> {}
            case ImageEvent.Renamed renamed -> {}
            case ImageEvent.Offline offline -> online = false;
            case ImageEvent.Online back -> {
                online = true;
                nextRound = System.nanoTime();
            }
        }
    }

    /** Tries again what failed for want of a server, where it is time; to be asked after each event, and now and then. */
    void goOn() throws IOException, RefusedException {
        if (!online || (!behind && postponed.size() == 0) || System.nanoTime() - nextRound < 0) {
            return;
        }
        nextRound = System.nanoTime() + PAUSE.toNanos();
        boolean reached = !behind || catchUp();
        for (int left = postponed.size(); left > 0 && reached; left--) {
            reached = fetch(postponed.poll().orElseThrow());
        }
    }

    /** Fetches what was saved since the last image that is known, the oldest first; says whether the server was there. */
    private boolean catchUp() throws IOException, RefusedException {
        do {
            backlog.clear();
            try {
                list();
            } catch (UnreachableException | ConnectionLostException e) {
                report(Optional.empty(), Failure.of(e).saying("What was missed is looked for again."));
                return false;
            }
            for (Optional<RemoteImage> image = backlog.poll(); image.isPresent(); image = backlog.poll()) {
                if (!fetch(new Postponed.Item(image.get(), 0))) {
                    return false;
                }
            }
        } while (backlog.wasCut());
        behind = false;
        return true;
    }

    private void list() throws IOException, RefusedException {
        ImagePages pages = client.pages(ListRequest.all().withSort(Sort.NEWEST));
        Optional<ImagePage> page = pages.next();
        while (page.isPresent() && page.get().images().stream().allMatch(backlog::look)) {
            page = pages.next();
        }
    }

    /** Fetches an image, and says whether the server was there. */
    private boolean fetch(Postponed.Item item) throws CancelledException {
        String name = item.image().name().text();
        Optional<Failure> failure = attempt(name);
        backlog.done(item.image());
        if (failure.isEmpty() || !failure.get().mayPass()) {
            failure.ifPresent(told -> report(Optional.of(name), told));
            return true;
        }
        boolean again = postponed.add(item.triedOnceMore());
        if (item.tries() == 0 || !again) {
            report(
                    Optional.of(name),
                    failure.get()
                            .about(Wording.safe(name) + " was not fetched")
                            .saying(again ? "It is tried again." : "It is not tried any more."));
        }
        return false;
    }

    private Optional<Failure> attempt(String name) throws CancelledException {
        Screen screen = session.screen();
        try (Screen.Progress progress = screen.progress(1, OptionalLong.empty());
                ProgressBars.Bar bar = progress.bars().begin(Wording.safe(name))) {
            TransferControl control =
                    new TransferControl(bar, session.interruption().cancellation());
            tell(client.fetchInto(name, folder, FetchOptions.createNew(), control));
            return Optional.empty();
        } catch (CancelledException e) {
            throw e;
        } catch (RefusedException e) {
            return Optional.of(Failure.of(Attempt.of(Action.FETCH, name), e));
        } catch (IOException e) {
            return Optional.of(Failure.of(e));
        }
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

    private void report(Optional<String> name, Failure failure) {
        if (json) {
            session.screen().say(Json.error(name, failure));
        } else {
            session.screen().note(failure.sentence());
        }
    }
}
