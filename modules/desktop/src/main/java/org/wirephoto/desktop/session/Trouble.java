package org.wirephoto.desktop.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.wirephoto.client.CancelledException;
import org.wirephoto.client.ConnectionLostException;
import org.wirephoto.client.FileChangedException;
import org.wirephoto.client.ProtocolException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.PeerText;

/**
 * Something that did not work.
 *
 * @param kind what kind of thing
 * @param code the server's reason, where it gave one that this version knows
 * @param sentence one English sentence for a person, safe to show; what {@code kind} and {@code code} say in other
 *     languages goes before it
 * @param suggestion a name that would have worked, where there is one
 */
public record Trouble(Kind kind, Optional<ErrorCode> code, String sentence, Optional<ImageName> suggestion) {
    private static final int LONGEST = 600;

    /** What kinds there are. */
    public enum Kind {
        /** The server said no. */
        REFUSED,
        /** No server answers. */
        UNREACHABLE,
        /** The connection broke, and trying again did not help. */
        LOST,
        /** The connection broke, and nobody knows whether the server did what it was asked for. */
        LOST_UNSURE,
        /** What answers makes no sense. */
        NOT_UNDERSTOOD,
        /** It was stopped. */
        CANCELLED,
        /** There is such a file already. */
        FILE_EXISTS,
        /** There is no such file. */
        FILE_MISSING,
        /** This account may not use the file. */
        FILE_DENIED,
        /** The file was changed meanwhile. */
        FILE_CHANGED,
        /** Another file problem. */
        FILE,
        /** This system has no program that opens the file. */
        NO_PROGRAM,
        /** What the sentence says, which is in the person's own language. */
        TOLD,
        /** Too much is going on already. */
        TOO_MUCH,
        /** A mistake in this program. */
        FAULT
    }

    /** What an exception says. */
    public static Trouble of(Exception e) {
        return switch (e) {
            case TroubleException known -> known.trouble();
            case RefusedException refused ->
                new Trouble(Kind.REFUSED, refused.errorCode(), sentence(refused), refused.suggestion());
            case UnreachableException unreachable -> of(Kind.UNREACHABLE, unreachable);
            case ConnectionLostException lost -> of(lost.outcomeKnown() ? Kind.LOST : Kind.LOST_UNSURE, lost);
            case ProtocolException strange -> of(Kind.NOT_UNDERSTOOD, strange);
            case CancelledException cancelled -> of(Kind.CANCELLED, cancelled);
            case InterruptedException interrupted -> of(Kind.CANCELLED, interrupted);
            case FileChangedException changed -> of(Kind.FILE_CHANGED, changed);
            case FileAlreadyExistsException file -> of(Kind.FILE_EXISTS, file);
            case NoSuchFileException file -> of(Kind.FILE_MISSING, file);
            case AccessDeniedException file -> of(Kind.FILE_DENIED, file);
            case FileSystemException file -> of(Kind.FILE, file);
            case IOException other -> of(Kind.FILE, other);
            default -> fault(e);
        };
    }

    /** Too much is going on already. */
    public static Trouble tooMuch() {
        return new Trouble(
                Kind.TOO_MUCH, Optional.empty(), "Too much is going on. Try again in a moment.", Optional.empty());
    }

    private static Trouble of(Kind kind, Exception e) {
        return new Trouble(kind, Optional.empty(), sentence(e), Optional.empty());
    }

    /** A mistake in this program, or more than it can do. */
    static Trouble fault(Throwable e) {
        LogManager.getLogger(Trouble.class).error("A fault of this program", e);
        return new Trouble(
                Kind.FAULT,
                Optional.empty(),
                "Something went wrong in this program; its log says more.",
                Optional.empty());
    }

    private static String sentence(Exception e) {
        return PeerText.safe(Optional.ofNullable(e.getMessage()).orElse("Reading or writing failed."), LONGEST);
    }

    /** The key that texts of this stand under, such as {@code not-found} or {@code unreachable}. */
    public String key() {
        return code.map(ErrorCode::wire)
                .orElse(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
