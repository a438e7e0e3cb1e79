package org.wirephoto.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirephoto.client.ImagePage;
import org.wirephoto.client.ImagePages;
import org.wirephoto.client.ListRequest;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ImageName;

/** Finds the images that arguments stand for, which may be patterns of names. */
final class NameArguments {
    private final WirephotoClient client;
    private final Reporter reporter;
    private final List<ExitCode> outcomes = new ArrayList<>();

    NameArguments(WirephotoClient client, Reporter reporter) {
        this.client = client;
        this.reporter = reporter;
    }

    /** What patterns that match nothing came to; to be added to. */
    List<ExitCode> outcomes() {
        return outcomes;
    }

    /** The names, each once; one that is no pattern stands for itself, whether there is such an image or not. */
    List<String> resolve(List<String> arguments) throws IOException, RefusedException {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (String argument : arguments) {
            List<String> names = NamePattern.isPattern(argument) ? matches(argument) : List.of(argument);
            if (names.isEmpty()) {
                outcomes.add(reporter.report(
                        new Failure(
                                ExitCode.REFUSED,
                                "not-found",
                                "The name of no image is like " + Wording.safe(argument) + "."),
                        Optional.of(argument)));
            }
            names.forEach(name -> byKey.putIfAbsent(ImageName.keyOf(ImageName.normalise(name)), name));
        }
        return List.copyOf(byKey.values());
    }

    private List<String> matches(String argument) throws IOException, RefusedException {
        NamePattern pattern = new NamePattern(argument);
        String literal = pattern.literal();
        ImagePages pages = client.pages(
                literal.isEmpty() ? ListRequest.all() : ListRequest.all().withMatch(literal));
        List<String> names = new ArrayList<>();
        for (Optional<ImagePage> page = pages.next(); page.isPresent(); page = pages.next()) {
            for (RemoteImage image : page.get().images()) {
                if (pattern.matches(image.name().text())) {
                    names.add(image.name().text());
                }
            }
        }
        return names;
    }
}
