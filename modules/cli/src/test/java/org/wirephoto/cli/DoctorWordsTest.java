package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirephoto.client.Diagnosis.Cause;
import org.wirephoto.client.Diagnosis.Verdict;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.client.DoctorFinding.Seen;
import org.wirephoto.protocol.ServerAddress;

class DoctorWordsTest {
    private static final ServerAddress SERVER = new ServerAddress("192.0.2.5", 9999);

    private static String sentence(Seen seen, Object... values) {
        return DoctorWords.sentence(new DoctorFinding(DoctorCheck.TCP, seen, List.of(values)));
    }

    @ParameterizedTest
    @EnumSource
    void tellEverythingThatIsSeen(Seen seen) {
        assertThat(sentence(seen, "one", "two")).isNotBlank().doesNotContain("%");
    }

    @ParameterizedTest
    @EnumSource
    void nameEveryCauseAndWhatToDo(Cause cause) {
        for (Optional<ServerAddress> server : List.of(Optional.of(SERVER), Optional.<ServerAddress>empty())) {
            Verdict verdict = new Verdict(cause, server);
            assertThat(DoctorWords.cause(verdict)).endsWith(".");
            assertThat(DoctorWords.remedy(verdict)).endsWith(".");
        }
    }

    @Test
    void writeTimesAndKeepValuesSafe() {
        assertThat(sentence(Seen.CONNECTED, "192.0.2.5:9999", Duration.ofMillis(3)))
                .isEqualTo("192.0.2.5:9999 takes connections (after 3.0 ms).");
        assertThat(sentence(Seen.NAME_UNKNOWN, "a\u001b[2Jb")).isEqualTo("No host is known as a\\u{1B}[2Jb.");
    }

    @Test
    void tellAFirewallHereFromOneThere() {
        assertThat(DoctorWords.cause(new Verdict(Cause.FIREWALL, Optional.empty())))
                .contains("this machine");
        assertThat(DoctorWords.cause(new Verdict(Cause.FIREWALL, Optional.of(SERVER))))
                .contains("192.0.2.5:9999", "that machine");
    }
}
