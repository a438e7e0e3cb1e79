package org.wirephoto.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.metadata.Marked;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

class TurnedThumbnailsTest {
    private static final int UPRIGHT = 1;
    private static final int QUARTER = 6;

    @TempDir
    private Path folder;

    private Image draw(int orientation) throws Exception {
        byte[] plain = TestImages.of(ImageType.JPEG, 1);
        Path file = Files.write(
                folder.resolve("turned.jpg"),
                orientation == UPRIGHT ? plain : Marked.marked(ImageType.JPEG, plain, orientation));
        TestWork work = new TestWork();
        List<Optional<Image>> drawn = new ArrayList<>();
        Fx.run(() -> {
            new FileThumbnails(work)
                    .load(new SendItem(new Chosen(file, plain.length, Optional.of(ImageType.JPEG), true)), drawn::add);
            work.doAll();
        });
        return drawn.getFirst().orElseThrow();
    }

    @Test
    void standAsTheCameraWasHeld() throws Exception {
        Image lying = draw(UPRIGHT);
        Image standing = draw(QUARTER);

        assertThat(lying.getWidth()).isGreaterThan(lying.getHeight());
        assertThat(standing.getWidth()).isEqualTo(lying.getHeight());
        assertThat(standing.getHeight()).isEqualTo(lying.getWidth());
    }
}
