package org.sunmao.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class LockedDirectoryTests {

    @TempDir Path temp;

    @Test
    void theDirectoryAndWhatIsWrittenThereIsPrivate() throws IOException {
        try (var data = LockedDirectory.open(temp.resolve("new"))) {
            var file = data.file("keys");
            data.writePrivately(file, "first");
            data.writePrivately(file, "second");

            assertThat(file).hasContent("second");
            assertThat(mode(data.path())).isEqualTo("rwx------");
            assertThat(mode(file)).isEqualTo("rw-------");
            assertThat(mode(data.file(LockedDirectory.LOCK))).isEqualTo("rw-------");
        }
    }

    @Test
    void oneAtATimeHoldsIt() throws IOException {
        try (var first = LockedDirectory.open(temp)) {
            assertThatThrownBy(() -> LockedDirectory.open(temp))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(first.path().toString())
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
        }
        LockedDirectory.open(temp).close();
    }

    @Test
    void aDirectoryThatWasThereKeepsItsMode() throws IOException {
        var shared = Files.createDirectory(temp.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-x---"));

        LockedDirectory.open(shared).close();

        assertThat(mode(shared)).isEqualTo("rwxr-x---");
    }

    @Test
    void aPathThatCannotBeADirectoryIsRefusedWithTheReason() throws IOException {
        var file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> LockedDirectory.open(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
