package org.wirephoto.desktop.transfers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.NameCheck;

/** Counts names on: beach.png, beach-2.png, beach-3.png. */
public final class Numbering {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\P{Nd})-(\\d{1,6})(\\.[^.]+)", Pattern.DOTALL);

    private Numbering() {}

    /** The name that comes after another one; the same where its like would be too long. */
    public static ImageName next(ImageName name) {
        Matcher matcher = NUMBERED.matcher(name.text());
        // Without its number a name may be one that nothing can have: con-2.png.
        if (matcher.matches()
                && ImageName.check(matcher.group(1) + matcher.group(3)) instanceof NameCheck.Accepted first) {
            return first.name().numbered(Integer.parseInt(matcher.group(2)) + 1).orElse(name);
        }
        return name.numbered(2).orElse(name);
    }
}
