package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.wirephoto.client.CancelledException;
import org.wirephoto.client.ConnectionLostException;
import org.wirephoto.client.FileChangedException;
import org.wirephoto.client.FingerprintChangedException;
import org.wirephoto.client.ProtocolException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * Something that did not work, in the words of this program.
 *
 * @param exit what the process ends with for it
 * @param code the server's error code, or one of this program's own
 * @param sentence for a person, safe for a terminal
 * @param suggestion a name that would have worked, where there is one
 */
record Failure(ExitCode exit, String code, String sentence, Optional<String> suggestion) {

    Failure(ExitCode exit, String code, String sentence) {
        this(exit, code, sentence, Optional.empty());
    }

    /** The server's refusal. */
    static Failure of(Attempt attempt, RefusedException e) {
        Refusal refusal = Refusal.of(e);
        return new Failure(
                exit(refusal),
                refusal.code(),
                RefusalSentence.of(attempt, refusal),
                refusal.suggestion().map(ImageName::text));
    }

    /** The same with another sentence behind its own; none if that is empty. */
    Failure saying(String more) {
        return more.isEmpty() ? this : new Failure(exit, code, sentence + " " + more, suggestion);
    }

    /** The same with what it is about before its own sentence. */
    Failure about(String what) {
        return new Failure(exit, code, what + ": " + sentence, suggestion);
    }

    /** Whether the server is just not there, or too busy: trying again later may help. */
    boolean mayPass() {
        return code.equals("unreachable")
                || code.equals("connection-lost")
                || code.equals(ErrorCode.BUSY.wire())
                || code.equals(ErrorCode.TIMEOUT.wire());
    }

    private static ExitCode exit(Refusal refusal) {
        return refusal.errorCode().map(Failure::exit).orElse(ExitCode.REFUSED);
    }

    static ExitCode exit(ErrorCode code) {
        return switch (code) {
            case KEY_REQUIRED, KEY_REFUSED, NOT_ALLOWED -> ExitCode.NOT_ALLOWED;
            case BUSY, TIMEOUT, UNSUPPORTED_VERSION -> ExitCode.UNREACHABLE;
            case MALFORMED_REQUEST,
                    UNKNOWN_COMMAND,
                    NAME_MISSING,
                    NAME_INVALID,
                    EXTENSION_MISSING,
                    EXTENSION_MISMATCH,
                    SIZE_MISSING,
                    TOO_LARGE,
                    TYPE_UNSUPPORTED,
                    IMAGE_UNREADABLE,
                    IMAGE_TOO_LARGE,
                    ALREADY_EXISTS,
                    NOT_FOUND,
                    CHANGED,
                    DIGEST_MISMATCH,
                    RANGE_INVALID,
                    NO_PREVIEW,
                    STORAGE_FULL,
                    QUOTA_EXCEEDED,
                    INTERNAL -> ExitCode.REFUSED;
        };
    }

    /** A lost server, or a file that can't be read or written. */
    static Failure of(IOException e) {
        return switch (e) {
            case FailedException told -> told.failure();
            case FingerprintChangedException changed ->
                new Failure(ExitCode.UNTRUSTED, "fingerprint-changed", message(changed));
            case UnreachableException unreachable ->
                new Failure(ExitCode.UNREACHABLE, "unreachable", message(unreachable));
            case ConnectionLostException lost -> new Failure(ExitCode.UNREACHABLE, "connection-lost", message(lost));
            case ProtocolException strange -> new Failure(ExitCode.UNREACHABLE, "not-understood", message(strange));
            case CancelledException cancelled -> new Failure(ExitCode.INTERRUPTED, "interrupted", "Stopped.");
            case FileChangedException changed -> new Failure(ExitCode.LOCAL, "file-changed", message(changed));
            case FileSystemException file -> local(file);
            default -> new Failure(ExitCode.LOCAL, "file-problem", message(e));
        };
    }

    private static Failure local(FileSystemException e) {
        String file = Wording.safe(Optional.ofNullable(e.getFile()).orElse("A file"));
        return switch (e) {
            case FileAlreadyExistsException exists ->
                new Failure(
                        ExitCode.LOCAL,
                        "file-exists",
                        file + " is here already and was left as it is. Add --overwrite to replace it.");
            case NoSuchFileException missing ->
                new Failure(ExitCode.LOCAL, "file-missing", "There is no file " + file + ".");
            case AccessDeniedException denied ->
                new Failure(ExitCode.LOCAL, "file-denied", "This account may not use " + file + ".");
            case NotDirectoryException notFolder ->
                new Failure(ExitCode.LOCAL, "file-problem", file + " is not a folder.");
            default -> {
                String reason = Optional.ofNullable(e.getReason()).orElse("it can't be used");
                yield new Failure(ExitCode.LOCAL, "file-problem", file + ": " + Wording.safe(reason) + ".");
            }
        };
    }

    private static String message(IOException e) {
        return Wording.safe(Optional.ofNullable(e.getMessage()).orElse("Reading or writing failed."));
    }
}
