package org.wirephoto.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final String SERVICE = "Attic." + Messages.TYPE;

    private static final int RECORDS = 100;
    private static final int BYTES = 100_000;

    private final Intake intake = new Intake("me", RECORDS, BYTES);

    private boolean takes(byte[] message) {
        return intake.takes(Messages.packet(message), 0);
    }

    @Nested
    class Responses {
        @Test
        void ofServersAreTaken() throws IOException {
            assertThat(takes(Messages.announcing("Attic"))).isTrue();
        }

        @Test
        void ofTheirHostsAreTakenOnceTheServersAreKnown() throws IOException {
            byte[] address = new Messages().address("attic.local", "192.0.2.1").response();
            assertThat(takes(address)).isFalse();
            assertThat(takes(new Messages().server(SERVICE, "Attic.local").response()))
                    .isTrue();
            assertThat(takes(address)).isTrue();
        }

        @Test
        void ofOtherServicesAreNot() throws IOException {
            assertThat(takes(new Messages()
                            .pointer("_ipp._tcp.local", "Printer._ipp._tcp.local")
                            .response()))
                    .isFalse();
            assertThat(takes(new Messages()
                            .pointer("_services._dns-sd._udp.local", "_x._tcp.local")
                            .response()))
                    .isFalse();
        }

        @Test
        void ofThisProgramAreNot() throws IOException {
            assertThat(takes(new Messages().server(SERVICE, "ME.local").response()))
                    .isFalse();
            assertThat(takes(new Messages()
                            .pointer(Messages.TYPE, SERVICE)
                            .address("me.local", "192.0.2.9")
                            .response()))
                    .isFalse();
        }

        @Test
        void thatCantBeReadAreNot() throws IOException {
            byte[] whole = Messages.announcing("Attic");
            assertThat(takes(new byte[0])).isFalse();
            byte[] garbage = whole.clone();
            Arrays.fill(garbage, 6, garbage.length, (byte) 0xff);
            assertThat(takes(garbage)).isFalse();
        }
    }

    @Nested
    class Queries {
        @Test
        void forServersAndThisMachineAreTaken() throws IOException {
            assertThat(takes(new Messages().query(Messages.TYPE, false))).isTrue();
            assertThat(takes(new Messages().query(SERVICE, false))).isTrue();
            assertThat(takes(new Messages().query("me.local", false))).isTrue();
            assertThat(takes(new Messages().query("_services._dns-sd._udp.local", false)))
                    .isTrue();
        }

        @Test
        void forOthersAreNot() throws IOException {
            assertThat(takes(new Messages().query("_ipp._tcp.local", false))).isFalse();
            assertThat(takes(new Messages().query("printer.local", false))).isFalse();
        }

        @Test
        void ofThoseWhoKnowThisMachineAreTaken() throws IOException {
            assertThat(takes(new Messages().server(SERVICE, "me.local").query(SERVICE, false)))
                    .isTrue();
        }

        @Test
        void thatProbeForAnotherServerAreTakenAndForThisProgramNot() throws IOException {
            assertThat(takes(new Messages().server(SERVICE, "other.local").query(SERVICE, true)))
                    .isTrue();
            assertThat(takes(new Messages().server(SERVICE, "me.local").query(SERVICE, true)))
                    .isFalse();
        }
    }

    @Nested
    class Bounds {
        @Test
        void endWhatIsTakenByTypes() throws IOException {
            byte[] message = Messages.announcing("Attic");
            assertThat(intake.takes(Messages.packet(message), RECORDS + 1)).isFalse();
            assertThat(intake.isFull()).isTrue();
        }

        @Test
        void endWhatIsTakenByHosts() throws IOException {
            int taken = 0;
            while (takes(
                    new Messages().server(SERVICE, "host" + taken + ".local").response())) {
                taken++;
            }
            assertThat(taken).isBetween(RECORDS - 1, RECORDS + 1);
            assertThat(intake.isFull()).isTrue();
        }

        @Test
        void endWhatIsTakenByBytes() throws IOException {
            String text = "x".repeat(200);
            int bytes = 0;
            for (int i = 0; !intake.isFull(); i++) {
                Messages message = new Messages().server(SERVICE, "host" + i + ".local");
                for (int n = 0; n < 38; n++) {
                    message.text(SERVICE, text);
                }
                byte[] raw = message.response();
                bytes += takes(raw) ? raw.length : 0;
            }
            assertThat(bytes).isBetween(BYTES, BYTES + 20_000);
        }

        @Test
        void areNotReachedByWhatIsKnown() throws IOException {
            byte[] message = Messages.announcing("Attic");
            for (int i = 0; i < 2 * RECORDS; i++) {
                assertThat(takes(message)).isTrue();
            }
        }
    }
}
