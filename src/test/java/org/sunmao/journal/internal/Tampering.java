package org.sunmao.journal.internal;

import org.sunmao.journal.internal.Verification.Report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A superuser who changes what was sealed, has it verified, and takes it all back. */
final class Tampering implements AutoCloseable {

    interface Deed {

        void done(Connection as) throws SQLException, IOException;
    }

    private final JournalHouse house;
    private final Connection as;
    private final Path file;

    Tampering(JournalHouse house, Path folder) throws SQLException, IOException {
        this.house = house;
        this.file = folder.resolve(UUID.randomUUID().toString());
        Files.copy(house.headsFile(), file);
        this.as = house.superuser();
        run("set local session_replication_role = replica");
    }

    Tampering run(String sql, Object... values) throws SQLException {
        try (var statement = as.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return this;
    }

    Tampering run(Deed deed) throws SQLException, IOException {
        deed.done(as);
        return this;
    }

    Tampering file(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    Path file() {
        return file;
    }

    Report verify() throws SQLException {
        return VerifyJournal.verify(as, file, house.vault);
    }

    List<Finding> found() throws SQLException {
        return verify().findings().kept();
    }

    @Override
    public void close() throws SQLException {
        as.rollback();
        as.close();
    }
}
