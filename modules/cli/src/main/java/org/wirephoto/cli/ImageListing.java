package org.wirephoto.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;

/** Writes the pages of a list as they come, as a table or as one JSON document. */
final class ImageListing {
    /**
     * A column of the table.
     *
     * @param heading what stands above it
     * @param text what stands in it
     */
    record Column(String heading, Function<RemoteImage, String> text) {}

    private static final Column NAME =
            new Column("NAME", image -> Wording.safe(image.name().text()));
    private static final Column SIZE =
            new Column("SIZE", image -> Wording.size(image.attributes().filesize()));
    private static final Column PIXELS = new Column(
            "PIXELS",
            image -> image.attributes().width() + "x" + image.attributes().height());
    private static final Column TYPE =
            new Column("TYPE", image -> Wording.type(image.attributes().type()));

    private final Session session;
    private final List<Column> columns;
    private long listed;
    private long unreadable;
    private boolean more;
    private OptionalLong total = OptionalLong.empty();
    private Optional<String> seq = Optional.empty();

    /** A list with columns of its own behind those that all lists have. */
    ImageListing(Session session, Column... own) {
        this.session = session;
        this.columns = Stream.concat(Stream.of(NAME, SIZE, PIXELS, TYPE), Stream.of(own))
                .toList();
    }

    /** Writes a table of {@code limit} images at most, with a heading on a terminal. */
    void writeTable(ImagePages pages, long limit) throws IOException, RefusedException {
        for (Optional<List<RemoteImage>> page = next(pages, limit); page.isPresent(); page = next(pages, limit)) {
            boolean heading =
                    session.host().terminal().output() && listed == page.get().size() && listed > 0;
            Table table = new Table(1, 2);
            if (heading) {
                table.row(columns.stream().map(Column::heading).toArray(String[]::new));
            }
            for (RemoteImage image : page.get()) {
                table.row(columns.stream()
                        .map(column -> column.text().apply(image))
                        .toArray(String[]::new));
            }
            boolean first = heading;
            for (String line : table.lines()) {
                session.screen().say(first ? session.screen().heading(line) : line);
                first = false;
            }
        }
        if (unreadable > 0) {
            session.screen().note(Wording.count(unreadable, "more image") + " can't be shown by this version.");
        }
    }

    /** Writes one JSON document, which tells of a failure too if there is one in the middle. */
    ExitCode writeJson(ImagePages pages, long limit, Function<RefusedException, Failure> refused) {
        session.screen().say("{\"images\":[");
        Optional<Failure> failure = Optional.empty();
        try {
            for (Optional<List<RemoteImage>> page = next(pages, limit); page.isPresent(); page = next(pages, limit)) {
                long before = listed - page.get().size();
                for (RemoteImage image : page.get()) {
                    session.screen().say((before++ == 0 ? "" : ",") + Json.image(image));
                }
            }
        } catch (RefusedException e) {
            failure = Optional.of(refused.apply(e));
        } catch (IOException e) {
            failure = Optional.of(Failure.of(e));
        }
        session.screen().say("]," + ending(failure).substring(1));
        return failure.map(Failure::exit).orElse(ExitCode.OK);
    }

    private String ending(Optional<Failure> failure) {
        return Json.object(json -> {
            json.writeBooleanField("more", more);
            if (total.isPresent()) {
                json.writeNumberField("total", total.getAsLong());
            }
            if (unreadable > 0) {
                json.writeNumberField("unreadable", unreadable);
            }
            Json.optional(json, "seq", seq);
            if (failure.isPresent()) {
                Json.errorField(json, failure.get());
            }
        });
    }

    /** The images of the next page that are within the limit, or empty where there are no more of them. */
    private Optional<List<RemoteImage>> next(ImagePages pages, long limit) throws IOException, RefusedException {
        if (listed >= limit || session.screen().outputGone()) {
            return Optional.empty();
        }
        Optional<ImagePage> page = pages.next();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        if (seq.isEmpty()) {
            seq = Optional.of(page.get().seq());
            total = page.get().total();
        }
        List<RemoteImage> images = page.get().images();
        int room = (int) Math.min(images.size(), limit - listed);
        more = page.get().next().isPresent() || room < images.size();
        listed += room;
        unreadable += page.get().unreadable();
        return Optional.of(images.subList(0, room));
    }

    /** How many images were written. */
    long listed() {
        return listed;
    }

    /** Whether there are images that were not written. */
    boolean more() {
        return more;
    }

    /** How many images there are in all, where the server counted. */
    OptionalLong total() {
        return total;
    }
}
