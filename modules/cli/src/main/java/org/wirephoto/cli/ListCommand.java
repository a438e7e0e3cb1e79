package org.wirephoto.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirephoto list}: what images there are. */
@Command(
        name = "list",
        description = "List the images of the server.",
        footerHeading = "%nExamples:%n",
        footer = {"  wirephoto list", "  wirephoto list --match beach --sort newest", "  wirephoto list --all --json"})
final class ListCommand extends ServerCommand {
    @Option(names = "--match", paramLabel = "TEXT", description = "List those alone whose names contain this text.")
    private Optional<String> match = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            completionCandidates = Words.Sorts.class,
            converter = Words.Sorts.class,
            defaultValue = "name",
            description = "The order: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Sort sort = Sort.NAME;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The most images to list (default: ${DEFAULT-VALUE}).")
    private long limit;

    @Option(names = "--all", description = "List all of them, however many there are.")
    private boolean all;

    ListCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.LIST);
    }

    @Override
    void check() {
        if (limit < 1) {
            throw new UsageException("--limit begins at 1.");
        }
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        long most = all ? Long.MAX_VALUE : limit;
        ListRequest plain = ListRequest.all().withSort(sort).withLimit((int) Math.min(most, Limits.PAGE));
        ImagePages pages = client.pages(match.map(plain::withMatch).orElse(plain));
        ImageListing listing = new ImageListing(session(), time(), SENDER);
        if (json()) {
            return listing.writeJson(pages, most, e -> Failure.of(attempt(), e));
        }
        listing.writeTable(pages, most);
        if (listing.listed() == 0) {
            screen().note(
                            match.isPresent()
                                    ? "The name of no image contains " + Wording.safe(match.get()) + "."
                                    : "There are no images yet. Send one with: wirephoto send FILE");
        } else if (listing.more()) {
            screen().note("These are " + shown(listing) + ". Add --all to see the others.");
        }
        return ExitCode.OK;
    }

    private static String shown(ImageListing listing) {
        return listing.total().isPresent()
                ? String.format(
                        "%,d of %s",
                        listing.listed(), Wording.count(listing.total().getAsLong(), "image"))
                : "the first " + Wording.count(listing.listed(), "image");
    }

    private static final ImageListing.Column SENDER = new ImageListing.Column(
            "SENDER", image -> image.attributes().sender().map(Wording::safe).orElse(""));

    private ImageListing.Column time() {
        ZoneId zone = session().host().zone();
        return sort == Sort.TAKEN
                ? new ImageListing.Column("TAKEN", image -> taken(image, zone))
                : new ImageListing.Column(
                        "SAVED", image -> Wording.minute(image.attributes().saved(), zone));
    }

    private static String taken(RemoteImage image, ZoneId zone) {
        Optional<CameraTime> taken = image.attributes().taken();
        return taken.map(time -> Wording.minute(time, zone)).orElse("");
    }
}
