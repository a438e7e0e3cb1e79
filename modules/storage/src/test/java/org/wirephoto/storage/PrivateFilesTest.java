package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.junit.jupiter.api.Test;

class PrivateFilesTest {
    private final FileChannel channel = mock(FileChannel.class);

    @Test
    void closeAFileWhoseSizeCanNotBeTold() throws IOException {
        IOException fault = new IOException("Input/output error");
        when(channel.size()).thenThrow(fault);
        assertThatThrownBy(() -> PrivateFiles.ifWithin(channel, 10)).isSameAs(fault);
        verify(channel).close();
    }

    @Test
    void closeAFileThatIsTooLong() throws IOException {
        when(channel.size()).thenReturn(11L);
        assertThat(PrivateFiles.ifWithin(channel, 10)).isEmpty();
        verify(channel).close();
    }
}
