package org.wirephoto.desktop.gallery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import org.wirephoto.desktop.picture.PictureDecoder;

/** Decodes renderings as JavaFX draws them. */
public final class FxPictures implements PictureDecoder<Image> {
    private static final int BYTES_A_PIXEL = 4;

    /** Needs the toolkit from the first picture on. */
    public FxPictures() {}

    @Override
    public Image decode(byte[] bytes) throws IOException {
        Image image = new Image(new ByteArrayInputStream(bytes));
        if (image.isError()) {
            throw new IOException("What came is no picture.", image.getException());
        }
        return image;
    }

    @Override
    public long weight(Image image) {
        return Math.round(image.getWidth() * image.getHeight() * BYTES_A_PIXEL);
    }
}
