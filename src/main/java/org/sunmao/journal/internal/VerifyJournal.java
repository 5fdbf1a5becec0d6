package org.sunmao.journal.internal;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.sunmao.database.Command;
import org.sunmao.database.DataDirectory;
import org.sunmao.vault.Vault;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

/** {@code verify-journal}: whether the journal is what was sealed; named in spring.factories. */
final class VerifyJournal implements Command {

    private static final String IS_THERE = "select to_regclass('journal.head') is not null";

    @Override
    public String name() {
        return "verify-journal";
    }

    @Override
    public List<Class<?>> rooms() {
        return List.of(Vault.class);
    }

    @Override
    public int run(BeanFactory house, PrintStream out) throws SQLException {
        var file = house.getBean(DataDirectory.class).file(HeadsFile.NAME);
        var vault = house.getBean(Vault.class);
        try (var connection = house.getBean(DataSource.class).getConnection()) {
            if (!isThere(connection)) {
                out.println("数据库还没有封存日志的表，请先用本版本启动一次服务程序。");
                out.println("The database has not been migrated yet: start the server once.");
                return NOT_DONE;
            }
            prepare(connection);
            var report = verify(connection, file, vault);
            new Told(report, vault, zone(house)).to(out);
            return report.findings().total() == 0 ? WELL : FINDINGS;
        }
    }

    static Verification.Report verify(Connection connection, Path headsFile, Vault vault)
            throws SQLException {
        return new Verification(PostgresEvidence.of(connection, headsFile), vault).run();
    }

    private static ZoneId zone(BeanFactory house) {
        return ZoneId.of(house.getBean(Environment.class).getRequiredProperty("sunmao.zone"));
    }

    /** One snapshot, read through row by row, of the whole register; that may take minutes. */
    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            statement.execute("set sunmao.everything = 'on'");
        }
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(IS_THERE)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
