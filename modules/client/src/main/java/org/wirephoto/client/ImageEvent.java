package org.wirephoto.client;

import org.wirephoto.protocol.ImageName;

/** What a {@link Watch} tells. The tokens are those of {@link WirephotoClient#watch(String)}. */
public sealed interface ImageEvent {
    /**
     * An image was saved, replaced or restored.
     *
     * @param image the image as it is now
     * @param seq the event's token
     */
    record Saved(RemoteImage image, String seq) implements ImageEvent {}

    /**
     * An image went to the trash, or was removed for good.
     *
     * @param name the name that it had
     * @param seq the event's token
     */
    record Deleted(ImageName name, String seq) implements ImageEvent {}

    /**
     * An image was given another name.
     *
     * @param from the name that it had
     * @param image the image as it is now
     * @param seq the event's token
     */
    record Renamed(ImageName from, RemoteImage image, String seq) implements ImageEvent {}

    /**
     * What happened can't be told one by one: list afresh.
     *
     * @param seq the token that the watch goes on from
     */
    record Reset(String seq) implements ImageEvent {}

    /**
     * The connection is lost; it is being made again.
     *
     * @param reason one English sentence for a person
     */
    record Offline(String reason) implements ImageEvent {}

    /** The connection is back; what happened in the meantime follows. */
    record Online() implements ImageEvent {}
}
