package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Bodies that were there before each had an organization in charge are given one. */
@HouseTest
class BodyMigrationTests {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/organization/V2__registers.sql");

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Organizations organizations;
    @Autowired FlywayConnectionDetails owner;

    @Test
    void theFirstFormedInItElseThatOfTheBodyAboveElseTheTop() throws Exception {
        var county = village.county();
        var township = county.townships().getFirst();
        var branch = township.branches().getFirst().id();
        var formed = body(null, county.top(), List.of(branch, township.top()));
        var below = body(formed, county.top(), List.of());
        var lowest = body(below, county.top(), List.of());
        var lone = body(null, county.top(), List.of());

        try (var connection =
                DriverManager.getConnection(
                        String.valueOf(owner.getJdbcUrl()),
                        owner.getUsername(),
                        owner.getPassword())) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    """
                    alter table organization.body_profile alter column organization drop not null;
                    update organization.body_profile set organization = null;
                    """);
            execute(connection, backfill());
            for (var body : List.of(formed, below, lowest)) {
                assertThat(charge(connection, body)).isEqualTo(township.top());
            }
            assertThat(charge(connection, lone)).isNotNull();
            connection.rollback();
        }
    }

    private static String backfill() throws Exception {
        var sql = Files.readString(MIGRATION);
        return sql.substring(
                sql.indexOf("update organization.body_profile"),
                sql.indexOf("alter table organization.body_profile alter column"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("set constraints all immediate");
        }
    }

    private static UUID charge(Connection connection, UUID body) throws SQLException {
        var sql = "select organization from organization.body_profile where id = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, body);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private UUID body(@Nullable UUID parent, UUID charge, List<UUID> formed) {
        var id = BodyId.next();
        scopes.system(
                "test",
                scope -> {
                    organizations.enterBodies(
                            scope,
                            List.of(
                                    new NewBody(
                                            id,
                                            parent == null ? null : new BodyId(parent),
                                            new OrganizationId(charge),
                                            "东乡水厂",
                                            "institution",
                                            "organ",
                                            null,
                                            null,
                                            null,
                                            LocalDate.of(2010, 1, 1),
                                            formed.stream().map(OrganizationId::new).toList())));
                    return id;
                });
        return id.value();
    }
}
