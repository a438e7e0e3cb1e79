package org.wirephoto.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

class ConnectModelTest {
    private static final ServerAddress THERE = new ServerAddress("192.168.1.5", 9999);
    private static final ServerAddress ELSEWHERE = new ServerAddress("192.168.1.77", 9999);
    private static final Fingerprint GOOD = new Fingerprint("ab".repeat(32));
    private static final Fingerprint BAD = new Fingerprint("cd".repeat(32));
    private static final AccessKey KEY =
            AccessKey.parse("1234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow();
    private static final AccessKey OTHER_KEY =
            AccessKey.parse("2234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow();

    private final FakeServers servers = new FakeServers();
    private final TestWork work = new TestWork();
    private final List<Session> arrivals = new ArrayList<>();
    private final ConnectModel model =
            new ConnectModel(servers, work, Runnable::run, (session, server) -> arrivals.add(session));

    private Step step() {
        return model.step().get();
    }

    private void open(Optional<AccessKey> key) {
        servers.up.put(THERE, new FakeServers.Fake("Living room", Optional.of(GOOD), key));
    }

    private static KnownServer known(String name, Optional<AccessKey> key) {
        return new KnownServer(name, THERE, new Trust.Pinned(GOOD), key);
    }

    private static FoundServer found(String name, ServerAddress address, String prefix) {
        return new FoundServer(name, List.of(address), prefix, true, 1);
    }

    @Nested
    class TheList {
        @Test
        void showsWhatIsFoundOnTheNetworkByItself() {
            model.look();
            work.doAll();
            servers.listener.appeared(found("Studio", ELSEWHERE, "cdcdcdcdcdcdcdcd"));

            assertThat(model.rows()).singleElement().satisfies(row -> {
                assertThat(row.place().name()).isEqualTo("Studio");
                assertThat(row.place().address()).isEqualTo(ELSEWHERE);
                assertThat(row.origin()).isEqualTo(ServerRow.Origin.FOUND);
                assertThat(row.encrypted()).isTrue();
                assertThat(row.keyNeeded()).isTrue();
            });
        }

        @Test
        void showsAServerThatIsKnownAndFoundOnceWithTheAddressThatItHasNow() {
            servers.known.add(known("Home", Optional.of(KEY)));
            model.look();
            work.doAll();
            servers.listener.appeared(found("Living room", ELSEWHERE, "abababababababab"));

            assertThat(model.rows()).singleElement().satisfies(row -> {
                assertThat(row.place().name()).isEqualTo("Home");
                assertThat(row.place().address()).isEqualTo(ELSEWHERE);
                assertThat(row.online()).isTrue();
            });
        }

        @Test
        void putsKnownServersBeforeFoundOnesAndTheOneOfThisMachineBetween() {
            servers.known.add(known("Home", Optional.empty()));
            servers.own = Optional.of(new KnownServer(
                    "localhost", new ServerAddress("localhost", 9999), new Trust.Pinned(BAD), Optional.of(KEY)));
            model.look();
            work.doAll();
            servers.listener.appeared(found("A studio", ELSEWHERE, ""));

            assertThat(model.rows())
                    .extracting(ServerRow::origin)
                    .containsExactly(ServerRow.Origin.KNOWN, ServerRow.Origin.OWN, ServerRow.Origin.FOUND);
            assertThat(model.rows().getLast().encrypted()).isFalse();
        }

        @Test
        void losesAServerThatLeftAndKeepsOneThatIsKnown() {
            servers.known.add(known("Home", Optional.empty()));
            model.look();
            work.doAll();
            FoundServer home = found("Living room", THERE, "abababababababab");
            FoundServer studio = found("Studio", ELSEWHERE, "cdcdcdcdcdcdcdcd");
            servers.listener.appeared(home);
            servers.listener.appeared(studio);
            servers.listener.gone(home);
            servers.listener.gone(studio);

            assertThat(model.rows()).singleElement().satisfies(row -> {
                assertThat(row.place().name()).isEqualTo("Home");
                assertThat(row.online()).isFalse();
            });
        }

        @Test
        void saysWhyTheKnownServersCannotBeRead() {
            servers.unreadable = Optional.of(new IOException("The file can't be read."));
            model.look();
            work.doAll();

            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.Unusable.class,
                            unusable ->
                                    assertThat(unusable.trouble().sentence()).isEqualTo("The file can't be read."));
        }

        @Test
        void forgetsAServer() {
            KnownServer home = known("Home", Optional.empty());
            servers.known.add(home);
            model.look();
            work.doAll();
            model.forget(home);
            work.doAll();

            assertThat(model.rows()).isEmpty();
        }

        @Test
        void endsTheSearchWhenItIsClosed() {
            model.look();
            assertThat(servers.searching).isTrue();
            model.close();
            assertThat(servers.searching).isFalse();
        }
    }

    @Nested
    class GoingBack {
        @Test
        void goesStraightToTheServerThatWasUsedLast() {
            open(Optional.of(KEY));
            servers.known.add(known("Home", Optional.of(KEY)));
            servers.known.add(new KnownServer("Old", ELSEWHERE, new Trust.Pinned(BAD), Optional.empty()));
            model.goBack();
            work.doAll();

            assertThat(arrivals).hasSize(1);
            assertThat(step()).isInstanceOf(Step.Arrived.class);
        }

        @Test
        void doesNotGoWithoutEncryptionWhereTheKnownServerEncrypts() {
            servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.empty(), Optional.empty()));
            KnownServer home = known("Home", Optional.of(KEY));
            servers.known.add(home);
            model.goBack();
            work.doAll();
            assertThat(step()).isEqualTo(new Step.Unencrypted(home));

            model.trust();
            work.doAll();
            assertThat(arrivals).isEmpty();
            assertThat(servers.known).containsExactly(home);
        }

        @Test
        void goesToTheServerOfThisMachineWhereNoOtherIsKnown() {
            open(Optional.of(KEY));
            servers.own = Optional.of(known("localhost", Optional.of(KEY)));
            model.goBack();
            work.doAll();

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void letsThePersonChooseWhereNoneIsKnown() {
            model.goBack();
            work.doAll();

            assertThat(step()).isInstanceOf(Step.Choosing.class);
        }

        @Test
        void triesAgainByItselfAndLaterEachTimeWhileTheServerIsOff() {
            servers.known.add(known("Home", Optional.empty()));
            model.goBack();
            work.doAll();
            assertThat(((Step.Failed) step()).secondsLeft()).isEqualTo(2);
            work.pass(Duration.ofSeconds(1));
            assertThat(((Step.Failed) step()).secondsLeft()).isEqualTo(1);
            work.pass(Duration.ofSeconds(1));
            assertThat(((Step.Failed) step()).secondsLeft()).isEqualTo(4);
            open(Optional.empty());
            work.pass(Duration.ofSeconds(4));

            assertThat(arrivals).hasSize(1);
        }

        @Test
        void triesNoMoreOnceThePersonChoosesSomethingElse() {
            servers.known.add(known("Home", Optional.empty()));
            model.goBack();
            work.doAll();
            model.cancel();
            int tries = servers.tried.size();
            work.pass(Duration.ofMinutes(2));

            assertThat(step()).isInstanceOf(Step.Choosing.class);
            assertThat(servers.tried).hasSize(tries);
            assertThat(work.timers()).isZero();
        }
    }

    @Nested
    class AnInvite {
        @Test
        void leadsToTheServerWithoutAQuestion() {
            open(Optional.of(KEY));
            model.enter("  " + new Invite(THERE, GOOD, KEY).link() + "\n");
            work.doAll();

            assertThat(arrivals).hasSize(1);
            assertThat(servers.known).singleElement().satisfies(server -> {
                assertThat(server.trust()).isEqualTo(new Trust.Pinned(GOOD));
                assertThat(server.key()).contains(KEY);
            });
        }

        @Test
        void isNotFollowedToAnotherServerThanItsOwn() {
            servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.of(BAD), Optional.empty()));
            model.enter(new Invite(THERE, GOOD, KEY).link());
            work.doAll();

            assertThat(arrivals).isEmpty();
            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.Changed.class,
                            changed -> assertThat(changed.actual()).isEqualTo(BAD));
            model.trust();
            work.doAll();
            assertThat(arrivals).isEmpty();
        }

        @Test
        void isNotFollowedToAServerThatDoesNotEncrypt() {
            servers.up.put(THERE, new FakeServers.Fake("Impostor", Optional.empty(), Optional.empty()));
            model.enter(new Invite(THERE, GOOD, KEY).link());
            work.doAll();
            assertThat(step()).isInstanceOf(Step.Unencrypted.class);

            model.trust();
            work.doAll();
            assertThat(arrivals).isEmpty();
            assertThat(servers.known).isEmpty();
        }

        @Test
        void thatIsBrokenLeadsNowhere() {
            model.enter("wirephoto://192.168.1.5:9999/?fp=abab");
            work.doAll();

            assertThat(step()).isInstanceOf(Step.Choosing.class);
        }
    }

    @Nested
    class AnAddress {
        @Test
        void asksOnceWhetherTheFingerprintIsRight() {
            open(Optional.empty());
            model.enter("192.168.1.5");
            work.doAll();
            assertThat(step()).isInstanceOfSatisfying(Step.Asking.class, asking -> {
                assertThat(asking.fingerprint()).isEqualTo(GOOD);
                assertThat(asking.contradicted()).isFalse();
            });
            assertThat(servers.tried).isEmpty();
            model.trust();
            work.doAll();
            assertThat(arrivals).hasSize(1);

            model.look();
            work.doAll();
            model.enter("192.168.1.5:9999");
            work.doAll();
            assertThat(arrivals).hasSize(2);
        }

        @Test
        void thatNobodyAnswersAtIsNotTriedAgainByItself() {
            model.enter("192.168.1.200");
            work.doAll();

            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.Failed.class,
                            failed -> assertThat(failed.secondsLeft()).isZero());
        }

        @Test
        void ofAServerThatDoesNotEncryptAsksBeforeAnythingIsSaid() {
            servers.up.put(THERE, new FakeServers.Fake("Plain", Optional.empty(), Optional.empty()));
            model.enter("192.168.1.5");
            work.doAll();
            assertThat(step()).isInstanceOf(Step.AskingPlain.class);
            assertThat(servers.tried).isEmpty();

            model.trust();
            work.doAll();
            assertThat(arrivals).hasSize(1);
            assertThat(servers.known.getFirst().trust()).isEqualTo(new Trust.Plain());
        }

        @Test
        void mayBeTheNameOfAServerThatIsKnown() {
            open(Optional.empty());
            servers.known.add(known("home", Optional.empty()));
            model.look();
            work.doAll();
            model.enter("Home");
            work.doAll();

            assertThat(arrivals).hasSize(1);
        }
    }

    @Nested
    class AFoundServer {
        @Test
        void thatIsNotWhoTheNetworkSaidIsAskedAboutWithAWarning() {
            open(Optional.empty());
            model.choose(Place.of(found("Living room", THERE, "cdcdcdcdcdcdcdcd"), Optional.empty()));
            work.doAll();

            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.Asking.class,
                            asking -> assertThat(asking.contradicted()).isTrue());
        }
    }

    @Nested
    class AKey {
        @Test
        void isAskedForOnlyWhereTheServerWantsOne() {
            open(Optional.of(KEY));
            model.enter("192.168.1.5");
            work.doAll();
            model.trust();
            work.doAll();
            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.AskingKey.class,
                            asking -> assertThat(asking.refused()).isFalse());

            assertThat(model.key("what?")).isFalse();
            assertThat(model.key(OTHER_KEY.grouped())).isTrue();
            work.doAll();
            assertThat(step())
                    .isInstanceOfSatisfying(
                            Step.AskingKey.class,
                            asking -> assertThat(asking.refused()).isTrue());

            model.key(KEY.grouped());
            work.doAll();
            assertThat(arrivals).hasSize(1);
            assertThat(servers.known.getFirst().key()).contains(KEY);
        }

        @Test
        void mayBeGivenAsAnInvite() {
            open(Optional.of(KEY));
            model.choose(new Place.Known(known("Home", Optional.empty())));
            work.doAll();
            model.key(new Invite(THERE, GOOD, KEY).link());
            work.doAll();

            assertThat(arrivals).hasSize(1);
        }
    }

    @Nested
    class Cancelling {
        @Test
        void closesASessionThatWasMadeTooLate() {
            open(Optional.empty());
            model.choose(new Place.Known(known("Home", Optional.empty())));
            model.cancel();
            work.doAll();

            assertThat(arrivals).isEmpty();
            assertThat(step()).isInstanceOf(Step.Choosing.class);
            verify(servers.sessions.getFirst()).close();
        }

        @Test
        void leavesASessionAloneThatWasHandedOver() {
            open(Optional.empty());
            model.choose(new Place.Known(known("Home", Optional.empty())));
            work.doAll();
            model.cancel();
            work.doAll();

            verify(servers.sessions.getFirst(), never()).close();
        }
    }
}
