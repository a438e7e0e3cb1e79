package org.wirephoto.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/** Makes one rendering, from the file's headers to the finished bytes, within its share of memory. */
final class Renderer {
    private final Path file;
    private final ImageType type;
    private final Variant variant;
    private final Stop stop;

    Renderer(Path file, ImageType type, Variant variant, Stop stop) {
        this.file = file;
        this.type = type;
        this.variant = variant;
        this.stop = stop;
    }

    /** Waits for memory, then draws. */
    Rendition render(MemoryBudget budget) throws IOException, InterruptedException, NoPreviewException {
        Source source = Source.of(file, type);
        Plan plan = Plan.of(source.header(), source.frame(), variant, budget.bytes());
        if (!budget.covers(plan.bytes())) {
            throw new NoPreviewException(NoPreviewException.TOO_LARGE);
        }
        if (!budget.take(plan.bytes(), stop)) {
            throw new NoPreviewException(NoPreviewException.BUSY);
        }
        try {
            return draw(source, plan);
        } finally {
            budget.giveBack(plan.bytes());
        }
    }

    private Rendition draw(Source source, Plan plan) throws IOException, NoPreviewException {
        BufferedImage decoded = new Decoder(file, type, stop).decode(source.frame(), plan.step());
        int[] stored = new Canvas(source, plan).draw(decoded);
        Orientation orientation = source.header().exif().orientation();
        int[] upright = orientation.applied(stored, plan.width());
        return Rendition.of(upright, orientation.swapsSides() ? plan.height() : plan.width());
    }
}
