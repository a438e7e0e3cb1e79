package org.wirephoto.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.DeleteOptions;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirephoto remove}: moves images to the trash, or removes them for good. */
@Command(
        name = "remove",
        description = "Move images to the trash, or remove them for good.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto remove beach.png",
            "  wirephoto remove 'draft-*.png'",
            "  wirephoto remove secret.png --forever"
        })
final class RemoveCommand extends ServerCommand {
    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "Names of images, or patterns of names with * and ?.")
    private List<String> names = List.of();

    @Option(names = "--forever", description = "Remove for good, where nothing can bring it back. Asks first.")
    private boolean forever;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Which image of that name, in the trash too, going by the ids that trash and show give.")
    private Optional<String> id = Optional.empty();

    RemoveCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.REMOVE);
    }

    @Override
    void check() {
        if (id.isPresent() && (names.size() > 1 || NamePattern.isPattern(names.getFirst()))) {
            throw new UsageException("--id is for one image.");
        }
        if (forever && !yes && !session().person().isThere()) {
            throw new UsageException("There is nobody to ask whether to remove for good: add --yes if you are sure.");
        }
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        NameArguments wanted = new NameArguments(client, this::report);
        List<String> all = wanted.resolve(names);
        List<ExitCode> outcomes = wanted.outcomes();
        if (forever && !yes && !all.isEmpty() && !agreed(all)) {
            screen().note("Nothing was removed.");
            return ExitCode.of(outcomes);
        }
        List<String> removed = new ArrayList<>();
        for (String name : all) {
            ExitCode outcome = remove(client, name);
            outcomes.add(outcome);
            if (outcome == ExitCode.OK) {
                removed.add(name);
            } else if (outcome == ExitCode.UNREACHABLE || outcome == ExitCode.INTERRUPTED) {
                break;
            }
        }
        if (!json() && !forever && !removed.isEmpty()) {
            String which = removed.size() == 1 ? Wording.safe(removed.getFirst()) : "NAME";
            screen().note("To bring it back: wirephoto restore " + which);
        }
        return ExitCode.of(outcomes);
    }

    private ExitCode remove(WirephotoClient client, String name) {
        try {
            String removedId = client.delete(name, new DeleteOptions(id, forever, Optional.empty()));
            screen().say(
                            json()
                                    ? Json.object(json -> {
                                        json.writeStringField("name", name);
                                        json.writeStringField("id", removedId);
                                        json.writeBooleanField("forever", forever);
                                    })
                                    : (forever ? "Removed " + Wording.safe(name) + " for good." : moved(name)));
            return ExitCode.OK;
        } catch (RefusedException e) {
            return report(Failure.of(Attempt.of(Action.REMOVE, name), e), Optional.of(name));
        } catch (IOException e) {
            return report(Failure.of(e), Optional.of(name));
        }
    }

    private static String moved(String name) {
        return "Moved " + Wording.safe(name) + " to the trash.";
    }

    private boolean agreed(List<String> all) throws IOException {
        String what = all.size() == 1 ? Wording.safe(all.getFirst()) : Wording.count(all.size(), "image");
        return session().person().agrees("Remove " + what + " for good? Nothing can bring it back.");
    }
}
