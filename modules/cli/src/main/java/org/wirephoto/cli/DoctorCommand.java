package org.wirephoto.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.Doctor;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.client.DoctorListener;
import org.wirephoto.client.DoctorRequest;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wirephoto doctor}: what works, and what is in the way. */
@Command(
        name = "doctor",
        description = "Find out step by step what is in the way to a server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto doctor",
            "  wirephoto doctor 192.168.1.5",
            "",
            "It looks at this machine's networks, at what is announced on them, and at the way to one server: its name,"
                    + " its port, TLS, its fingerprint, the key, and how long an answer takes."
        })
final class DoctorCommand extends ReportedCommand {
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int TITLE_WIDTH = Arrays.stream(DoctorCheck.values())
            .mapToInt(check -> DoctorWords.title(check).length())
            .max()
            .orElse(0);

    @Parameters(
            paramLabel = "HOST",
            arity = "0..1",
            description = "The server, as with --server (default: the one joined last, or else one that is found).")
    private Optional<String> server = Optional.empty();

    DoctorCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.CONNECT);
    }

    @Override
    ExitCode work() throws IOException {
        server.ifPresent(session().options()::server);
        Thread self = Thread.currentThread();
        session().interruption().onRequest(self::interrupt);
        try {
            Diagnosis diagnosis = Doctor.examine(request(), new Teller());
            diagnosis.verdict().ifPresent(this::tell);
            return diagnosis.healthy() ? ExitCode.OK : ExitCode.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private DoctorRequest request() throws IOException {
        Choice choice = session().chooser().choose(session().options());
        boolean named = choice.reason() != Choice.Reason.STANDARD;
        return new DoctorRequest(
                named ? Optional.of(choice.address()) : Optional.empty(),
                choice.trust().filter(Trust.Plain.class::isInstance).isPresent(),
                choice.trust().flatMap(DoctorCommand::fingerprint),
                choice.key(),
                Network.choice(session().host()));
    }

    private static Optional<Fingerprint> fingerprint(Trust trust) {
        return trust instanceof Trust.Pinned(Fingerprint fingerprint) ? Optional.of(fingerprint) : Optional.empty();
    }

    private void tell(Diagnosis.Verdict verdict) {
        if (json()) {
            screen().say(Json.object(json -> {
                json.writeStringField("cause", word(verdict.cause()));
                json.writeStringField("message", DoctorWords.cause(verdict));
                json.writeStringField("remedy", DoctorWords.remedy(verdict));
            }));
            return;
        }
        screen().say("");
        screen().say("Likely cause: " + DoctorWords.cause(verdict));
        screen().say("What to do:   " + DoctorWords.remedy(verdict));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells of each check as it ends. */
    private final class Teller implements DoctorListener {
        @Override
        public void ended(DoctorFinding finding) {
            if (json()) {
                screen().say(Json.object(json -> {
                    json.writeStringField("check", word(finding.check()));
                    json.writeStringField("outcome", word(finding.outcome()));
                    json.writeStringField("message", DoctorWords.sentence(finding));
                }));
            } else {
                screen().say(line(finding));
            }
        }

        private String line(DoctorFinding finding) {
            return mark(finding.outcome()) + "  "
                    + TextWidth.pad(DoctorWords.title(finding.check()), TITLE_WIDTH, false) + "  "
                    + DoctorWords.sentence(finding);
        }

        /** A sign and a word: signs and colours alone do not reach everyone. */
        private String mark(DoctorFinding.Outcome outcome) {
            return switch (outcome) {
                case OK -> coloured(GREEN, "✓ works  ");
                case FAILED -> coloured(RED, "✗ fails  ");
                case SKIPPED -> "– skipped";
            };
        }

        private String coloured(String colour, String text) {
            return session().host().terminal().colour() ? colour + text + PLAIN : text;
        }
    }
}
