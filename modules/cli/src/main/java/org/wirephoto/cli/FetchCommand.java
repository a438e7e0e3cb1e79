package org.wirephoto.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.FetchReceipt;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirephoto fetch}: fetches images into files, or one to standard output. */
@Command(
        name = "fetch",
        description = "Fetch images from the server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto fetch beach.png",
            "  wirephoto fetch '*.png' -o pictures",
            "  wirephoto fetch beach.png --variant preview",
            "  wirephoto fetch beach.png -o - | display",
            "",
            "What is in the folder already is left alone. A fetch that was interrupted goes on where it was when it "
                    + "is started again; until then its bytes are in a hidden file that ends in .part."
        })
final class FetchCommand extends ServerCommand {
    private static final String STANDARD_OUTPUT = "-";
    private static final int LARGEST_VARIANT = 64 << 20;

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "Names of images, or patterns of names with * and ?.")
    private List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "The folder to fetch into, made if it is missing (default: this one), or - for standard output.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean overwrite;

    @Option(
            names = "--variant",
            paramLabel = "WHICH",
            completionCandidates = Words.Variants.class,
            converter = Words.Variants.class,
            description = "Fetch a smaller rendering: ${COMPLETION-CANDIDATES}.")
    private Optional<Variant> variant = Optional.empty();

    @Mixin
    private final JobsOption jobs = new JobsOption();

    FetchCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.FETCH);
    }

    @Override
    int transfers() {
        return jobs.count();
    }

    @Override
    void check() {
        jobs.check();
        if (!toStandardOutput()) {
            return;
        }
        if (names.size() > 1 || NamePattern.isPattern(names.getFirst())) {
            throw new UsageException("Only one image can go to standard output.");
        }
        if (json()) {
            throw new UsageException("--json does not go with an image on standard output.");
        }
        if (session().host().terminal().output()) {
            throw new UsageException("An image is no text for a terminal: send it on with | or into a file with >.");
        }
    }

    private boolean toStandardOutput() {
        return output.filter(STANDARD_OUTPUT::equals).isPresent();
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        if (toStandardOutput()) {
            return toStream(client, names.getFirst());
        }
        Path folder = TargetFolder.make(session().host().folder(), output.orElse(""));
        NameArguments wanted = new NameArguments(client, this::report);
        List<String> all = wanted.resolve(names);
        List<ExitCode> outcomes = wanted.outcomes();
        List<ExitCode> fetched;
        try (Screen.Progress progress = screen().progress(all.size(), OptionalLong.empty())) {
            fetched = new Batch(jobs.count()).run(all, name -> fetch(client, name, folder, progress.bars()));
        }
        outcomes.addAll(fetched);
        if (!json() && session().interruption().isRequested()) {
            screen().note("Stopped. Fetch again to go on where it was.");
        } else if (!json() && fetched.size() < all.size()) {
            screen().note(Wording.count(all.size() - fetched.size(), "more image") + " not tried.");
        }
        return ExitCode.of(outcomes);
    }

    private ExitCode fetch(WirephotoClient client, String name, Path folder, ProgressBars bars) {
        try (ProgressBars.Bar bar = bars.begin(Wording.safe(name))) {
            tell(client.fetchInto(name, folder, new FetchOptions(overwrite, variant, Optional.empty()), control(bar)));
            return ExitCode.OK;
        } catch (RefusedException e) {
            return report(Failure.of(Attempt.of(Action.FETCH, name), e), Optional.of(name));
        } catch (IOException e) {
            return report(Failure.of(e), Optional.of(name));
        }
    }

    private void tell(FetchReceipt receipt) {
        if (json()) {
            screen().say(Json.object(json -> {
                json.writeStringField("name", receipt.name().text());
                json.writeStringField("file", receipt.file().toString());
                json.writeNumberField("filesize", receipt.filesize());
                json.writeNumberField("received", receipt.received());
            }));
            return;
        }
        String file = Wording.safe(
                output.isEmpty()
                        ? receipt.file().getFileName().toString()
                        : receipt.file().toString());
        String name = Wording.safe(receipt.name().text());
        screen().say(
                        receipt.received() == 0
                                ? file + " is here already, with the same bytes."
                                : "Fetched " + name + (file.equals(name) ? "" : " to " + file) + " ("
                                        + Wording.size(receipt.filesize()) + ").");
    }

    private ExitCode toStream(WirephotoClient client, String name) throws IOException {
        try (Screen.Progress progress = screen().progress(1, OptionalLong.empty());
                ProgressBars.Bar bar = progress.bars().begin(Wording.safe(name))) {
            OutputStream out = new BufferedOutputStream(session().host().out());
            if (variant.isPresent()) {
                client.fetch(
                                name,
                                variant.get(),
                                LARGEST_VARIANT,
                                session().interruption().cancellation())
                        .open()
                        .transferTo(out);
            } else {
                client.fetch(name, out, control(bar));
            }
            out.flush();
            return ExitCode.OK;
        } catch (RefusedException e) {
            return report(Failure.of(Attempt.of(Action.FETCH, name), e), Optional.of(name));
        }
    }

    private TransferControl control(ProgressBars.Bar bar) {
        return new TransferControl(bar, session().interruption().cancellation());
    }
}
