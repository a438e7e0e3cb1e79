package org.wirephoto.protocol;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request of a client, as the protocol's page lists them. Names are as the client gave them, empty where it gave
 * none: whether they can be names is for {@link ImageName#check} to say, in the order that the page prescribes.
 *
 * <p>Each can be written and read again, except where its texts are so long that {@link Line#encode} refuses them.
 */
public sealed interface Command {
    /**
     * Reads a request.
     *
     * @param line a line that a client sent
     */
    static CommandResult parse(Line line) {
        return CommandParser.parse(line);
    }

    /** This request as a line, in the form that {@link #parse} reads. */
    default Line toLine() {
        return CommandFormatter.format(this);
    }

    /**
     * Opens a session.
     *
     * @param version the highest version that the client speaks; 0 where it gave none or one below 1
     * @param key the client's key as it was typed
     * @param agent what the client calls itself
     */
    record Hello(int version, Optional<String> key, Optional<String> agent) implements Command {
        /**
         * Checks the version.
         *
         * @throws IllegalArgumentException if the version is below 0
         */
        public Hello {
            if (version < 0) {
                throw new IllegalArgumentException("version " + version);
            }
        }

        /** Leaves the key out: it must reach no log. */
        @Override
        public String toString() {
            return "Hello[version=" + version + ", agent=" + agent + "]";
        }
    }

    /**
     * Stores an image.
     *
     * @param name the name that it shall have
     * @param filesize its size in bytes; empty where none was given
     * @param digest its SHA-256, where the client knows it
     * @param replace whether an image of that name may be replaced
     * @param ifDigest what the image to replace has to be, where the client cares
     */
    record Save(String name, OptionalLong filesize, Optional<Digest> digest, boolean replace, Optional<Digest> ifDigest)
            implements Command {
        /**
         * Checks the size.
         *
         * @throws IllegalArgumentException if the size is negative
         */
        public Save {
            if (filesize.orElse(0) < 0) {
                throw new IllegalArgumentException("filesize " + filesize.getAsLong());
            }
        }
    }

    /**
     * Lists images, a page at a time.
     *
     * @param limit the most images on the page, 1 to {@link Limits#PAGE}
     * @param after the cursor of the page before
     * @param match what the names have to contain
     * @param sort the order
     * @param trash whether to list what was deleted or replaced
     */
    record List(int limit, Optional<String> after, Optional<String> match, Sort sort, boolean trash)
            implements Command {
        /**
         * Checks the limit.
         *
         * @throws IllegalArgumentException if the limit is out of its range
         */
        public List {
            if (limit < 1 || limit > Limits.PAGE) {
                throw new IllegalArgumentException("limit " + limit);
            }
        }
    }

    /**
     * Fetches an image, or a part or a variant of it.
     *
     * @param name the image's name
     * @param variant the rendering that is wanted; empty for the original
     * @param offset the first byte that is wanted; empty where the request has no offset
     * @param length the most bytes that are wanted; empty for all
     * @param ifDigest what the image has to be, where the client cares
     */
    record Return(
            String name, Optional<Variant> variant, OptionalLong offset, OptionalLong length, Optional<Digest> ifDigest)
            implements Command {
        /**
         * Checks the part.
         *
         * @throws IllegalArgumentException if the offset or the length is negative
         */
        public Return {
            if (offset.orElse(0) < 0 || length.orElse(0) < 0) {
                throw new IllegalArgumentException("offset " + offset + ", length " + length);
            }
        }
    }

    /**
     * Asks for an image's attributes.
     *
     * @param name the image's name
     */
    record Stat(String name) implements Command {}

    /**
     * Gives an image another name.
     *
     * @param name the image's name
     * @param to the name that it shall have
     * @param ifDigest what the image has to be, where the client cares
     */
    record Rename(String name, String to, Optional<Digest> ifDigest) implements Command {}

    /**
     * Moves an image to the trash, or removes it for good.
     *
     * @param name the image's name
     * @param id the id of the one image that is meant, live or in the trash; empty for the live one of that name
     * @param forever whether to remove it for good
     * @param ifDigest what the image has to be, where the client cares
     */
    record Delete(String name, Optional<String> id, boolean forever, Optional<Digest> ifDigest) implements Command {}

    /**
     * Brings an image back from the trash.
     *
     * @param name the name that it had
     * @param id the id of the one image that is meant; empty for the newest of that name
     * @param to the name that it shall have; empty for the one that it had
     */
    record Restore(String name, Optional<String> id, Optional<String> to) implements Command {}

    /**
     * Turns the connection into a stream of events.
     *
     * @param since the token after which events are wanted; empty for those from now on
     */
    record Watch(Optional<String> since) implements Command {}

    /**
     * Makes a new key.
     *
     * @param role what the key shall allow: viewer or contributor
     * @param label whose key it is, for people to read; at most {@link Limits#LABEL_BYTES}
     */
    record Invite(Role role, Optional<String> label) implements Command {
        /**
         * Checks what is invited.
         *
         * @throws IllegalArgumentException if the role is curator, or the label longer than {@link Limits#LABEL_BYTES}
         */
        public Invite {
            if (role == Role.CURATOR) {
                throw new IllegalArgumentException("an invite for a curator");
            }
            if (label.isPresent() && Utf8.length(label.get()) > Limits.LABEL_BYTES) {
                throw new IllegalArgumentException("a label longer than " + Limits.LABEL_BYTES + " bytes");
            }
        }
    }

    /** Ends the connection. */
    record Bye() implements Command {}
}
