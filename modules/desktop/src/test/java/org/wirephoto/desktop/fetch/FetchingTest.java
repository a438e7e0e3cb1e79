package org.wirephoto.desktop.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.transfers.Transfers;
import org.wirephoto.protocol.ErrorCode;

final class FetchingTest {
    @TempDir
    private Path folder;

    private final MemorySession server = new MemorySession();
    private final TestWork work = new TestWork();
    private final Transfers transfers = new Transfers(server, work, work::nanos);
    private final List<Trouble> troubles = new ArrayList<>();

    private Fetching fetching(TemporaryFiles files) {
        return new Fetching(server, work, transfers, files, folder.resolve("saved"));
    }

    @Test
    void savesIntoAFolderThatItMakes() {
        fetching(new TemporaryFiles(folder)).save(List.of(server.put("a.png"), server.put("b.png")));
        work.doAll();

        assertThat(folder.resolve("saved/a.png")).exists();
        assertThat(folder.resolve("saved/b.png")).exists();
    }

    @Test
    void getsWhatIsThereByItsName() {
        server.put("a.png");
        List<RemoteImage> found = new ArrayList<>();
        Fetching fetching = fetching(new TemporaryFiles(folder));

        fetching.get("a.png", found::add, troubles::add);
        work.doAll();
        fetching.get("b.png", found::add, troubles::add);
        work.doAll();

        assertThat(found).hasSize(1);
        assertThat(folder.resolve("saved/a.png")).exists();
        assertThat(troubles).singleElement().matches(trouble -> trouble.code().orElseThrow() == ErrorCode.NOT_FOUND);
    }

    @Test
    void doesNotSayThatItComesWhereItDoesNot() {
        server.put("a.png");
        List<RemoteImage> found = new ArrayList<>();
        transfers.close();

        fetching(new TemporaryFiles(folder)).get("a.png", found::add, troubles::add);
        work.doAll();

        assertThat(found).isEmpty();
        assertThat(troubles).singleElement().matches(trouble -> trouble.kind() == Trouble.Kind.TOO_MUCH);
    }

    @Test
    void copiesOnceForAllWhoAskAndClearsUp() throws IOException {
        RemoteImage image = server.put("a.png");
        List<Path> copies = new ArrayList<>();
        try (TemporaryFiles files = new TemporaryFiles(folder)) {
            Fetching fetching = fetching(files);
            fetching.copy(image, copies::add, troubles::add);
            fetching.copy(image, copies::add, troubles::add);
            work.doAll();

            assertThat(server.asked).containsExactly("fetch a.png");
            assertThat(copies).hasSize(2).allMatch(path -> path.endsWith("a.png"));
        }
        assertThat(Files.exists(copies.getFirst())).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dragsWhatIsThereAndNothingThatIsNot() {
        List<RemoteImage> images = List.of(server.put("a.png"), server.put("b.png"));
        Fetching fetching = fetching(new TemporaryFiles(folder));
        assertThat(fetching.dragged(images)).isEmpty();

        fetching.prepareDrag(images);
        work.pass(DragFiles.REST);

        assertThat(fetching.dragged(images).orElseThrow())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.png", "b.png");
    }

    @Test
    void fetchesNoHundredsForADragThatMayNeverCome() {
        List<RemoteImage> many = Collections.nCopies(100, server.put("a.png"));

        fetching(new TemporaryFiles(folder)).prepareDrag(many);
        work.pass(DragFiles.REST);

        assertThat(server.asked).isEmpty();
        assertThat(Fetching.canDrag(many)).isFalse();
    }

    private List<RemoteImage> images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> server.put("img-" + i + ".png"))
                .toList();
    }

    @Test
    void fetchesNothingOfASelectionThatIsPassedOver() {
        List<RemoteImage> images = images(90);
        Fetching fetching = fetching(new TemporaryFiles(folder));
        for (RemoteImage image : images) {
            fetching.prepareDrag(List.of(image));
            work.pass(DragFiles.REST.dividedBy(2));
        }
        work.pass(DragFiles.REST);

        assertThat(server.asked).containsExactly("fetch img-89.png");
        assertThat(fetching.dragged(List.of(images.getLast()))).isPresent();
    }

    @Test
    void aPressDoesNotWait() {
        List<RemoteImage> images = images(1);
        Fetching fetching = fetching(new TemporaryFiles(folder));
        fetching.prepareDrag(images);
        fetching.hurryDrag();
        work.doAll();

        assertThat(fetching.dragged(images)).isPresent();
    }

    @Test
    void takesTwoThreadsForADragAtMost() {
        List<RemoteImage> images = images(30);
        Fetching fetching = fetching(new TemporaryFiles(folder));
        for (int i = 0; i < images.size(); i++) {
            fetching.prepareDrag(images.subList(0, i + 1));
            fetching.hurryDrag();
            assertThat(work.waiting()).isLessThanOrEqualTo(2);
        }
        work.doAll();

        assertThat(server.asked).hasSize(30).doesNotHaveDuplicates();
        assertThat(fetching.dragged(images)).isPresent();
    }

    @Test
    void stopsAndClearsUpWhatIsSelectedNoMore() throws IOException {
        List<RemoteImage> images = images(3);
        TemporaryFiles files = new TemporaryFiles(folder);
        Fetching fetching = fetching(files);
        fetching.prepareDrag(images.subList(0, 2));
        fetching.hurryDrag();
        fetching.prepareDrag(images.subList(1, 3));
        work.pass(DragFiles.REST);

        assertThat(fetching.dragged(images.subList(1, 3))).isPresent();
        assertThat(fetching.dragged(images.subList(0, 1))).isEmpty();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("img-1.png", "img-2.png");
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("images-")))
                    .hasSize(2);
        }
    }

    @Test
    void goesOnWithACopyThatSomebodyElseWaitsFor() {
        RemoteImage image = server.put("a.png");
        List<Path> copies = new ArrayList<>();
        Fetching fetching = fetching(new TemporaryFiles(folder));
        fetching.prepareDrag(List.of(image));
        fetching.hurryDrag();
        fetching.copy(image, copies::add, troubles::add);
        fetching.prepareDrag(List.of());
        work.doAll();

        assertThat(copies).hasSize(1);
        assertThat(server.asked).containsExactly("fetch a.png");
    }

    @Test
    void copiesAgainWhatAnotherProgramChanged() throws IOException {
        RemoteImage image = server.put("a.png");
        List<Path> copies = new ArrayList<>();
        Fetching fetching = fetching(new TemporaryFiles(folder));
        fetching.copy(image, copies::add, troubles::add);
        work.doAll();
        Files.writeString(copies.getFirst(), "changed");
        fetching.copy(image, copies::add, troubles::add);
        work.doAll();

        assertThat(copies.getLast()).hasSize(image.attributes().filesize());
        assertThat(copies.getFirst()).hasContent("changed");
    }
}
