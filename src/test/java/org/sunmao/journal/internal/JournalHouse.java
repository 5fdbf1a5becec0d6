package org.sunmao.journal.internal;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.access.Scopes;
import org.sunmao.database.DataDirectory;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Follower;
import org.sunmao.journal.Journal;
import org.sunmao.vault.Vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Writes, seals and reads the journal of the running house, also as its superuser. */
final class JournalHouse {

    static final Actor ACTOR = new Actor(null, "test");

    final Journal journal;
    final Scopes scopes;
    private final FollowerStore followers;
    private final Sealer sealer;
    private final DataDirectory data;
    private final FlywayConnectionDetails owner;
    private final TransactionTemplate transactions;
    final JdbcClient jdbc;
    final Vault vault;

    JournalHouse(ApplicationContext house) {
        this.journal = house.getBean(Journal.class);
        this.scopes = house.getBean(Scopes.class);
        this.followers = house.getBean(FollowerStore.class);
        this.sealer = house.getBean(Sealer.class);
        this.data = house.getBean(DataDirectory.class);
        this.owner = house.getBean(FlywayConnectionDetails.class);
        this.transactions =
                new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
        this.jdbc = house.getBean(JdbcClient.class);
        this.vault = house.getBean(Vault.class);
    }

    static Act act(UUID subject, String says) {
        var on = LocalDate.of(2026, 11, 1);
        return new Act(null, "test.say", "test", subject, on, List.of("R-1"), Map.of("say", says));
    }

    /** Entries of one transaction each, so that they are sealed in this order; tells their ids. */
    List<UUID> say(int count) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            var subject = UUID.randomUUID();
            append(List.of(act(subject, "word " + i)));
            ids.add(idOf(subject));
        }
        return ids;
    }

    void append(List<Act> acts) {
        scopes.system(
                "test",
                scope -> {
                    journal.append(ACTOR, acts);
                    return scope;
                });
    }

    UUID idOf(UUID subject) {
        return jdbc.sql("select id from journal.entry where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Seals all there is now, whoever does it; the house's own sealer may be at work as well. */
    void seal() {
        var newest =
                jdbc.sql("select id from journal.entry order by transaction desc, id desc limit 1")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        while (leaf(newest) == 0) {
            step(sealer);
        }
        sealer.rest();
    }

    /** The number of the leaf, or 0. */
    long leaf(UUID entry) {
        return jdbc.sql("select coalesce(max(number), 0) from journal.leaf where entry = :entry")
                .param("entry", entry)
                .query(Long.class)
                .single();
    }

    boolean step(Follower follower) {
        return new Following(follower, followers, transactions).step();
    }

    Path headsFile() {
        return data.file(HeadsFile.NAME);
    }

    Path data() {
        return data.path();
    }

    static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Somebody who may do anything to the database, and undoes it all when closing. */
    Connection superuser() throws SQLException, IOException {
        var password = Files.readString(data.file("postgres/superuser.password")).strip();
        var connection =
                DriverManager.getConnection(
                        Objects.requireNonNull(owner.getJdbcUrl()), "postgres", password);
        connection.setAutoCommit(false);
        return connection;
    }
}
