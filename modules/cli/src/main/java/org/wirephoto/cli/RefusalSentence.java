package org.wirephoto.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.NameCheck;

/** Says to a person why a server refused, and what to do about it. */
final class RefusalSentence {
    private final Attempt attempt;
    private final Refusal refusal;
    private final String subject;

    private RefusalSentence(Attempt attempt, Refusal refusal) {
        this.attempt = attempt;
        this.refusal = refusal;
        this.subject = Wording.safe(attempt.subject());
    }

    /** The sentence, and with some a second one; safe for a terminal. */
    static String of(Attempt attempt, Refusal refusal) {
        RefusalSentence sentence = new RefusalSentence(attempt, refusal);
        return refusal.errorCode().map(sentence::text).orElse(refusal.message());
    }

    private String text(ErrorCode code) {
        return switch (code) {
            case MALFORMED_REQUEST -> "The server did not understand the request: " + refusal.message();
            case UNKNOWN_COMMAND -> "This server can't do that: it knows no such command.";
            case UNSUPPORTED_VERSION -> "This server speaks another version of the protocol than this program.";
            case KEY_REQUIRED ->
                "This server wants a key, and none was given. Ask one of its curators for an invite, then: wirephoto"
                        + " join.";
            case KEY_REFUSED ->
                "The key is not one of this server's, or not any more. Ask one of its curators for another invite, then:"
                        + " wirephoto join.";
            case NOT_ALLOWED -> notAllowed();
            case NAME_MISSING -> nameMissing();
            case NAME_INVALID -> nameInvalid();
            case EXTENSION_MISSING -> extensionMissing();
            case EXTENSION_MISMATCH -> extensionMismatch();
            case SIZE_MISSING -> subject + " is empty.";
            case TOO_LARGE ->
                subject + " is larger than this server takes (" + Wording.size(attempt.maxFilesize()) + ").";
            case TYPE_UNSUPPORTED -> subject + " is not an image of a type that this server takes (" + types() + ").";
            case IMAGE_UNREADABLE -> subject + " is damaged: its width and height can't be read.";
            case IMAGE_TOO_LARGE ->
                subject + " has more pixels than this server takes (" + Limits.PIXELS / 1_000_000 + " million).";
            case ALREADY_EXISTS -> alreadyExists();
            case NOT_FOUND -> notFound();
            case CHANGED -> subject + " was changed by somebody else in the meantime.";
            case DIGEST_MISMATCH -> subject + " did not arrive as it was sent, and nothing was kept. Send it again.";
            case RANGE_INVALID -> subject + " was changed while it was fetched. Fetch it again.";
            case NO_PREVIEW -> "The server can't draw " + subject + " smaller. Fetch it without --variant.";
            case STORAGE_FULL -> "The server's disk is full: " + subject + " was not kept.";
            case QUOTA_EXCEEDED -> "The server's quota is used up: " + subject + " was not kept.";
            case BUSY ->
                "The server takes no more connections at the moment, or got too many wrong keys from here. Try again in a"
                        + " minute.";
            case TIMEOUT -> "The server waited too long, and gave up. Try again.";
            case INTERNAL -> refusal.message();
        };
    }

    private String notAllowed() {
        return attempt.action() == Action.INVITE
                ? "This server does not let you invite others: " + refusal.message()
                : "Your key does not allow you to " + deed() + ": ask one of the server's curators.";
    }

    private String deed() {
        return subject.isEmpty() ? attempt.action().verb() : attempt.action().verb() + " " + subject;
    }

    private String nameMissing() {
        return attempt.action() == Action.SEND
                ? subject + " needs a name: add --name and a name, such as beach.jpg."
                : "The name of an image is missing.";
    }

    private String nameInvalid() {
        String reason = ImageName.check(attempt.target()) instanceof NameCheck.Refused refused
                ? refused.reason()
                : refusal.message();
        return switch (attempt.action()) {
            case SEND -> subject + ": " + reason + orFixName();
            default -> Wording.safe(attempt.target()) + ": " + reason + didYouMean();
        };
    }

    private String extensionMissing() {
        return switch (attempt.action()) {
            case SEND -> subject + " has no extension, such as .jpg. Give it one with --name, or add --fix-name.";
            case RENAME, RESTORE ->
                Wording.safe(attempt.target()) + " needs an extension, such as .jpg." + didYouMean();
            default -> notFound();
        };
    }

    private String extensionMismatch() {
        Optional<ImageType> type = refusal.suggestion().flatMap(RefusalSentence::typeOf);
        if (type.isEmpty()) {
            return subject + ": " + refusal.message();
        }
        String is = subject + " is " + Wording.aType(type.get());
        return attempt.action() == Action.SEND
                ? is + "." + orFixName()
                : is + ", and can't be called " + Wording.safe(attempt.target()) + ".";
    }

    private static Optional<ImageType> typeOf(ImageName name) {
        return Arrays.stream(ImageType.values())
                .filter(type -> type.takes(name.extension()))
                .findFirst();
    }

    private String orFixName() {
        return refusal.suggestion()
                .map(name -> " Send it as " + shown(name) + ", or add --fix-name.")
                .orElse("");
    }

    private String alreadyExists() {
        String target = Wording.safe(attempt.target());
        String taken = "There is an image called " + target + " already.";
        String free = refusal.suggestion().map(RefusalSentence::shown).orElse("another name");
        return switch (attempt.action()) {
            case SEND -> taken + " Send it as " + free + ", or add --fix-name, or --replace to replace that image.";
            case RESTORE -> taken + " Add --to " + free + ".";
            default -> taken + " Take " + free + ".";
        };
    }

    private String notFound() {
        return attempt.action() == Action.RESTORE
                ? "There is no " + subject + " in the trash." + didYouMean()
                : "There is no image called " + subject + "." + didYouMean();
    }

    private String didYouMean() {
        return refusal.suggestion()
                .map(name -> " Did you mean " + shown(name) + "?")
                .orElse("");
    }

    private static String types() {
        return Arrays.stream(ImageType.values())
                .filter(type -> type != ImageType.HEIF)
                .map(Wording::type)
                .collect(Collectors.joining(", "));
    }

    private static String shown(ImageName name) {
        return Wording.safe(name.text());
    }
}
