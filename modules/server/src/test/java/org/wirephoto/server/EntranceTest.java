package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Role;

class EntranceTest {
    @TempDir
    Path data;

    private boolean isFirst() throws Exception {
        try (Entrance entrance = Entrance.keyed(data, Optional.of(RunningServer.FINGERPRINT))) {
            return entrance.isFirst();
        }
    }

    /** Or whoever had something else at the port would never see an invite. */
    @Test
    void aStartThatNeverListenedIsNotTheFirst() throws Exception {
        assertThat(isFirst()).isTrue();
        assertThat(isFirst()).isTrue();
        Files.writeString(data.resolve("local-invite"), "written once a server listens");
        assertThat(isFirst()).isFalse();
    }

    @Test
    void whereSomebodyHasAKeyNoStartIsTheFirst() throws Exception {
        NewKey.add(new KeyFile(data), Role.VIEWER, new KeyLabel("Vera"), OptionalLong.empty());
        assertThat(isFirst()).isFalse();
    }
}
