package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;
import org.sunmao.admission.internal.StagesView.StageCount;
import org.sunmao.admission.internal.StagesView.WaitingCount;
import org.sunmao.journal.Look;
import org.sunmao.journal.Readings;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lists cases of an organization and all below it, and tells where they wait. */
@Service
class AdmissionListing {

    static final List<String> STAGES =
            List.of(
                    "applicant",
                    "activist-to-file",
                    "activist",
                    "object-to-file",
                    "object",
                    "pre-examined",
                    "accepted",
                    "probationer",
                    "extended",
                    "decided",
                    "member",
                    "archived",
                    "cancelled",
                    "ended");
    private static final Set<String> WAITS = Set.of("person", "branch", "committee", "county");

    private static final String WITHIN =
            """
            (:everything or a.organization in (select o.id from organization.place_published o
                where o.path >= :lo and o.path < :hi and o.valid_from <= :day
                  and o.valid_to > :day)
              or not :narrowed and a.id in (select h.admission from admission.handover h
                join organization.place_published o on o.id = h.target
                where h.state = 'sent' and o.path >= :lo and o.path < :hi
                  and o.valid_from <= :day and o.valid_to > :day))
            """;

    private static final String LIST =
            """
            select a.id, a.person, a.organization, a.name, a.stage, a.since, a.next_step,
              a.waits_for, a.due,
              l.name as organization_name,
              exists (select from admission.explanation e
                where e.admission = a.id and e.state = 'asked') as explained
            from (select * from admission.admission a
              where %s
                and (cast(:stages as text[]) is null or a.stage = any(:stages))
                and (cast(:waits as text) is null or a.waits_for = :waits)
                and (not :late or a.due < :day)
                and (cast(:name as text) is null or starts_with(a.name, :name))
                and (cast(:after as uuid) is null or a.id < :after)
              order by a.id desc limit :limit) a
            left join lateral (select name from organization.label_published l
              where l.id = a.organization order by l.valid_to desc limit 1) l on true
            order by a.id desc
            """
                    .formatted(WITHIN);

    private static final String BY_STAGE =
            """
            select a.stage, count(*) as cases, count(*) filter (where a.due < :day) as late
            from admission.admission a where %s group by a.stage
            """
                    .formatted(WITHIN);

    private static final String BY_WAITING =
            """
            select a.next_step, count(*) as cases, count(*) filter (where a.due < :day) as late,
              greatest(0, max(:day - a.since)) as longest,
              percentile_disc(0.5) within group (order by greatest(0, :day - a.since)) as median
            from admission.admission a where a.next_step is not null and %s group by a.next_step
            """
                    .formatted(WITHIN);

    private static final Look LOOK = Look.of(Look.Kind.LIST, Look.Level.S1).of("发展党员名单");

    private record Row(UUID person, AdmissionItem item) {}

    /** Which are asked for; null where it does not matter. */
    record Asked(
            @Nullable UUID organization,
            @Nullable List<String> stages,
            boolean late,
            @Nullable String waits,
            @Nullable String name) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Tree tree;
    private final Catalogue catalogue;
    private final Readings readings;

    AdmissionListing(
            Scopes scopes, JdbcClient jdbc, Tree tree, Catalogue catalogue, Readings readings) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.tree = tree;
        this.catalogue = catalogue;
        this.readings = readings;
    }

    static Asked asked(
            @Nullable UUID organization,
            @Nullable String stage,
            boolean late,
            @Nullable String waits,
            @Nullable String name) {
        var stages = stage == null || stage.isBlank() ? null : List.of(stage.split(",", -1));
        if (stages != null && !STAGES.containsAll(stages)) {
            throw new InputRefused("stage", "没有这个阶段，请重新选择");
        }
        var by = waits == null || waits.isBlank() ? null : waits;
        if (by != null && !WAITS.contains(by)) {
            throw new InputRefused("waits", "没有这个选项，请重新选择");
        }
        return new Asked(
                organization,
                stages,
                late,
                by,
                name == null || name.isBlank() ? null : name.strip());
    }

    /** The last begun first; whoever is in it is told who looked (PRV-05). */
    Page<AdmissionItem> list(SignedIn who, Asked asked, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        var rows = scopes.read(who, scope -> rows(scope, asked, behind, limit + 1));
        var people = rows.stream().limit(limit).map(Row::person).toList();
        readings.list(who.reader(), LOOK, people);
        var items = rows.stream().map(Row::item).toList();
        return Page.of(items, limit, item -> List.of(item.id().toString()));
    }

    private List<Row> rows(Scope scope, Asked asked, @Nullable UUID behind, int limit) {
        var stages = asked.stages();
        return within(scope, asked.organization(), LIST)
                .param("stages", stages == null ? null : stages.toArray(String[]::new), Types.ARRAY)
                .param("waits", asked.waits(), Types.VARCHAR)
                .param("late", asked.late())
                .param("name", asked.name(), Types.VARCHAR)
                .param("after", behind, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new Row(row.getObject("person", UUID.class), item(scope, row)))
                .list();
    }

    private StatementSpec within(Scope scope, @Nullable UUID organization, String sql) {
        var subtree =
                organization == null ? scope.subtree() : Subtree.below(path(scope, organization));
        return jdbc.sql(sql)
                .param("everything", organization == null && scope.everything())
                .param("narrowed", organization != null)
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("day", scope.day());
    }

    private String path(Scope scope, UUID organization) {
        return tree.path(organization, scope.day())
                .filter(one -> scope.everything() || scope.subtree().contains(one))
                .orElseThrow(NotFound::new);
    }

    private AdmissionItem item(Scope scope, ResultSet row) throws SQLException {
        var waiting = AdmissionRows.waiting(row);
        var next = waiting.next();
        var stage = row.getString("stage");
        return new AdmissionItem(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new AdmissionPlace(
                        row.getObject("organization", UUID.class),
                        row.getString("organization_name")),
                stage,
                Words.stage(stage),
                waiting.since(),
                AdmissionViews.days(waiting.since(), scope.day()),
                next == null ? null : next.by().code(),
                next == null ? null : next.by().label(),
                next == null ? null : catalogue.entry(next.code()).title(),
                waiting.due(),
                AdmissionViews.late(waiting, scope.day()),
                row.getBoolean("explained"));
    }

    /** Where cases stand, and for what they wait. */
    StagesView stages(SignedIn who, @Nullable UUID organization) {
        return scopes.read(
                who,
                scope ->
                        new StagesView(
                                within(scope, organization, BY_STAGE)
                                        .query((row, _) -> stage(row))
                                        .stream()
                                        .sorted(
                                                Comparator.comparingInt(
                                                        one -> STAGES.indexOf(one.stage())))
                                        .toList(),
                                within(scope, organization, BY_WAITING)
                                        .query((row, _) -> waiting(row))
                                        .stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        one -> StepCode.of(one.step())))
                                        .toList()));
    }

    private static StageCount stage(ResultSet row) throws SQLException {
        var stage = row.getString("stage");
        return new StageCount(stage, Words.stage(stage), row.getInt("cases"), row.getInt("late"));
    }

    private WaitingCount waiting(ResultSet row) throws SQLException {
        var step = StepCode.of(row.getString("next_step"));
        return new WaitingCount(
                step.by().code(),
                step.by().label(),
                step.code(),
                catalogue.entry(step.code()).title(),
                row.getInt("cases"),
                row.getInt("late"),
                row.getInt("longest"),
                row.getInt("median"));
    }
}
