package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Role;

/** Real files; each look is the test's own, so that nothing is left to time. */
class KeyWatchTest {
    @TempDir
    Path data;

    private final AtomicInteger changes = new AtomicInteger();
    private KeyFile file;
    private KeyWatch watch;

    @BeforeEach
    void start() throws Exception {
        file = new KeyFile(data);
        add("Ann");
        watch = KeyWatch.start(file, Duration.ofDays(1));
        watch.onChange(changes::incrementAndGet);
    }

    private KeyEntry add(String label) throws Exception {
        return NewKey.add(file, Role.VIEWER, new KeyLabel(label), OptionalLong.empty())
                .orElseThrow()
                .entry();
    }

    private int count() {
        return watch.current().entries().size();
    }

    @Test
    void aChangeCountsOnceTwoLooksFindTheSame() throws Exception {
        add("Bob");
        watch.look();
        assertThat(count()).isEqualTo(1);
        watch.look();
        assertThat(count()).isEqualTo(2);
        assertThat(changes).hasValue(1);
        watch.look();
        assertThat(changes).hasValue(1);
    }

    @Test
    void whatAnEditorHasHalfWrittenIsNotTaken() throws Exception {
        byte[] whole = Files.readAllBytes(file.path());
        Files.writeString(file.path(), "");
        watch.look();
        Files.write(file.path(), whole);
        watch.look();
        watch.look();
        assertThat(changes).hasValue(0);
    }

    @Test
    void aChangeOfOurOwnCountsAtOnce() throws Exception {
        add("Bob");
        watch.reload();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aMissingFileAdmitsNobody() throws Exception {
        Files.delete(file.path());
        watch.reload();
        assertThat(count()).isZero();
        add("Bob");
        watch.reload();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anUnreadableFileKeepsTheLastKeys() throws Exception {
        Files.delete(file.path());
        Files.createDirectory(file.path());
        watch.reload();
        watch.look();
        watch.look();
        assertThat(count()).isEqualTo(1);
        assertThat(changes).hasValue(0);
    }

    @Test
    void aFileThatIsFarTooLargeKeepsTheLastKeys() throws Exception {
        Files.write(file.path(), new byte[5 << 20]);
        watch.reload();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aStartOnAnUnreadableFileFails() throws Exception {
        Files.delete(file.path());
        Files.createDirectory(file.path());
        assertThatThrownBy(() -> KeyWatch.start(file, Duration.ofDays(1)))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(file.path().toString());
    }
}
