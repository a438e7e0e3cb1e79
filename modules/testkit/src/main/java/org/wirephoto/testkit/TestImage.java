package org.wirephoto.testkit;

import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;

/** One small file for tests: an image that a server takes, or something that it refuses with a known code. */
public final class TestImage {
    private final String name;
    private final Optional<ImageType> type;
    private final int width;
    private final int height;
    private final Optional<ErrorCode> refusal;
    private final byte[] bytes;

    private TestImage(
            String name, Optional<ImageType> type, int width, int height, Optional<ErrorCode> refusal, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.width = width;
        this.height = height;
        this.refusal = refusal;
        this.bytes = bytes;
    }

    static TestImage good(String name, ImageType type, int width, int height, byte[] bytes) {
        return new TestImage(name, Optional.of(type), width, height, Optional.empty(), bytes);
    }

    static TestImage bad(String name, ErrorCode refusal, byte[] bytes) {
        return new TestImage(name, Optional.empty(), 0, 0, Optional.of(refusal), bytes);
    }

    /** A valid file name, unlike those of all other test images, with an ending that goes with the type. */
    public String name() {
        return name;
    }

    /** The type that a server must find; empty for what it must refuse. */
    public Optional<ImageType> type() {
        return type;
    }

    /** Pixels from left to right as displayed; 0 for what a server must refuse. */
    public int width() {
        return width;
    }

    /** Pixels from top to bottom as displayed; 0 for what a server must refuse. */
    public int height() {
        return height;
    }

    /** The code that a save of it under {@link #name} must end with; empty for good images. */
    public Optional<ErrorCode> refusal() {
        return refusal;
    }

    /** The file's bytes, a fresh copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return name;
    }
}
