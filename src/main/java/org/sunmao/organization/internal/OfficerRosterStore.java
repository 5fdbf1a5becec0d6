package org.sunmao.organization.internal;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.internal.PostRules.Home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what posts are judged by, many at once, and takes back those that an import made. */
@Repository
class OfficerRosterStore {

    private static final String HOMES =
            """
            select f.id, o.version, f.kind, f.field, o.established_on
            from organization.place p
            join organization.organization o on o.id = p.id
            join organization.profile f on f.id = p.id and f.valid_to = 'infinity'
            where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi
            """;
    private static final String POSTS =
            "select * from organization.post where organization = any(:ids) order by id";
    private static final String BY_ID =
            "select * from organization.post where id = any(:ids) order by id";
    private static final String LABELLED =
            "select member, valid_from, valid_to from organization.labelled(:members)";
    private static final String REMOVE = "delete from organization.post where id = any(:ids)";

    /** An organization as the home of posts. */
    record Standing(UUID id, int version, Home home) {}

    /** Days on which a member carries a label of the four geese. */
    record Labelled(UUID member, LocalDate from, LocalDate to) {

        boolean overlaps(Post post) {
            return from.isBefore(post.to()) && post.from().isBefore(to);
        }
    }

    private static final RowMapper<Post> ROWS = (row, _) -> PostStore.post(row);

    private final JdbcClient jdbc;

    OfficerRosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Standing> homes(Scope scope) {
        var homes = new HashMap<UUID, Standing>();
        jdbc.sql(HOMES)
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(
                        row -> {
                            var id = row.getObject("id", UUID.class);
                            var home =
                                    new Home(
                                            row.getString("kind"),
                                            row.getString("field"),
                                            row.getObject("established_on", LocalDate.class));
                            homes.put(id, new Standing(id, row.getInt("version"), home));
                        });
        return homes;
    }

    /** All posts there ever were in them; an organization without any has an empty list. */
    Map<UUID, List<Post>> posts(Collection<UUID> organizations) {
        var posts = new HashMap<UUID, List<Post>>();
        organizations.forEach(id -> posts.put(id, new ArrayList<>()));
        list(POSTS, organizations)
                .forEach(
                        post ->
                                posts.computeIfAbsent(post.organization(), _ -> new ArrayList<>())
                                        .add(post));
        return posts;
    }

    List<Post> byId(Collection<UUID> ids) {
        return list(BY_ID, ids);
    }

    List<Labelled> labelled(Collection<UUID> members) {
        return members.isEmpty()
                ? List.of()
                : jdbc.sql(LABELLED)
                        .param("members", members.toArray(UUID[]::new))
                        .query(
                                (row, _) ->
                                        new Labelled(
                                                row.getObject("member", UUID.class),
                                                row.getObject("valid_from", LocalDate.class),
                                                row.getObject("valid_to", LocalDate.class)))
                        .list();
    }

    void remove(Collection<UUID> ids) {
        jdbc.sql(REMOVE).param("ids", ids.toArray(UUID[]::new)).update();
    }

    private List<Post> list(String sql, Collection<UUID> ids) {
        return jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(ROWS).list();
    }
}
