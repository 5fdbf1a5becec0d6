package org.sunmao.admission.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.admission.internal.Course.Done;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The courses of all cases of some branches, within a scope that sees everything. */
@Repository
class Courses {

    private static final String OF =
            """
            select a.id, a.organization, a.applied_on, a.kind, a.stage,
              cast(coalesce(a.state ->> 'until', a.state #>> '{was,until}',
                case when a.stage in ('member', 'archived') then a.state ->> 'since' end) as date)
                as until,
              s.step, s.on_day, s.stage as led, s.what ->> 'outcome' as outcome,
              coalesce(cast(s.what ->> 'special' as boolean), false) as special
            from admission.admission a left join admission.step s on s.admission = a.id
            where a.organization = any (:branches)
            order by a.id, s.number
            """;

    /** Where something waits, or waited, for a committee above. */
    private static final String BELOW =
            """
            select distinct a.organization
            from organization.place_published p
              join organization.place_published b
                on b.path > p.path and b.path < left(p.path, -1) || '0'
              join admission.admission a on a.organization = b.id
            where p.id = any (:organizations)
              and p.valid_from <= :today and p.valid_to > :today
              and b.valid_from <= :today and b.valid_to > :today
            """;

    /**
     * The nearest committee above; in villages and communities the one directly below the top,
     * since those further down only deliberate (R-DEV-03). A handful of levels.
     */
    private static final String APPROVING =
            """
            with recursive above (branch, id, level) as (
              select p.id, p.parent, 1 from organization.place_published p
              where p.id = any (:branches) and p.valid_from <= :today and p.valid_to > :today
              union all
              select a.branch, p.parent, a.level + 1
              from above a join organization.place_published p on p.id = a.id
              where p.valid_from <= :today and p.valid_to > :today and p.parent is not null),
            committee as (
              select a.branch, a.id, a.level,
                row_number() over (partition by a.branch order by a.level desc) as below
              from above a join organization.profile_published c on c.id = a.id
              where c.kind in ('committee', 'work-committee')
                and c.valid_from <= :today and c.valid_to > :today)
            select distinct on (c.branch) c.branch, c.id
            from committee c left join organization.profile_published f on f.id = c.branch
              and f.valid_from <= :today and f.valid_to > :today
            where coalesce(f.field, 'village') <> 'village' or c.below <= 2
            order by c.branch, c.level
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Courses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Course> of(Collection<UUID> branches) {
        var found = new LinkedHashMap<UUID, Course>();
        var done = new LinkedHashMap<UUID, List<Done>>();
        jdbc.sql(OF)
                .param("branches", branches.toArray(UUID[]::new))
                .query(
                        row -> {
                            var course = course(row);
                            found.putIfAbsent(course.id(), course);
                            var steps = done.computeIfAbsent(course.id(), _ -> new ArrayList<>());
                            if (row.getString("step") != null) {
                                steps.add(done(row));
                            }
                        });
        return found.values().stream()
                .map(course -> course.with(done.getOrDefault(course.id(), List.of())))
                .toList();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("organization", UUID.class)),
                Objects.requireNonNull(row.getObject("applied_on", LocalDate.class)),
                row.getString("kind").equals("normal"),
                row.getString("stage"),
                row.getObject("until", LocalDate.class),
                List.of());
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(
                row.getString("step"),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                row.getString("led"),
                row.getString("outcome"),
                row.getBoolean("special"));
    }

    /** The branches below for which one of these committees approves, each with that committee. */
    Map<UUID, UUID> answering(Set<UUID> organizations, LocalDate today) {
        var below =
                jdbc.sql(BELOW)
                        .param("organizations", organizations.toArray(UUID[]::new))
                        .param("today", today)
                        .query((row, _) -> organization(row))
                        .list();
        var answering = approving(below, today);
        answering.values().retainAll(organizations);
        return answering;
    }

    private static UUID organization(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("organization", UUID.class));
    }

    Set<UUID> approvingToday(UUID branch) {
        return Set.copyOf(approving(List.of(branch), LocalDate.now(clock)).values());
    }

    /** Who approves for branches; none where nobody may. */
    Map<UUID, UUID> approving(Collection<UUID> branches, LocalDate today) {
        var approving = new LinkedHashMap<UUID, UUID>();
        if (branches.isEmpty()) {
            return approving;
        }
        jdbc.sql(APPROVING)
                .param("branches", branches.toArray(UUID[]::new))
                .param("today", today)
                .query(
                        row -> {
                            approving.put(
                                    Objects.requireNonNull(row.getObject("branch", UUID.class)),
                                    Objects.requireNonNull(row.getObject("id", UUID.class)));
                        });
        return approving;
    }
}
