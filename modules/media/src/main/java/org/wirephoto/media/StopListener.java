package org.wirephoto.media;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends a decode between two of its rows; readers can only be aborted on their own thread. */
final class StopListener implements IIOReadProgressListener {
    private final Stop stop;

    StopListener(Stop stop) {
        this.stop = stop;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (stop.isDue()) {
            source.abort();
        }
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}
}
