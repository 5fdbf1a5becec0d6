package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Repository;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.internal.Stands.Stand;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes organizations and bodies, many at once. */
@Repository
class OrganizationWriter {

    private static final String NUMBERS =
            "select nextval('organization.number')::integer from generate_series(1, ?)";
    private static final String IDENTITY =
            "insert into organization.organization (id, number, established_on) values (?, ?, ?)";
    private static final String PLACE =
            """
            insert into organization.place (id, valid_from, valid_to, parent, path)
            values (?, ?, ?, ?, ?)
            """;
    private static final String PROFILE =
            """
            insert into organization.profile (id, valid_from, name, kind, field, branch_class,
              division)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LABEL =
            "insert into organization.label (id, name, kind, reading) values (?, ?, ?, ?)";
    private static final String BODY = "insert into organization.body (id) values (?)";
    private static final String BODY_PROFILE =
            """
            insert into organization.body_profile (id, valid_from, name, kind, field, parent,
              organization, credit_code, headcount, division)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BODY_LABEL =
            """
            insert into organization.body_label (id, name, kind, field, parent, reading)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String LINK =
            "insert into organization.link (organization, body, valid_from) values (?, ?, ?)";
    private static final int BATCH = 1000;

    private record Numbered(NewOrganization organization, int number) {}

    private record Placed(NewOrganization organization, Stand stand) {}

    private record Link(OrganizationId organization, NewBody body) {}

    private final JdbcTemplate jdbc;

    OrganizationWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** So many short numbers that were never given before, ascending. */
    List<Integer> numbers(int count) {
        return jdbc.query(NUMBERS, (row, _) -> row.getInt(1), count);
    }

    void add(
            List<NewOrganization> organizations,
            List<Integer> numbers,
            Map<OrganizationId, List<Stand>> stands) {
        var numbered = new ArrayList<Numbered>();
        for (var i = 0; i < organizations.size(); i++) {
            numbered.add(new Numbered(organizations.get(i), numbers.get(i)));
        }
        batch(
                IDENTITY,
                numbered,
                (insert, row) -> {
                    insert.setObject(1, row.organization().id().value());
                    insert.setInt(2, row.number());
                    insert.setObject(3, row.organization().establishedOn());
                });
        place(organizations, stands);
        batch(PROFILE, organizations, OrganizationWriter::profile);
        batch(
                LABEL,
                organizations,
                (insert, row) -> {
                    insert.setObject(1, row.id().value());
                    insert.setString(2, row.name());
                    insert.setString(3, row.kind());
                    insert.setString(4, NameReading.of(row.name()));
                });
    }

    private void place(
            List<NewOrganization> organizations, Map<OrganizationId, List<Stand>> stands) {
        batch(
                PLACE,
                placed(organizations, stands),
                (insert, row) -> {
                    var parent = row.organization().parent();
                    insert.setObject(1, row.organization().id().value());
                    insert.setObject(2, row.stand().from());
                    insert.setObject(3, row.stand().to());
                    insert.setObject(4, parent == null ? null : parent.value(), Types.OTHER);
                    insert.setString(5, row.stand().path());
                });
    }

    private static List<Placed> placed(
            List<NewOrganization> organizations, Map<OrganizationId, List<Stand>> stands) {
        return organizations.stream()
                .flatMap(
                        one ->
                                stands.getOrDefault(one.id(), List.of()).stream()
                                        .map(stand -> new Placed(one, stand)))
                .toList();
    }

    void addBodies(List<NewBody> bodies) {
        batch(BODY, bodies, (insert, row) -> insert.setObject(1, row.id().value()));
        batch(BODY_PROFILE, bodies, OrganizationWriter::bodyProfile);
        batch(
                BODY_LABEL,
                bodies,
                (insert, row) -> {
                    insert.setObject(1, row.id().value());
                    insert.setString(2, row.name());
                    insert.setString(3, row.kind());
                    insert.setString(4, row.field());
                    insert.setObject(5, above(row), Types.OTHER);
                    insert.setString(6, NameReading.of(row.name()));
                });
        var links =
                bodies.stream()
                        .flatMap(body -> body.organizations().stream().map(o -> new Link(o, body)))
                        .toList();
        batch(
                LINK,
                links,
                (insert, link) -> {
                    insert.setObject(1, link.organization().value());
                    insert.setObject(2, link.body().id().value());
                    insert.setObject(3, link.body().since());
                });
    }

    private static void profile(PreparedStatement insert, NewOrganization row) throws SQLException {
        insert.setObject(1, row.id().value());
        insert.setObject(2, row.establishedOn());
        insert.setString(3, row.name());
        insert.setString(4, row.kind());
        insert.setString(5, row.field());
        insert.setString(6, row.branchClass());
        insert.setString(7, row.division());
    }

    private static void bodyProfile(PreparedStatement insert, NewBody row) throws SQLException {
        var code = row.creditCode();
        insert.setObject(1, row.id().value());
        insert.setObject(2, row.since());
        insert.setString(3, row.name());
        insert.setString(4, row.kind());
        insert.setString(5, row.field());
        insert.setObject(6, above(row), Types.OTHER);
        insert.setObject(7, row.organization().value());
        insert.setString(8, code == null ? null : code.value());
        insert.setObject(9, row.headcount(), Types.INTEGER);
        insert.setString(10, row.division());
    }

    private static @Nullable UUID above(NewBody body) {
        var parent = body.parent();
        return parent == null ? null : parent.value();
    }

    private <T> void batch(
            String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        jdbc.batchUpdate(sql, rows, BATCH, setter);
    }
}
