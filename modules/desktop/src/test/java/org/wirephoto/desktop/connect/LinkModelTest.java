package org.wirephoto.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;

class LinkModelTest {
    private final TestWork work = new TestWork();
    private final FakePulse pulse = new FakePulse();
    private final LinkModel model = new LinkModel(pulse, work);

    private static final class FakePulse implements Pulse {
        private Beat next = new Beat.Felt();
        private int beats;
        private boolean closed;

        @Override
        public Beat beat() {
            beats++;
            return next;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private LinkState state() {
        return model.state().get();
    }

    @Test
    void asksAServerThatIsThereEveryFiveSeconds() {
        work.pass(Duration.ofSeconds(20));

        assertThat(pulse.beats).isEqualTo(4);
        assertThat(state()).isEqualTo(new LinkState.Up());
    }

    @Test
    void countsDownToTheNextTryAfterALossAndWaitsLongerEachTime() {
        pulse.next = new Pulse.Beat.Missed();
        work.pass(Duration.ofSeconds(5));
        assertThat(state()).isEqualTo(new LinkState.Lost(2));
        work.pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(new LinkState.Lost(1));
        work.pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(new LinkState.Lost(4));
        work.pass(Duration.ofMinutes(5));
        assertThat(((LinkState.Lost) state()).secondsLeft()).isBetween(1, 30);
    }

    @Test
    void seesByItselfThatTheServerIsBack() {
        pulse.next = new Pulse.Beat.Missed();
        work.pass(Duration.ofSeconds(5));
        pulse.next = new Pulse.Beat.Felt();
        work.pass(Duration.ofSeconds(2));

        assertThat(state()).isEqualTo(new LinkState.Up());
    }

    @Test
    void triesAtOnceWhenItIsTold() {
        pulse.next = new Pulse.Beat.Missed();
        work.pass(Duration.ofSeconds(5));
        pulse.next = new Pulse.Beat.Felt();
        model.check();
        assertThat(state()).isEqualTo(new LinkState.Trying());
        work.doAll();

        assertThat(state()).isEqualTo(new LinkState.Up());
    }

    @Test
    void noticesALossAtOnceWhenItIsToldToLook() {
        pulse.next = new Pulse.Beat.Missed();
        model.check();
        work.doAll();

        assertThat(state()).isEqualTo(new LinkState.Lost(2));
    }

    @Test
    void asksOnceHoweverOftenItIsToldAndGoesOn() {
        model.check();
        model.check();
        model.check();
        work.doAll();
        assertThat(pulse.beats).isEqualTo(1);

        work.pass(Duration.ofSeconds(5));
        assertThat(pulse.beats).isEqualTo(2);
    }

    @Test
    void doesNotGoOnWhereTheServerRefuses() {
        pulse.next = new Pulse.Beat.Refused(new Trouble(
                Trouble.Kind.REFUSED, Optional.of(ErrorCode.KEY_REFUSED), "Ask for a key.", Optional.empty()));
        work.pass(Duration.ofMinutes(5));

        assertThat(pulse.beats).isEqualTo(1);
        assertThat(state()).isInstanceOf(LinkState.Refused.class);
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() {
        model.close();
        work.pass(Duration.ofMinutes(1));

        assertThat(pulse.closed).isTrue();
        assertThat(pulse.beats).isZero();
    }
}
