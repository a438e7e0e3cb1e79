package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BallastTest {
    private static final long SIZE = 100_000;

    @TempDir
    Path folder;

    /** What the simulated disk has free while there is no ballast. */
    private long free = 1_000_000;

    private Ballast ballast() {
        return new Ballast(folder, SIZE, () -> free - size());
    }

    private long size() throws IOException {
        Path file = folder.resolve(Ballast.FILE);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Nested
    class ComingBack {
        @Test
        void takesTheRoomThatIsSetAside() throws Exception {
            ballast().comeBack();
            assertThat(size()).isEqualTo(SIZE);
            assertThat(ballast().held()).isEqualTo(SIZE);
        }

        @Test
        void waitsUntilThereIsPlenty() throws Exception {
            free = 3 * SIZE - 1;
            ballast().comeBack();
            assertThat(ballast().held()).isZero();
            free = 3 * SIZE;
            ballast().comeBack();
            assertThat(ballast().held()).isEqualTo(SIZE);
            assertThat(ballast().giveWay()).isFalse();
        }

        @Test
        void fillsUpWhatWasBrokenOff() throws Exception {
            Files.write(folder.resolve(Ballast.FILE), new byte[10]);
            ballast().comeBack();
            assertThat(ballast().held()).isEqualTo(SIZE);
        }

        @Test
        void takesNothingWhereNothingIsToBeSetAside() throws Exception {
            new Ballast(folder, 0, () -> free).comeBack();
            assertThat(folder.resolve(Ballast.FILE)).doesNotExist();
        }
    }

    @Nested
    class GivingWay {
        @Test
        void makesRoomOnAFullDisk() throws Exception {
            ballast().comeBack();
            free = SIZE + 2 * SIZE - 1;
            assertThat(ballast().giveWay()).isTrue();
            assertThat(ballast().held()).isZero();
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void staysWhereThereIsRoom() throws Exception {
            ballast().comeBack();
            free = SIZE + 2 * SIZE;
            assertThat(ballast().giveWay()).isFalse();
            assertThat(ballast().held()).isEqualTo(SIZE);
        }

        @Test
        void saysThatTheDiskIsFullAlsoWhereNothingIsLeftToGive() {
            free = 0;
            assertThat(ballast().giveWay()).isTrue();
        }
    }
}
