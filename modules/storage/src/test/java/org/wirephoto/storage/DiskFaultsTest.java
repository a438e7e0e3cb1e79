package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DiskFaultsTest {
    private static final Room FULL = () -> 4_096;
    private static final Room ROOMY = () -> 1 << 30;

    @Nested
    class OfTheCatalogue {
        @ParameterizedTest
        @EnumSource(
                value = SQLiteErrorCode.class,
                names = {
                    "SQLITE_IOERR",
                    "SQLITE_IOERR_WRITE",
                    "SQLITE_IOERR_SHMOPEN",
                    "SQLITE_IOERR_SHMSIZE",
                    "SQLITE_IOERR_SHMMAP",
                    "SQLITE_CANTOPEN"
                })
        void areWantOfRoomOnAFullDiskOnly(SQLiteErrorCode code) {
            SQLiteException fault = new SQLiteException("[" + code + "] I/O error", code);
            assertThat(Database.fault(fault, FULL)).isInstanceOf(NoSpaceException.class);
            assertThat(Database.fault(fault, ROOMY)).isNotInstanceOf(NoSpaceException.class);
        }

        @Test
        void thatHaveNothingToDoWithTheDiskStayWhatTheyAre() {
            SQLiteException busy = new SQLiteException("[SQLITE_BUSY] locked", SQLiteErrorCode.SQLITE_BUSY);
            assertThat(Database.fault(busy, FULL)).isNotInstanceOf(NoSpaceException.class);
        }
    }

    @Nested
    class AtOpening {
        private final Path folder = Path.of("pictures");
        private final IOException fault =
                new IOException("the catalogue failed: [SQLITE_IOERR_SHMSIZE] I/O error within xShmMap");

        @Test
        void areASentenceWithWhatToDoWhereTheDiskIsFull() {
            IOException told = DiskFaults.atOpening(fault, folder, FULL);
            assertThat(told)
                    .isInstanceOf(NoSpaceException.class)
                    .hasMessage("The disk of pictures is full. Free a few megabytes on it, then start again.");
            assertThat(told).hasRootCause(fault);
        }

        @Test
        void stayWhatTheyAreWhereItIsNot() {
            assertThat(DiskFaults.atOpening(fault, folder, ROOMY)).isSameAs(fault);
        }
    }
}
