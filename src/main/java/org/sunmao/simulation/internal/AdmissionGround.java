package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the registers tell of who joined of late, and of the branches that admit. */
@Repository
class AdmissionGround {

    /** Of whoever's number tells another birthday nothing is played; nor of the extended. */
    private static final String JOINED =
            """
            select f.id, f.organization, f.joined_on, c.born_on, c.sex, f.status = 'full' as full,
              g.id as general
            from member.duty_published f
            join member.counted_published c on c.id = f.id and c.valid_from = f.valid_from
            join organization.place_published p on p.id = f.organization
              and p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            join organization.label_published l on l.id = f.organization
              and l.valid_to = 'infinity' and l.kind in ('branch', 'joint', 'floating')
            left join organization.label_published g on g.id = p.parent
              and g.valid_to = 'infinity' and g.kind = 'general-branch'
            where f.valid_to = 'infinity' and f.standing = 'normal' and f.joined_on > :after
              and not f.number_differs
              and (f.full_on is null or f.full_on = (f.joined_on + interval '1 year')::date)
            order by string_to_array(trim(both '/' from p.path), '/')::bigint[], f.joined_on,
              c.born_on, f.id
            """;

    private static final String UNITS =
            """
            select f.organization, count(*) as members
            from member.duty_published f
            join organization.place_published p on p.id = f.organization
              and p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            join organization.label_published l on l.id = f.organization
              and l.valid_to = 'infinity' and l.kind in ('branch', 'joint')
            where f.valid_to = 'infinity'
            group by f.organization, p.path
            order by string_to_array(trim(both '/' from p.path), '/')::bigint[]
            """;

    private final JdbcClient jdbc;

    AdmissionGround(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever joined after a day.
     *
     * @param general the general branch above the branch, where there is one
     */
    record Joined(
            UUID member,
            UUID branch,
            LocalDate joinedOn,
            LocalDate bornOn,
            String sex,
            boolean full,
            @Nullable UUID general) {}

    /**
     * A branch.
     *
     * @param number its place in the order of the tree: by it chance is dealt
     */
    record Unit(UUID branch, int number, int members) {}

    List<Joined> joined(Scope scope, LocalDate after) {
        return jdbc.sql(JOINED)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("after", after)
                .query((row, _) -> joined(row))
                .list();
    }

    private static Joined joined(ResultSet row) throws SQLException {
        return new Joined(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("organization", UUID.class)),
                Objects.requireNonNull(row.getObject("joined_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("born_on", LocalDate.class)),
                row.getString("sex"),
                row.getBoolean("full"),
                row.getObject("general", UUID.class));
    }

    List<Unit> units(Scope scope) {
        return jdbc.sql(UNITS)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(
                        (row, number) ->
                                new Unit(
                                        Objects.requireNonNull(
                                                row.getObject("organization", UUID.class)),
                                        number,
                                        row.getInt("members")))
                .list();
    }
}
