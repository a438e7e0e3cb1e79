package org.wirephoto.desktop.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.picture.PictureDecoder;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

class ViewerModelTest {
    @TempDir
    Path folder;

    private final RemoteImage small = Images.image("small.png", 1, ImageType.PNG, 800, 600);
    private final RemoteImage large = Images.image("large.jpg", 2, ImageType.JPEG, 4000, 3000);
    private final RemoteImage raw = Images.image("raw.heic", 3, ImageType.HEIC, 4000, 3000);
    private final ObservableList<RemoteImage> images = FXCollections.observableArrayList(small, large, raw);
    private final FakeSession session = new FakeSession(images);
    private final TestWork work = new TestWork();
    private ViewerModel<String> viewer;

    private static final class TextDecoder implements PictureDecoder<String>, OriginalDecoder<String> {
        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public long weight(String pixels) {
            return 1;
        }

        @Override
        public boolean takes(ImageAttributes attributes) {
            return attributes.type() != ImageType.HEIC;
        }

        @Override
        public String decode(byte[] bytes, ImageAttributes attributes) throws IOException {
            if (bytes.length == 0) {
                throw new IOException("no such picture");
            }
            return decode(bytes);
        }
    }

    @BeforeEach
    void begin() {
        session.rendering(small, "preview of small".getBytes(StandardCharsets.UTF_8));
        session.rendering(large, "preview of large".getBytes(StandardCharsets.UTF_8));
        session.original(large, "all of large".getBytes(StandardCharsets.UTF_8));
        TextDecoder decoder = new TextDecoder();
        PictureStore<String> pictures = new PictureStore<>(
                session, new PictureFiles(folder, 1_000_000, Clock.systemUTC()), decoder, work, 4, 100);
        viewer = new ViewerModel<>(session, pictures, decoder, work, images, this::indexOf);
    }

    private int indexOf(ImageName name) {
        return images.stream().map(RemoteImage::name).toList().indexOf(name);
    }

    private void look() {
        work.doAll();
        work.pass(ViewerModel.REST);
        work.doAll();
    }

    private static ViewerState<String> shown(String pixels, ViewerState.Sharpness sharpness) {
        return new ViewerState.Shown<>(pixels, sharpness);
    }

    @Test
    void showsThePreviewFirstAndThenTheOriginal() {
        viewer.show(large);
        work.doAll();
        assertThat(viewer.stateProperty().get()).isEqualTo(shown("preview of large", ViewerState.Sharpness.PREVIEW));
        look();
        assertThat(viewer.stateProperty().get()).isEqualTo(shown("all of large", ViewerState.Sharpness.ORIGINAL));
    }

    @Test
    void fetchesNoOriginalThatShowsNoMoreThanItsPreview() {
        viewer.show(small);
        look();
        assertThat(viewer.stateProperty().get()).isEqualTo(shown("preview of small", ViewerState.Sharpness.PREVIEW));
    }

    @Test
    void fetchesNoOriginalOfAnImageThatOneOnlyPassesBy() {
        viewer.show(large);
        work.doAll();
        viewer.move(-1);
        look();
        assertThat(viewer.stateProperty().get()).isEqualTo(shown("preview of small", ViewerState.Sharpness.PREVIEW));
    }

    @Test
    void anOriginalThatFailsLeavesThePreview() {
        session.original(large, new byte[0]);
        viewer.show(large);
        look();
        assertThat(viewer.stateProperty().get()).isEqualTo(shown("preview of large", ViewerState.Sharpness.PREVIEW));
    }

    @Test
    void saysWhereNobodyCanDrawIt() {
        viewer.show(raw);
        look();
        assertThat(viewer.stateProperty().get()).isEqualTo(new ViewerState.NoPicture<>());
    }

    @Test
    void saysWhyNothingCame() {
        session.broken(Optional.of(FakeSession.refusal(ErrorCode.NOT_FOUND)));
        viewer.show(small);
        look();
        assertThat(viewer.stateProperty().get()).isInstanceOf(ViewerState.Failed.class);
    }

    @Test
    void arrowsEndAtTheEnds() {
        viewer.show(small);
        viewer.move(-1);
        assertThat(viewer.imageProperty().get()).contains(small);
        viewer.move(100);
        assertThat(viewer.imageProperty().get()).contains(raw);
        assertThat(viewer.index()).isEqualTo(2);
    }

    @Test
    void goesOnToTheNextOneWhereAnImageIsDeletedAndEndsWithTheLast() {
        viewer.show(large);
        images.remove(large);
        assertThat(viewer.imageProperty().get()).contains(raw);
        images.remove(raw);
        assertThat(viewer.imageProperty().get()).contains(small);
        images.clear();
        assertThat(viewer.imageProperty().get()).isEmpty();
    }

    @Test
    void staysWithAnImageThatIsRenamedOrMovesInTheList() {
        viewer.show(large);
        images.setAll(List.of(raw, Images.renamed(large, "other.jpg"), small));
        assertThat(viewer.imageProperty().get().orElseThrow().name().text()).isEqualTo("other.jpg");
        images.addFirst(Images.image("first.png", 9));
        assertThat(viewer.index()).isEqualTo(2);
    }
}
