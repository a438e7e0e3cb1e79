package org.wirephoto.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BackgroundWorkTest {
    @Test
    void tellsOfATaskThatTookMoreMemoryThanThereIs() throws Exception {
        CompletableFuture<Trouble> heard = new CompletableFuture<>();
        try (BackgroundWork work = new BackgroundWork(Runnable::run)) {
            work.start(
                    () -> {
                        throw new OutOfMemoryError("too large a picture");
                    },
                    _ -> {},
                    heard::complete);

            assertThat(heard.get(20, TimeUnit.SECONDS).kind()).isEqualTo(Trouble.Kind.FAULT);
        }
    }
}
