package org.wirephoto.desktop.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.send.Problem;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

final class ManageTest {
    private final MemorySession server = new MemorySession();
    private final TestWork work = new TestWork();
    private final Permissions permissions = new Permissions(server);
    private final Manage manage = new Manage(server, work, permissions);
    private final List<Trouble> troubles = new ArrayList<>();

    private Deletion delete(RemoteImage... images) {
        List<Deletion> done = new ArrayList<>();
        manage.delete(List.of(images), done::add, troubles::add);
        work.doAll();
        assertThat(done).hasSize(1);
        return done.getFirst();
    }

    @Nested
    final class Allowing {
        @Test
        void letsViewersLookAlone() {
            RemoteImage image = server.put("beach.png");
            server.role(Role.VIEWER);

            assertThat(permissions.canSend()).isFalse();
            assertThat(permissions.canChange(image)).isFalse();
            assertThat(permissions.canInvite()).isFalse();
        }

        @Test
        void letsContributorsChangeWhatIsTheirs() {
            RemoteImage own = server.put("own.png", Optional.of("anna"));
            RemoteImage other = server.put("other.png", Optional.of("ben"));
            server.role(Role.CONTRIBUTOR);
            server.label("anna");

            assertThat(permissions.canChange(own)).isTrue();
            assertThat(permissions.canChange(other)).isFalse();
            assertThat(permissions.canChange(server.put("nobodys.png"))).isFalse();
            assertThat(permissions.canInvite()).isFalse();
        }

        @Test
        void leavesItToAServerThatDoesNotTellWhoseKeyItIs() {
            RemoteImage other = server.put("other.png", Optional.of("ben"));
            server.role(Role.CONTRIBUTOR);

            assertThat(permissions.canChange(other)).isTrue();
        }

        @Test
        void passesOnWhatTheServerRefusesForAllTheLabelSays() {
            RemoteImage earlier = server.put("own.png", Optional.of("anna"));
            server.role(Role.CONTRIBUTOR);
            server.label("anna");
            server.failNext(MemorySession.refusal(ErrorCode.NOT_ALLOWED, Optional.empty()));

            Deletion deletion = delete(earlier);

            assertThat(deletion.refused()).containsExactly(earlier);
            assertThat(deletion.trouble().flatMap(Trouble::code)).contains(ErrorCode.NOT_ALLOWED);
        }

        @Test
        void letsCuratorsDoEverything() {
            server.label("anna");
            assertThat(permissions.canChange(server.put("a.png", Optional.of("ben"))))
                    .isTrue();
            assertThat(permissions.canInvite()).isTrue();
        }

        @Test
        void offersNoInvitesToAServerThatIsOpenToAll() {
            assertThat(permissions.canInvite()).isFalse();
        }
    }

    @Nested
    final class Deleting {
        @Test
        void bringsAllBack() {
            Deletion deletion = delete(server.put("a.png"), server.put("b.png"));
            assertThat(server.images).isEmpty();

            manage.undo(deletion, back -> assertThat(back.restored()).hasSize(2), troubles::add);
            work.doAll();

            assertThat(server.images).containsOnlyKeys(ImageName.of("a.png"), ImageName.of("b.png"));
        }

        @Test
        void bringsOneBackUnderAnotherNameWhereItsOwnIsTakenNow() {
            Deletion deletion = delete(server.put("a.png"));
            server.put("a.png");

            manage.undo(deletion, _ -> {}, troubles::add);
            work.doAll();

            assertThat(server.images).containsKey(ImageName.of("a-2.png"));
            assertThat(troubles).isEmpty();
        }

        @Test
        void canBringTheRestBackLaterWhereTheServerLeavesHalfWay() {
            Deletion deletion = delete(server.put("a.png"), server.put("b.png"), server.put("c.png"));
            server.failSecond(MemorySession.trouble(Trouble.Kind.LOST));
            List<Deletion.Return> returns = new ArrayList<>();

            manage.undo(deletion, returns::add, troubles::add);
            work.doAll();
            assertThat(server.images).containsOnlyKeys(ImageName.of("a.png"));
            Deletion.Return back = returns.getFirst();
            assertThat(back.trouble().orElseThrow().kind()).isEqualTo(Trouble.Kind.LOST);

            manage.undo(back.left().orElseThrow(), returns::add, troubles::add);
            work.doAll();
            assertThat(server.images).hasSize(3);
            assertThat(returns.getLast().left()).isEmpty();
            assertThat(troubles).isEmpty();
        }

        @Test
        void offersNoSecondTryForWhatIsNoLongerInTheTrash() {
            Deletion deletion = delete(server.put("a.png"));
            List<Deletion.Return> returns = new ArrayList<>();
            manage.undo(deletion, returns::add, troubles::add);
            work.doAll();
            server.images.clear();
            manage.undo(deletion, returns::add, troubles::add);
            work.doAll();

            assertThat(returns.getLast().left()).isEmpty();
            assertThat(returns.getLast().trouble().flatMap(Trouble::code)).contains(ErrorCode.NOT_FOUND);
        }

        @Test
        void countsWhatIsGoneAlreadyAsDone() {
            RemoteImage gone = server.put("a.png");
            server.images.clear();

            assertThat(delete(gone)).isEqualTo(new Deletion(List.of(), List.of(), Optional.empty()));
        }

        @Test
        void canTakeBackWhatWentBeforeTheServerDid() {
            RemoteImage first = server.put("a.png");
            RemoteImage second = server.put("b.png");
            server.failSecond(MemorySession.trouble(Trouble.Kind.LOST));

            Deletion deletion = delete(first, second);

            assertThat(deletion.deleted()).containsExactly(first);
            assertThat(deletion.refused()).containsExactly(second);
        }
    }

    @Nested
    final class Renaming {
        private final RemoteImage image = server.put("beach.png");
        private final RenameModel model = manage.rename(image);

        private Optional<Problem.Kind> type(String name) {
            model.nameProperty().set(name);
            work.pass(Duration.ofSeconds(1));
            return model.problemProperty().get().map(Problem::kind);
        }

        @Test
        void isReadyForANewNameAlone() {
            assertThat(model.readyProperty().get()).isFalse();
            assertThat(type("sea.png")).isEmpty();
            assertThat(model.readyProperty().get()).isTrue();
            assertThat(type("Beach.png")).as("another spelling").isEmpty();
            assertThat(model.readyProperty().get()).isTrue();
        }

        @Test
        void refusesWhileItIsTyped() {
            server.put("sea.png");

            assertThat(type("")).contains(Problem.Kind.NAME_MISSING);
            assertThat(type("sea.jpg")).contains(Problem.Kind.EXTENSION_MISMATCH);
            assertThat(type("sea.png")).contains(Problem.Kind.NAME_TAKEN);
            model.fix();
            work.pass(Duration.ofSeconds(1));
            assertThat(model.nameProperty().get()).isEqualTo("sea-2.png");
            assertThat(model.readyProperty().get()).isTrue();
        }

        @Test
        void renamesAndSaysWhatTheServerSays() {
            List<ImageName> done = new ArrayList<>();
            assertThat(type("sea.png")).isEmpty();
            server.put("sea.png");

            model.rename(done::add, troubles::add);
            work.doAll();
            assertThat(troubles).hasSize(1);
            assertThat(model.problemProperty().get()).map(Problem::kind).contains(Problem.Kind.NAME_TAKEN);

            assertThat(type("lake.png")).isEmpty();
            model.rename(done::add, troubles::add);
            work.doAll();
            assertThat(done).containsExactly(ImageName.of("lake.png"));
            assertThat(server.images).containsKey(ImageName.of("lake.png")).doesNotContainKey(image.name());
        }
    }

    @Test
    void invitesWithTheAddressThatOthersKnow() {
        List<Invite> made = new ArrayList<>();
        manage.invite(Role.VIEWER, " Anna ", made::add, troubles::add);
        work.doAll();

        assertThat(server.asked).containsExactly("invite viewer Anna");
        assertThat(made.getFirst().address()).isEqualTo(new ServerAddress("192.168.1.5", 9999));
        assertThat(Manage.isForThisMachineAlone(made.getFirst())).isFalse();
        assertThat(Invite.parse(made.getFirst().link())).contains(made.getFirst());
    }
}
