package org.sunmao.simulation.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Post;
import org.sunmao.simulation.internal.Roster.Unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads from the registers who belonged where, in the order of the tree. */
@Repository
class RosterStore {

    /** As numbers: as a text, the order of siblings would hang on how many digits theirs have. */
    private static final String UNITS =
            """
            select p.id, l.name, l.kind, p.parent
            from organization.place_published p
            join organization.label_published l on l.id = p.id and l.valid_to = 'infinity'
            where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            order by string_to_array(trim(both '/' from p.path), '/')::bigint[]
            """;

    private static final String HELD =
            """
            select f.id, f.organization, f.party_group, f.valid_from, f.valid_to, f.standing,
              f.status = 'full' as full, c.born_on, f.floating
            from member.duty_published f
            join member.counted_published c on c.id = f.id and c.valid_from = f.valid_from
            join organization.place_published p on p.id = f.organization
              and p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            where f.valid_to > :first
            order by f.organization, f.id, f.valid_from
            """;

    private static final String POSTS =
            """
            select o.organization, o.member, o.valid_from, o.valid_to,
              case o.kind when 'secretary' then 0 when 'group-leader' then 0
                when 'deputy-secretary' then 1 else 2 end as rank
            from organization.post_published o
            join organization.place_published p on p.id = o.organization
              and p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            where o.member is not null and (o.officer or o.kind = 'group-leader')
              and o.valid_to > :first
            order by o.organization, rank, o.member
            """;

    private final JdbcClient jdbc;

    RosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param scope the organizations of its subtree are read
     * @param first of whoever left before it nothing is read
     */
    Roster read(Scope scope, LocalDate first) {
        var held = new HashMap<UUID, List<Held>>();
        ask(HELD, scope, first)
                .query(
                        row -> {
                            held(row, held);
                        });
        var posts = new HashMap<UUID, List<Post>>();
        ask(POSTS, scope, first)
                .query(
                        row -> {
                            posts.computeIfAbsent(id(row, "organization"), _ -> new ArrayList<>())
                                    .add(post(row));
                        });
        var units = new ArrayList<Unit>();
        var above = new HashMap<UUID, UUID>();
        jdbc.sql(UNITS)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(
                        row -> {
                            unit(row, units, above, held, posts);
                        });
        return new Roster(List.copyOf(units));
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, LocalDate first) {
        return jdbc.sql(sql)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("first", first);
    }

    /** A member belongs to the branch, and to its group besides. */
    private static void held(ResultSet row, Map<UUID, List<Held>> held) throws SQLException {
        var group = row.getObject("party_group", UUID.class);
        var one =
                new Held(
                        id(row, "id"),
                        day(row, "valid_from"),
                        day(row, "valid_to"),
                        row.getString("standing"),
                        row.getBoolean("full"),
                        day(row, "born_on"),
                        row.getBoolean("floating"));
        held.computeIfAbsent(id(row, "organization"), _ -> new ArrayList<>()).add(one);
        if (group != null) {
            held.computeIfAbsent(group, _ -> new ArrayList<>()).add(one);
        }
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                id(row, "member"),
                row.getInt("rank"),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    /** Parents come before children: what holds members or is a group belongs to what is above. */
    private static void unit(
            ResultSet row,
            List<Unit> units,
            Map<UUID, UUID> above,
            Map<UUID, List<Held>> held,
            Map<UUID, List<Post>> posts)
            throws SQLException {
        var id = id(row, "id");
        var kind = row.getString("kind");
        var parent = row.getObject("parent", UUID.class);
        var own = held.getOrDefault(id, List.of());
        var top = own.isEmpty() && Unit.COMMITTEES.contains(kind);
        above.put(id, top || parent == null ? id : above.getOrDefault(parent, parent));
        units.add(
                new Unit(
                        id,
                        units.size(),
                        row.getString("name"),
                        kind,
                        Objects.requireNonNull(above.get(id)),
                        own,
                        posts.getOrDefault(id, List.of())));
    }

    private static UUID id(ResultSet row, String name) throws SQLException {
        return Objects.requireNonNull(row.getObject(name, UUID.class));
    }

    private static LocalDate day(ResultSet row, String name) throws SQLException {
        return Objects.requireNonNull(row.getObject(name, LocalDate.class));
    }
}
