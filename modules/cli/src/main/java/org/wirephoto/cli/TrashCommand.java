package org.wirephoto.cli;

import java.io.IOException;
import java.time.ZoneId;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import picocli.CommandLine.Command;

/** {@code wirephoto trash}: what was removed or replaced, and can be brought back. */
@Command(
        name = "trash",
        description = "List what was removed or replaced, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto trash",
            "  wirephoto restore beach.png",
            "",
            "What is in the trash is removed for good after 30 days, or earlier where the disk is full."
        })
final class TrashCommand extends ServerCommand {
    TrashCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.LIST);
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        ZoneId zone = session().host().zone();
        ImageListing listing = new ImageListing(
                session(),
                new ImageListing.Column(
                        "REMOVED",
                        image -> image.deleted()
                                .map(time -> Wording.minute(time, zone))
                                .orElse("")),
                new ImageListing.Column(
                        "ID", image -> Wording.safe(image.attributes().id())));
        ImagePages pages = client.pages(ListRequest.ofTrash());
        if (json()) {
            return listing.writeJson(pages, Long.MAX_VALUE, e -> Failure.of(attempt(), e));
        }
        listing.writeTable(pages, Long.MAX_VALUE);
        if (listing.listed() == 0) {
            screen().note("The trash is empty.");
        }
        return ExitCode.OK;
    }
}
