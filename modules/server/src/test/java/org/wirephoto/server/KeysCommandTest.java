package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;

/** The commands about keys, with no server running. */
class KeysCommandTest {
    private static final Pattern KEY = Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{2}");
    private static final Pattern LINK = Pattern.compile("wirephoto://\\S+");

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Terminal terminal = new Terminal(true, true, true);

    @BeforeEach
    void makeAFolderWhoseServerRanOnce() throws Exception {
        Files.createFile(data.resolve("wirephoto.db"));
        LocalInvite.keyed(data, keys(), true)
                .write(new InetSocketAddress(4711), Optional.of(RunningServer.FINGERPRINT));
    }

    private KeyFile keys() {
        return new KeyFile(data);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return ServerMain.commandLine(_ -> {}, terminal)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(out.toString());
        assertThat(matcher.find()).as(out + " and " + err).isTrue();
        return matcher.group();
    }

    private Optional<KeyEntry> entry(AccessKey key) throws Exception {
        return keys().read().find(key);
    }

    private byte[] file() throws Exception {
        return Files.readAllBytes(keys().path());
    }

    @Nested
    class Add {
        @Test
        void showsTheKeyOnATerminalAndKeepsItsDigestAlone() throws Exception {
            assertThat(run("keys", "add", "--role", "Viewer", "--label", "Ann", "--quota", "2 GiB"))
                    .isZero();
            AccessKey key = AccessKey.parse(found(KEY)).orElseThrow();
            KeyEntry entry = entry(key).orElseThrow();
            assertThat(entry.role()).isEqualTo(Role.VIEWER);
            assertThat(entry.label().text()).isEqualTo("Ann");
            assertThat(entry.quota()).hasValue(2L << 30);
            assertThat(Files.readString(keys().path())).doesNotContain(key.text());
        }

        @Test
        void aTakenLabelIsRefused() throws Exception {
            run("keys", "add", "--role", "viewer", "--label", "Ann");
            byte[] before = file();
            assertThat(run("keys", "add", "--role", "viewer", "--label", "ANN")).isEqualTo(1);
            assertThat(err.toString()).contains("labelled ANN already", "keys revoke");
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void withAnInviteItShowsALinkAndItsPicture() throws Exception {
            assertThat(run("keys", "add", "--role", "curator", "--label", "Cleo", "--invite", "--host", "photos.lan"))
                    .isZero();
            Invite invite = Invite.parse(found(LINK)).orElseThrow();
            assertThat(invite.address()).hasToString("photos.lan:4711");
            assertThat(invite.fingerprint()).isEqualTo(RunningServer.FINGERPRINT);
            assertThat(entry(invite.key()).orElseThrow().role()).isEqualTo(Role.CURATOR);
            assertThat(out.toString()).contains("█", "wirephoto join");
        }

        @Test
        void aPipeGetsNoSecretAndNoKeyIsMade() throws Exception {
            terminal = Terminal.none();
            byte[] before = file();
            assertThat(run("keys", "add", "--role", "viewer", "--label", "Ann")).isEqualTo(2);
            assertThat(err.toString()).contains("not a terminal", "--output FILE");
            assertThat(out.toString()).isEmpty();
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void aFileOfItsOwnersAloneCanHaveIt() throws Exception {
            terminal = Terminal.none();
            Path key = elsewhere.resolve("key");
            assertThat(run("keys", "add", "--role", "viewer", "--label", "Ann", "--output", key.toString()))
                    .isZero();
            AccessKey made = AccessKey.parse(Files.readString(key)).orElseThrow();
            assertThat(entry(made)).isPresent();
            assertThat(out.toString()).contains(key.toString()).doesNotContain(made.text(), made.grouped());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }

        @Test
        void aFileThatExistsIsLeftAloneAndNoKeyIsMade() throws Exception {
            byte[] before = file();
            Path file = Files.writeString(elsewhere.resolve("mine"), "mine");
            assertThat(run("keys", "add", "--role", "viewer", "--label", "Ann", "--output", file.toString()))
                    .isEqualTo(2);
            assertThat(file).hasContent("mine");
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void aKeyThatCanNotBeHandedOutIsTakenBack() throws Exception {
            Path nowhere = elsewhere.resolve("no/such/folder");
            assertThat(run("keys", "add", "--role", "viewer", "--label", "Ann", "--output", nowhere.toString()))
                    .isEqualTo(1);
            assertThat(keys().read().labelled(new KeyLabel("Ann"))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"--role=boss", "--label=", "--label=a\nb", "--quota=lots", "--quota=0", "--host=a b"})
        void whatMakesNoSenseIsNamed(String option) throws Exception {
            byte[] before = file();
            List<String> arguments = new ArrayList<>(List.of("keys", "add", "--invite", option));
            if (!option.startsWith("--role")) {
                arguments.add("--role=viewer");
            }
            if (!option.startsWith("--label")) {
                arguments.add("--label=Ann");
            }
            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
            assertThat(err.toString())
                    .containsIgnoringCase(option.substring(2, 6))
                    .doesNotContain("Exception");
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void aFolderOfNoServerIsNamed() throws Exception {
            Files.delete(data.resolve("wirephoto.db"));
            assertThat(run("keys", "add", "--role", "viewer", "--label", "Ann")).isEqualTo(1);
            assertThat(err.toString()).contains(data.toString(), "--data DIR");
        }
    }

    @Nested
    class ListThem {
        @Test
        void tellsAllButTheKeysAndNamesBadLines() throws Exception {
            terminal = Terminal.none();
            KeyEntry entry = NewKey.add(
                            keys(), Role.CONTRIBUTOR, new KeyLabel("Ann's phone"), java.util.OptionalLong.of(1 << 20))
                    .orElseThrow()
                    .entry();
            Files.writeString(keys().path(), "nonsense\n", java.nio.file.StandardOpenOption.APPEND);
            assertThat(run("keys", "list")).isZero();
            assertThat(out.toString())
                    .contains("Ann's phone   contributor  " + entry.made(), "1MiB", "this machine")
                    .doesNotContain(entry.digest().hex());
            assertThat(err.toString()).contains("Line 5 of " + keys().path() + " admits nobody: ");
        }

        @Test
        void saysWhenThereAreNone() throws Exception {
            Files.delete(keys().path());
            assertThat(run("keys", "list")).isZero();
            assertThat(out.toString()).contains("nobody is admitted", "keys add");
        }
    }

    @Nested
    class Revoke {
        @Test
        void takesTheKeyOfALabelAwayAndNoOther() throws Exception {
            run("keys", "add", "--role", "viewer", "--label", "Ann");
            run("keys", "add", "--role", "viewer", "--label", "Anna");
            assertThat(run("keys", "revoke", "ann")).isZero();
            assertThat(keys().read().entries())
                    .extracting(entry -> entry.label().text())
                    .containsExactly("this machine", "Anna");
        }

        @Test
        void aLabelThatNobodyHasIsNamed() {
            assertThat(run("keys", "revoke", "Zoe")).isEqualTo(1);
            assertThat(err.toString()).contains("No key is labelled Zoe", "keys list");
        }

        @Test
        void aLabelThatIsUsedAgainGetsAnotherId() throws Exception {
            run("keys", "add", "--role", "viewer", "--label", "Ann");
            String first =
                    keys().read().labelled(new KeyLabel("Ann")).getFirst().id();
            run("keys", "revoke", "Ann");
            run("keys", "add", "--role", "viewer", "--label", "Ann");
            assertThat(keys().read().labelled(new KeyLabel("Ann")).getFirst().id())
                    .isNotEqualTo(first);
        }
    }

    @Nested
    class MakeAnInvite {
        @Test
        void ofAContributorUnlessItIsToldOtherwise() throws Exception {
            assertThat(run("invite")).isZero();
            Invite invite = Invite.parse(found(LINK)).orElseThrow();
            assertThat(entry(invite.key()).orElseThrow().role()).isEqualTo(Role.CONTRIBUTOR);
            assertThat(entry(invite.key()).orElseThrow().label().text()).isEqualTo("guest");
            assertThat(run("invite", "--role", "viewer")).isZero();
            assertThat(keys().read()
                            .labelled(new KeyLabel("guest 2"))
                            .getFirst()
                            .role())
                    .isEqualTo(Role.VIEWER);
        }

        @Test
        void aFileCanHaveItsLink() throws Exception {
            terminal = Terminal.none();
            Path file = elsewhere.resolve("invite");
            assertThat(run("invite", "--label", "Ann", "--host", "::1", "--output", file.toString()))
                    .isZero();
            assertThat(Invite.parse(Files.readString(file)).orElseThrow().address())
                    .hasToString("[::1]:4711");
        }

        @Test
        void aServerThatDoesNotEncryptHasNone() throws Exception {
            LocalInvite.keyed(data, keys(), false).write(new InetSocketAddress(4711), Optional.empty());
            byte[] before = file();
            assertThat(run("invite")).isEqualTo(1);
            assertThat(err.toString()).contains("keys add");
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void aPipeGetsNone() throws Exception {
            terminal = Terminal.none();
            byte[] before = file();
            assertThat(run("invite")).isEqualTo(2);
            assertThat(file()).isEqualTo(before);
        }

        @Test
        void aTerminalWithoutTheseCharactersGetsTheLinkAlone() {
            terminal = new Terminal(true, false, false);
            assertThat(run("invite")).isZero();
            assertThat(out.toString()).contains("wirephoto://").doesNotContain("█", "\u001B");
        }
    }

    @Test
    void aMissingCommandListsThem() {
        assertThat(run("keys")).isEqualTo(2);
        assertThat(err.toString()).contains("add", "list", "revoke");
    }
}
