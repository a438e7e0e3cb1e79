package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Role;

class KeyFileTest {
    @TempDir
    Path data;

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void theFileIsItsOwnersAloneAlsoWhereItWasNot() throws Exception {
        KeyFile file = new KeyFile(data);
        NewKey.addNumbered(file, Role.VIEWER, new KeyLabel("a"));
        assertThat(rights(file.path())).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OwnerFiles.isOpenToOthers(file.path())).isTrue();
        NewKey.addNumbered(file, Role.VIEWER, new KeyLabel("a"));
        assertThat(rights(file.path())).isEqualTo("rw-------");
    }

    /** As when an administrator revokes a key of a server that runs as a user of its own. */
    @Test
    void whatAnAdministratorChangesStaysTheServersToRead() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
        UserPrincipal nobody =
                data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(data, nobody);
        KeyFile file = new KeyFile(data);
        NewKey.addNumbered(file, Role.VIEWER, new KeyLabel("a"));
        assertThat(Files.getOwner(file.path())).isEqualTo(nobody);
        assertThat(Files.getOwner(data.resolve("access-keys.lock"))).isEqualTo(nobody);
        assertThat(rights(file.path())).isEqualTo("rw-------");
    }

    @Test
    void neverGrowsPastWhatCanBeReadAgain() throws Exception {
        KeyFile file = new KeyFile(data);
        Files.writeString(file.path(), ("#".repeat(1023) + "\n").repeat(4096));
        assertThatThrownBy(() -> NewKey.addNumbered(file, Role.VIEWER, new KeyLabel("a")))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("larger than");
        assertThat(file.read().entries()).isEmpty();
    }

    @Test
    void manyWhoChangeItAtOnceLoseNothing() throws Exception {
        List<Callable<NewKey>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tasks.add(() -> NewKey.addNumbered(new KeyFile(data), Role.VIEWER, new KeyLabel("a")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<NewKey> made : threads.invokeAll(tasks)) {
                assertThat(new KeyFile(data).read().contains(made.get().entry()))
                        .isTrue();
            }
        }
        assertThat(new KeyFile(data).read().entries())
                .extracting(entry -> entry.label().text())
                .hasSize(40)
                .doesNotHaveDuplicates()
                .contains("a", "a 40");
        assertThat(data.resolve("access-keys.part")).doesNotExist();
    }

    @Test
    void aTakenLabelChangesNothing() throws Exception {
        KeyFile file = new KeyFile(data);
        NewKey.add(file, Role.VIEWER, new KeyLabel("Ann"), OptionalLong.empty());
        byte[] before = Files.readAllBytes(file.path());
        assertThat(NewKey.add(file, Role.VIEWER, new KeyLabel("ann"), OptionalLong.empty()))
                .isEmpty();
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    @Test
    void aLongLabelLeavesRoomForItsNumber() throws Exception {
        KeyFile file = new KeyFile(data);
        KeyLabel longest = KeyLabel.of("€".repeat(85)).orElseThrow();
        NewKey.addNumbered(file, Role.VIEWER, longest);
        String text =
                NewKey.addNumbered(file, Role.VIEWER, longest).entry().label().text();
        assertThat(KeyLabel.of(text)).map(KeyLabel::text).contains(text);
        assertThat(text).endsWith("€ 2");
    }
}
