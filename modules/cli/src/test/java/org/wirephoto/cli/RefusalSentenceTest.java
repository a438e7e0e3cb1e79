package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

class RefusalSentenceTest {
    /** Every code at least once: code | action | subject | name at the server | suggestion | sentence. */
    private static final String TABLE = """
            malformed-request  | SEND    | a.png    | a.png    |          | The server did not understand the request: MESSAGE
            unknown-command    | FETCH   | a.png    | a.png    |          | This server can't do that: it knows no such command.
            unsupported-version| CONNECT |          |          |          | This server speaks another version of the protocol than this program.
            key-required       | CONNECT |          |          |          | This server wants a key, and none was given. Ask one of its curators for an invite, then: wirephoto join.
            key-refused        | CONNECT |          |          |          | The key is not one of this server's, or not any more. Ask one of its curators for another invite, then: wirephoto join.
            not-allowed        | SEND    | a.png    | a.png    |          | Your key does not allow you to send a.png: ask one of the server's curators.
            not-allowed        | LIST    |          |          |          | Your key does not allow you to list images: ask one of the server's curators.
            not-allowed        | RENAME  | a.png    | b.png    |          | Your key does not allow you to rename a.png: ask one of the server's curators.
            not-allowed        | INVITE  |          |          |          | This server does not let you invite others: MESSAGE
            name-missing       | SEND    | .png     | .png     |          | .png needs a name: add --name and a name, such as beach.jpg.
            name-missing       | SHOW    | .png     | .png     |          | The name of an image is missing.
            name-invalid       | SEND    | a:b.png  | a:b.png  | a_b.png  | a:b.png: The name can't have the character : in it. Send it as a_b.png, or add --fix-name.
            name-invalid       | SEND    | odd.png  | odd.png  |          | odd.png: MESSAGE
            name-invalid       | RENAME  | a.png    | a:b.png  | a_b.png  | a:b.png: The name can't have the character : in it. Did you mean a_b.png?
            extension-missing  | SEND    | scan     | scan     |          | scan has no extension, such as .jpg. Give it one with --name, or add --fix-name.
            extension-missing  | SHOW    | beach    | beach    | beach.png| There is no image called beach. Did you mean beach.png?
            extension-missing  | RENAME  | a.png    | beach    |          | beach needs an extension, such as .jpg.
            extension-mismatch | SEND    | beach.jpg| beach.jpg| beach.png| beach.jpg is a PNG. Send it as beach.png, or add --fix-name.
            extension-mismatch | SEND    | x.jpg    | x.jpg    | x.avif   | x.jpg is an AVIF. Send it as x.avif, or add --fix-name.
            extension-mismatch | SEND    | beach.jpg| beach.jpg|          | beach.jpg: MESSAGE
            extension-mismatch | RENAME  | a.png    | a.jpg    | a.png    | a.png is a PNG, and can't be called a.jpg.
            size-missing       | SEND    | a.png    | a.png    |          | a.png is empty.
            too-large          | SEND    | a.png    | a.png    |          | a.png is larger than this server takes (5.0 MB).
            type-unsupported   | SEND    | a.png    | a.png    |          | a.png is not an image of a type that this server takes (PNG, JPEG, GIF, WebP, BMP, TIFF, AVIF, HEIC).
            image-unreadable   | SEND    | a.png    | a.png    |          | a.png is damaged: its width and height can't be read.
            image-too-large    | SEND    | a.png    | a.png    |          | a.png has more pixels than this server takes (268 million).
            already-exists     | SEND    | a.png    | a.png    | a-2.png  | There is an image called a.png already. Send it as a-2.png, or add --fix-name, or --replace to replace that image.
            already-exists     | RENAME  | a.png    | b.png    | b-2.png  | There is an image called b.png already. Take b-2.png.
            already-exists     | RESTORE | a.png    | a.png    | a-2.png  | There is an image called a.png already. Add --to a-2.png.
            not-found          | FETCH   | a.png    | a.png    | b.png    | There is no image called a.png. Did you mean b.png?
            not-found          | SHOW    | a.png    | a.png    |          | There is no image called a.png.
            not-found          | RESTORE | a.png    | a.png    |          | There is no a.png in the trash.
            changed            | SEND    | a.png    | a.png    |          | a.png was changed by somebody else in the meantime.
            digest-mismatch    | SEND    | a.png    | a.png    |          | a.png did not arrive as it was sent, and nothing was kept. Send it again.
            range-invalid      | FETCH   | a.png    | a.png    |          | a.png was changed while it was fetched. Fetch it again.
            no-preview         | FETCH   | a.png    | a.png    |          | The server can't draw a.png smaller. Fetch it without --variant.
            storage-full       | SEND    | a.png    | a.png    |          | The server's disk is full: a.png was not kept.
            quota-exceeded     | SEND    | a.png    | a.png    |          | The server's quota is used up: a.png was not kept.
            busy               | CONNECT |          |          |          | The server takes no more connections at the moment, or got too many wrong keys from here. Try again in a minute.
            timeout            | SEND    | a.png    | a.png    |          | The server waited too long, and gave up. Try again.
            internal           | SEND    | a.png    | a.png    |          | MESSAGE
            from-the-future    | SEND    | a.png    | a.png    |          | MESSAGE
            """;

    record Row(String code, Attempt attempt, Optional<ImageName> suggestion, String sentence) {
        static Row parse(String line) {
            String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            Attempt attempt = Attempt.of(Action.valueOf(cells[1]), cells[2])
                    .withTarget(cells[3])
                    .withMaxFilesize(5_000_000);
            Optional<ImageName> suggestion =
                    Optional.of(cells[4]).filter(text -> !text.isEmpty()).map(ImageName::of);
            return new Row(cells[0], attempt, suggestion, cells[5]);
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::parse);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhyAndWhatToDo(Row row) {
        Refusal refusal = new Refusal(row.code(), "MESSAGE", row.suggestion());
        assertThat(RefusalSentence.of(row.attempt(), refusal)).isEqualTo(row.sentence());
    }

    @Test
    void hasARowForEveryCode() {
        Set<String> codes = rows().map(Row::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes)
                .containsAll(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    @Test
    void givesNoOrdersToATerminal() {
        Refusal refusal = new Refusal("not-found", "MESSAGE", Optional.empty());
        assertThat(RefusalSentence.of(Attempt.of(Action.SHOW, "a\u001b[31m\u202e.png"), refusal))
                .isEqualTo("There is no image called a\\u{1B}[31m\\u{202E}.png.");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeComesToAnExitCodeOfItsOwnKind(ErrorCode code) {
        ExitCode expected = switch (code.wire()) {
            case "key-required", "key-refused", "not-allowed" -> ExitCode.NOT_ALLOWED;
            case "busy", "timeout", "unsupported-version" -> ExitCode.UNREACHABLE;
            default -> ExitCode.REFUSED;
        };
        assertThat(Failure.exit(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OK OK, OK",
        "OK LOCAL, LOCAL",
        "LOCAL LOCAL, LOCAL",
        "LOCAL REFUSED OK, REFUSED",
        "NOT_ALLOWED OK, NOT_ALLOWED",
        "REFUSED INTERRUPTED LOCAL, INTERRUPTED"
    })
    void severalOutcomesComeToOne(String outcomes, ExitCode one) {
        assertThat(ExitCode.of(Arrays.stream(outcomes.split(" "))
                        .map(ExitCode::valueOf)
                        .toList()))
                .isEqualTo(one);
    }
}
