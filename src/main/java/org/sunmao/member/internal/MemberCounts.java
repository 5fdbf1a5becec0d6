package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.member.internal.MemberBreakdown.Part;
import org.sunmao.member.internal.MemberStore.Listed;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.Dated;
import org.sunmao.web.NotFound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts members by the organizations that hold them, and adds them up along the tree. */
@Repository
class MemberCounts {

    private static final Dated HELD =
            Dated.of(
                    """
                    select p.path, c.members, c.in_full, c.floating
                    from (select f.organization, count(*) as members,
                        count(*) filter (where f.status = 'full') as in_full,
                        count(*) filter (where f.floating) as floating
                      from member.profile f where {f}
                    """);
    private static final Dated ALONG_THE_TREE =
            Dated.of(
                    """
                      group by f.organization) c
                    join organization.place_published p on p.id = c.organization and {p}
                    """);
    private static final Dated CHILDREN =
            Dated.of(
                    """
                    select p.id, l.name, l.kind, p.path from organization.place_published p
                    join organization.label_published l on l.id = p.id and {l}
                    where p.parent = :organization and {p}
                    order by length(p.path), p.path
                    """);
    private static final Dated ITSELF =
            Dated.of(
                    """
                    select p.id, l.name, l.kind, p.path from organization.place_published p
                    join organization.label_published l on l.id = p.id and {l}
                    where p.id = :organization and {p}
                    """);

    private record Held(String path, long members, long inFull, long floating) {

        Held plus(Held other) {
            return new Held(
                    path,
                    members + other.members,
                    inFull + other.inFull,
                    floating + other.floating);
        }
    }

    private record Node(UUID id, String name, String kind, String path) {}

    private static final RowMapper<Held> HELD_ROWS = new SimplePropertyRowMapper<>(Held.class);
    private static final RowMapper<Node> NODES = new SimplePropertyRowMapper<>(Node.class);

    private final JdbcClient jdbc;

    MemberCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MemberBreakdown breakdown(Listed listed, @Nullable UUID organization) {
        var scope = listed.scope();
        var top =
                jdbc.sql(ITSELF.on(scope))
                        .param("organization", organization)
                        .param("day", scope.day())
                        .query(NODES)
                        .optional()
                        .orElseThrow(NotFound::new);
        var sums = sums(listed, top.path());
        var own = sums.get(top.path());
        var children =
                jdbc.sql(CHILDREN.on(scope))
                        .param("organization", top.id())
                        .param("day", scope.day())
                        .query(NODES)
                        .list();
        return new MemberBreakdown(
                new Named(top.id(), top.name()),
                own == null ? 0 : own.members(),
                children.stream().map(child -> part(child, sums)).toList());
    }

    /** What is held, by the path of the child it lies below, or by that of the top itself. */
    private Map<String, Held> sums(Listed listed, String top) {
        var sums = new HashMap<String, Held>();
        for (var held : held(listed)) {
            var end = held.path().indexOf('/', top.length());
            var path = end < 0 ? top : held.path().substring(0, end + 1);
            sums.merge(path, held, Held::plus);
        }
        return sums;
    }

    private List<Held> held(Listed listed) {
        var scope = listed.scope();
        var sql = HELD.on(scope) + MemberStore.conditions(listed) + ALONG_THE_TREE.on(scope);
        return MemberStore.bind(jdbc.sql(sql), listed).query(HELD_ROWS).list();
    }

    private static Part part(Node child, Map<String, Held> sums) {
        var held = sums.getOrDefault(child.path(), new Held(child.path(), 0, 0, 0));
        return new Part(
                child.id(),
                child.name(),
                child.kind(),
                held.members(),
                held.inFull(),
                held.members() - held.inFull(),
                held.floating());
    }
}
