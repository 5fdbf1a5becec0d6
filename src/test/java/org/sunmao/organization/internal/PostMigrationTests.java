package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The texts of secretaries and officers become posts; nothing of them is lost. */
@HouseTest
class PostMigrationTests {

    private static final Path MIGRATION =
            Path.of("src/main/resources/db/migration/organization/V5__posts.sql");

    @Autowired Village village;
    @Autowired FlywayConnectionDetails owner;

    @Test
    void eachTextIsHeldAsLongAsItStoodAndDaysOfNoOtherChangeAreJoined() throws Exception {
        var branch = village.county().townships().getFirst().branches().getFirst().id();
        try (var connection =
                DriverManager.getConnection(
                        String.valueOf(owner.getJdbcUrl()),
                        owner.getUsername(),
                        owner.getPassword())) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    """
                    alter table organization.profile add column secretary text,
                        add column officers text;
                    update organization.profile set valid_to = '2024-01-01', secretary = ' 李四 ',
                        officers = '副书记：王五；组织委员:赵六、钱七；看门人：孙八；周九'
                    where id = '%1$s';
                    insert into organization.profile (id, valid_from, valid_to, name, kind, field,
                        secretary, officers)
                    select id, '2024-01-01', '2025-01-01', name, kind, field, '吴十',
                        '副书记：王五；委员：' from organization.profile where id = '%1$s';
                    insert into organization.profile (id, valid_from, name, kind, field)
                    select id, '2025-01-01', '改了名', kind, field from organization.profile
                    where id = '%1$s' and valid_from = '2024-01-01';
                    """
                            .formatted(branch));
            execute(connection, moving());

            assertThat(
                            rows(
                                    connection,
                                    """
                                    select concat_ws(' ', kind, name, valid_from, valid_to)
                                    from organization.post where organization = '%s' order by id
                                    """,
                                    branch))
                    .containsExactlyInAnyOrder(
                            "secretary 李四 2001-07-01 2024-01-01",
                            "secretary 吴十 2024-01-01 2025-01-01",
                            "deputy-secretary 王五 2001-07-01 2025-01-01",
                            "organization-member 赵六 2001-07-01 2024-01-01",
                            "organization-member 钱七 2001-07-01 2024-01-01",
                            "committee-member 看门人：孙八 2001-07-01 2024-01-01",
                            "committee-member 周九 2001-07-01 2024-01-01",
                            "committee-member 委员： 2024-01-01 2025-01-01");
            assertThat(
                            rows(
                                    connection,
                                    """
                                    select valid_from || ' ' || valid_to from organization.profile
                                    where id = '%s' order by valid_from
                                    """,
                                    branch))
                    .containsExactly("2001-07-01 2025-01-01", "2025-01-01 infinity");
            connection.rollback();
        }
    }

    private static String moving() throws Exception {
        var sql = Files.readString(MIGRATION);
        return sql.substring(
                sql.indexOf("with titles"),
                sql.indexOf("grant select, insert, update, delete on organization.post"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all deferred");
            statement.execute(sql);
            statement.execute("set constraints all immediate");
        }
    }

    private static List<String> rows(Connection connection, String sql, UUID id)
            throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql.formatted(id))) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
