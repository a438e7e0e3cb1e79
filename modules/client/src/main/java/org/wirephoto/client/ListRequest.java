package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.Sort;

/**
 * Which images to list, in which order.
 *
 * @param limit the most images on a page, 1 to {@link Limits#PAGE}
 * @param after the cursor of the page before; empty for the first page
 * @param match what the names have to contain
 * @param sort the order
 * @param trash whether to list what was deleted or replaced, newest first, in place of the live images
 */
public record ListRequest(int limit, Optional<String> after, Optional<String> match, Sort sort, boolean trash) {
    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public ListRequest {
        if (limit < 1 || limit > Limits.PAGE) {
            throw new IllegalArgumentException("a page of " + limit + " images");
        }
    }

    /** All live images, by name. */
    public static ListRequest all() {
        return new ListRequest(Limits.PAGE, Optional.empty(), Optional.empty(), Sort.NAME, false);
    }

    /** All that is in the trash. */
    public static ListRequest ofTrash() {
        return new ListRequest(Limits.PAGE, Optional.empty(), Optional.empty(), Sort.NAME, true);
    }

    /** The same with pages of another size. */
    public ListRequest withLimit(int other) {
        return new ListRequest(other, after, match, sort, trash);
    }

    /** The same from the place on that a page's cursor names. */
    public ListRequest withAfter(String cursor) {
        return new ListRequest(limit, Optional.of(cursor), match, sort, trash);
    }

    /** The same for names alone that contain {@code text}, whatever the case. */
    public ListRequest withMatch(String text) {
        return new ListRequest(limit, after, Optional.of(text), sort, trash);
    }

    /** The same in another order. */
    public ListRequest withSort(Sort other) {
        return new ListRequest(limit, after, match, other, trash);
    }
}
