package org.sunmao.duty.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Occasions;
import org.sunmao.journal.Followed;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which organizations entries of the journal concern: those they name, those that ever held a
 * member they name, and where the tree or a local figure changed, all that stand below. Where
 * members or the tree changed, also all that ever stood above: they count who is below. A post or a
 * meeting concerns nobody above, and a committee's members are not counted anew for it.
 */
@Component
class Concerned {

    private static final String HOLDERS =
            """
            select distinct organization from member.duty_published where id = any(:members)
            """;

    /** What people have learned counts for whoever holds them, whoever held it. */
    private static final String LEARNERS =
            """
            select distinct d.organization from (
              select distinct x.id from meeting.named_published m
              cross join lateral unnest(m.people) x (id)
              where m.id = any(:meetings)
                and m.type in ('lecture', 'theme-day', 'group', 'training')) l
            join member.duty_published d on d.id = l.id
            """;

    /** A handful of levels, and not on anybody's request. */
    private static final String ABOVE =
            """
            with recursive above (id) as (
              select unnest(cast(:organizations as uuid[]))
              union
              select p.parent from organization.place_published p join above a on a.id = p.id
              where p.parent is not null)
            select id from above
            """;

    private static final String BELOW =
            """
            select distinct d.id from organization.place_published t
            join organization.place_published d
              on d.path >= t.path and d.path < left(t.path, -1) || '0'
              and d.valid_from < t.valid_to and d.valid_to > t.valid_from
            where t.id = any(:organizations)
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<Occasions> occasions;

    Concerned(JdbcClient jdbc, ObjectProvider<Occasions> occasions) {
        this.jdbc = jdbc;
        this.occasions = occasions;
    }

    Set<UUID> by(List<Followed> entries) {
        var named = new HashSet<UUID>();
        organizations(entries.stream()).forEach(named::add);
        for (var source : occasions) {
            entries.forEach(entry -> named.addAll(source.concernedBy(entry)));
        }
        var meetings = subjects(entries, "meeting");
        if (!meetings.isEmpty()) {
            named.addAll(ids(LEARNERS, "meetings", meetings));
        }
        var roots = organizations(entries.stream().filter(Concerned::reachesDown)).toList();
        if (!roots.isEmpty()) {
            named.addAll(ids(BELOW, "organizations", roots));
        }
        var counted = new HashSet<>(roots);
        var members = subjects(entries, "member");
        if (!members.isEmpty()) {
            counted.addAll(ids(HOLDERS, "members", members));
            organizations(entries.stream().filter(Concerned::isOfMember)).forEach(counted::add);
        }
        if (!counted.isEmpty()) {
            named.addAll(ids(ABOVE, "organizations", counted));
        }
        return named;
    }

    private static List<UUID> subjects(List<Followed> entries, String kind) {
        return entries.stream()
                .filter(entry -> entry.subjectKind().equals(kind))
                .map(Followed::subject)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static boolean isOfMember(Followed entry) {
        return entry.subjectKind().equals("member");
    }

    private static Stream<UUID> organizations(Stream<Followed> entries) {
        return entries.map(Followed::organization)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct();
    }

    private static boolean reachesDown(Followed entry) {
        return entry.action().startsWith("organization.")
                || entry.action().startsWith("figure.")
                || entry.action().equals("meeting.begin");
    }

    private List<UUID> ids(String sql, String name, Collection<UUID> given) {
        return jdbc.sql(sql)
                .param(name, given.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
