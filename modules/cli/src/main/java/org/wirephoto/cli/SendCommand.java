package org.wirephoto.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ImageName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirephoto send}: saves files of this machine, or standard input, at the server. */
@Command(
        name = "send",
        description = "Send images to the server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto send beach.png",
            "  wirephoto send holiday/ 'scan-*.tif'",
            "  wirephoto send IMG_0042.JPG --name sunset.jpg",
            "  screenshot | wirephoto send - --name screen.png",
            "",
            "A folder stands for the images in it, going by their names; hidden files are left out."
        })
final class SendCommand extends ServerCommand {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Images, folders of images, patterns with * and ?, or - for standard input.")
    private List<String> arguments = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "The name to give to the image, if it is only one.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--replace", description = "Replace an image of that name; the earlier one goes to the trash.")
    private boolean replace;

    @Option(names = "--fix-name", description = "Where a name will not do, take the one that the server suggests.")
    private boolean fixName;

    @Option(
            names = {"-r", "--recursive"},
            description = "Send what is in the folders of folders, too.")
    private boolean recursive;

    @Mixin
    private final JobsOption jobs = new JobsOption();

    private final List<LocalImage> images = new ArrayList<>();
    private final List<ExitCode> outcomes = new ArrayList<>();

    SendCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.SEND);
    }

    @Override
    int transfers() {
        return jobs.count();
    }

    @Override
    void check() {
        jobs.check();
        if (arguments.contains(STANDARD_INPUT)) {
            checkStandardInput();
            return;
        }
        LocalImages local = new LocalImages(session().host().folder(), recursive);
        for (String argument : arguments) {
            try {
                local.add(argument);
            } catch (IOException e) {
                outcomes.add(report(Failure.of(e), Optional.of(argument)));
            }
        }
        local.notes().forEach(screen()::note);
        local.denied().forEach(this::reportDenied);
        images.addAll(local.found());
        if (images.isEmpty() && outcomes.isEmpty()) {
            outcomes.add(report(
                    new Failure(
                            ExitCode.REFUSED, "nothing-to-send", "Nothing was sent: " + noImageIn(local.empty(), "no")),
                    Optional.empty()));
        } else if (!local.empty().isEmpty()) {
            screen().note(noImageIn(local.empty(), "No"));
        }
        if (name.isPresent() && images.size() > 1) {
            throw new UsageException("--name is for one image, and this would send " + images.size() + ".");
        }
        if (replace) {
            leaveOutSecondsOfOneName();
        }
    }

    private void reportDenied(String label) {
        String sentence = "Left out " + Wording.safe(label) + ", which this account may not read.";
        outcomes.add(report(new Failure(ExitCode.LOCAL, "file-denied", sentence), Optional.of(label)));
    }

    private static String noImageIn(List<String> folders, String no) {
        return no + " file in " + String.join(", ", folders) + " has a name that ends like that of an image.";
    }

    private void checkStandardInput() {
        if (arguments.size() > 1) {
            throw new UsageException("Standard input can't be sent together with files.");
        }
        if (name.isEmpty()) {
            throw new UsageException("An image from standard input needs a name: add --name and one.");
        }
        if (fixName) {
            throw new UsageException("Standard input can be read only once: --fix-name does not go with it.");
        }
    }

    /** With --replace the second would put the first into the trash, in whichever order they happened to arrive. */
    private void leaveOutSecondsOfOneName() {
        Set<String> keys = new HashSet<>();
        images.removeIf(image -> {
            if (keys.add(ImageName.keyOf(ImageName.normalise(image.name())))) {
                return false;
            }
            outcomes.add(report(
                    new Failure(
                            ExitCode.REFUSED,
                            "same-name",
                            Wording.safe(image.label()) + " was left out: another file of that name is sent already."),
                    Optional.of(image.label())));
            return true;
        });
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        Sender sender = new Sender(client, session(), new Sender.Terms(replace, fixName), this::report);
        if (arguments.contains(STANDARD_INPUT)) {
            return sender.sendInput(session().host().in(), name.orElseThrow(), json());
        }
        Instant began = session().host().clock().instant();
        long bytes = images.stream().mapToLong(LocalImage::size).sum();
        try (Screen.Progress progress = screen().progress(images.size(), OptionalLong.of(bytes))) {
            outcomes.addAll(new Batch(jobs.count())
                    .run(images, image -> sender.send(image, name.orElseGet(image::name), progress.bars(), json())));
        }
        if (!json() && (images.size() > 1 || session().interruption().isRequested())) {
            sum(sender, Duration.between(began, session().host().clock().instant()));
        }
        return ExitCode.of(outcomes);
    }

    private void sum(Sender sender, Duration time) {
        long sent = sender.sentImages();
        String what = sent == images.size()
                ? Wording.count(sent, "image")
                : String.format("%,d of %s", sent, Wording.count(images.size(), "image"));
        screen().say("Sent " + what + " (" + Wording.size(sender.sentBytes()) + " in " + Wording.took(time) + ").");
        if (session().interruption().isRequested()) {
            screen().note("Stopped. Send the rest again: an image that was half sent goes on where it was.");
        }
    }
}
