package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.client.CancelledException;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.Watch;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirephoto watch}: what happens at the server, as it happens. */
@Command(
        name = "watch",
        description = "Tell what happens at the server, as it happens, until Ctrl+C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto watch",
            "  wirephoto watch --fetch-into pictures",
            "  wirephoto watch --json",
            "",
            "A lost connection is made again; what happened in the meantime follows."
        })
final class WatchCommand extends ServerCommand {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Option(
            names = "--fetch-into",
            paramLabel = "DIR",
            description = "Fetch each new image into this folder; what is there already is left alone.")
    private Optional<String> fetchInto = Optional.empty();

    WatchCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.WATCH);
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        ImagePage page = client.list(ListRequest.all().withSort(Sort.NEWEST));
        Optional<Follower> follower = follower(client, page);
        EventLines lines = new EventLines(session().host(), json());
        try (Watch watch = client.watch(page.seq())) {
            session().interruption().onRequest(watch::close);
            while (!screen().outputGone()) {
                Optional<ImageEvent> event = watch.next(LOOK);
                if (event.isPresent()) {
                    tell(lines, event.get());
                    if (follower.isPresent()) {
                        follower.get().follow(event.get());
                    }
                }
                if (follower.isPresent()) {
                    follower.get().goOn();
                }
            }
            return ExitCode.OK;
        } catch (CancelledException e) {
            if (session().interruption().isRequested()) {
                return ExitCode.INTERRUPTED;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private Optional<Follower> follower(WirephotoClient client, ImagePage page) throws IOException {
        if (fetchInto.isEmpty()) {
            return Optional.empty();
        }
        Path folder = TargetFolder.make(session().host().folder(), fetchInto.get());
        return Optional.of(new Follower(client, session(), folder, json(), page.images()));
    }

    private void tell(EventLines lines, ImageEvent event) {
        boolean ofConnection = event instanceof ImageEvent.Offline || event instanceof ImageEvent.Online;
        if (ofConnection && !json()) {
            screen().note(lines.line(event));
        } else {
            screen().say(lines.line(event));
        }
    }
}
