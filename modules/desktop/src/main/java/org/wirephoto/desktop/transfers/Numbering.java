package org.wirephoto.desktop.transfers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirephoto.protocol.ImageName;

/** Counts names on: beach.png, beach-2.png, beach-3.png. */
public final class Numbering {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\P{Nd})-(\\d{1,6})(\\.[^.]+)", Pattern.DOTALL);

    private Numbering() {}

    /** The name that comes after another one; the same where its like would be too long. */
    public static ImageName next(ImageName name) {
        Matcher matcher = NUMBERED.matcher(name.text());
        if (matcher.matches()) {
            ImageName first = ImageName.of(matcher.group(1) + matcher.group(3));
            return first.numbered(Integer.parseInt(matcher.group(2)) + 1).orElse(name);
        }
        return name.numbered(2).orElse(name);
    }
}
