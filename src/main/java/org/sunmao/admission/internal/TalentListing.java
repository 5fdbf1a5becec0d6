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
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Look;
import org.sunmao.journal.Readings;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lists the young talents of an organization and all below it, in the order of the places. */
@Service
class TalentListing {

    private static final String LIST =
            """
            select t.id, t.name, t.sex, t.born_on, t.education, t.work, t.organization, t.listed_on,
              t.left_on, o.path, s.stage, a.id as seen, l.name as organization_name
            from admission.talent t
              join organization.place_published o on o.id = t.organization
                and o.valid_from <= :day and o.valid_to > :day
              cross join lateral (select coalesce(admission.stage_of(t.admission), '') as stage) s
              left join admission.admission a on a.id = t.admission
              left join lateral (select name from organization.label_published l
                where l.id = t.organization order by l.valid_to desc limit 1) l on true
            where (:everything or o.path >= :lo and o.path < :hi)
              and (t.left_on is not null) = :left
              and (cast(:stages as text[]) is null or s.stage = any(:stages))
              and (cast(:name as text) is null or starts_with(t.name, :name))
              and (cast(:path as text) is null or (o.path, t.id) > (:path, cast(:after as uuid)))
            order by o.path, t.id limit :limit
            """;
    private static final String COUNT =
            """
            select t.left_on is not null as gone, s.stage, count(*) as people,
              count(*) filter (where t.born_on > :youngFrom and t.education < '70') as educated
            from admission.talent t
              join organization.place_published o on o.id = t.organization
                and o.valid_from <= :day and o.valid_to > :day
              cross join lateral (select coalesce(admission.stage_of(t.admission), '') as stage) s
            where (:everything or o.path >= :lo and o.path < :hi)
            group by 1, 2
            """;

    private static final Look LOOK = Look.of(Look.Kind.LIST, Look.Level.S1).of("青年人才库名单");

    /** Which are asked for; null where it does not matter. */
    record Asked(@Nullable UUID organization, @Nullable TalentState state, @Nullable String name) {}

    private record Line(TalentItem item, String path) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Tree tree;
    private final Codes codes;
    private final TalentRules rules;
    private final Rulebook rulebook;
    private final Readings readings;

    TalentListing(
            Scopes scopes,
            JdbcClient jdbc,
            Tree tree,
            Codes codes,
            TalentRules rules,
            Rulebook rulebook,
            Readings readings) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.tree = tree;
        this.codes = codes;
        this.rules = rules;
        this.rulebook = rulebook;
        this.readings = readings;
    }

    static Asked asked(@Nullable UUID organization, @Nullable String state, @Nullable String q) {
        var wanted = state == null || state.isBlank() ? null : TalentState.find(state);
        if (wanted == null && state != null && !state.isBlank()) {
            throw new InputRefused("state", "没有这个选项，请重新选择");
        }
        return new Asked(organization, wanted, q == null || q.isBlank() ? null : q.strip());
    }

    /**
     * By place, and there the earlier listed first: no order of merit. Who looked is kept (PRV-05).
     */
    Page<TalentItem> list(SignedIn who, Asked asked, @Nullable String after, int limit) {
        var key = PageKey.read(after, 2);
        var lines = scopes.read(who, scope -> lines(scope, asked, key, limit + 1));
        var page = Page.of(lines, limit, TalentListing::key);
        var items = page.items().stream().map(Line::item).toList();
        readings.list(who.reader(), LOOK, items.stream().map(TalentItem::id).toList());
        return new Page<>(items, page.next());
    }

    private List<Line> lines(Scope scope, Asked asked, @Nullable List<String> behind, int limit) {
        var state = asked.state();
        var path = behind == null ? null : behind.getFirst();
        var id = behind == null ? null : PageKey.uuid(behind.getLast());
        return within(scope, asked.organization(), LIST)
                .param("left", state == TalentState.LEFT)
                .param("stages", stages(state), Types.ARRAY)
                .param("name", asked.name(), Types.VARCHAR)
                .param("path", path, Types.VARCHAR)
                .param("after", id, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> line(scope.day(), row))
                .list();
    }

    private static List<String> key(Line line) {
        return List.of(line.path(), line.item().id().toString());
    }

    private static String @Nullable [] stages(@Nullable TalentState state) {
        return state == null || state == TalentState.LEFT
                ? null
                : state.stages().toArray(String[]::new);
    }

    /** Where the people of the pool stand: numbers alone. */
    TalentNumbers numbers(SignedIn who, @Nullable UUID organization) {
        return scopes.read(
                who,
                scope -> {
                    var young =
                            rulebook.rule(Rules.TALENTS, scope.day(), organization).figure("young");
                    var people = new EnumMap<TalentState, Integer>(TalentState.class);
                    var educated = new EnumMap<TalentState, Integer>(TalentState.class);
                    within(scope, organization, COUNT)
                            .param("youngFrom", scope.day().minusYears(young + 1L))
                            .query(
                                    row -> {
                                        var state = state(row.getBoolean("gone"), row);
                                        people.merge(state, row.getInt("people"), Integer::sum);
                                        educated.merge(state, row.getInt("educated"), Integer::sum);
                                    });
                    var there = organization == null ? who.organization() : organization;
                    var may = there != null && rules.mayList(who, there, scope.day());
                    return numbers(people, young, educated, may);
                });
    }

    private static TalentNumbers numbers(
            Map<TalentState, Integer> people,
            int young,
            Map<TalentState, Integer> educated,
            boolean mayList) {
        educated.remove(TalentState.LEFT);
        return new TalentNumbers(
                people.getOrDefault(TalentState.LISTED, 0),
                people.getOrDefault(TalentState.APPLIED, 0),
                people.getOrDefault(TalentState.ACTIVIST, 0),
                people.getOrDefault(TalentState.OBJECT, 0),
                people.getOrDefault(TalentState.PROBATIONER, 0),
                people.getOrDefault(TalentState.MEMBER, 0),
                people.getOrDefault(TalentState.LEFT, 0),
                young,
                educated.values().stream().mapToInt(Integer::intValue).sum(),
                mayList);
    }

    private StatementSpec within(Scope scope, @Nullable UUID organization, String sql) {
        var subtree =
                organization == null ? scope.subtree() : Subtree.below(path(scope, organization));
        return jdbc.sql(sql)
                .param("everything", organization == null && scope.everything())
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("day", scope.day());
    }

    private String path(Scope scope, UUID organization) {
        return tree.path(organization, scope.day())
                .filter(one -> scope.everything() || scope.subtree().contains(one))
                .orElseThrow(NotFound::new);
    }

    private static TalentState state(boolean gone, ResultSet row) throws SQLException {
        return gone ? TalentState.LEFT : TalentState.of(row.getString("stage"));
    }

    private Line line(LocalDate day, ResultSet row) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        var born = row.getObject("born_on", LocalDate.class);
        var age = Talent.age(born, day);
        var gone = row.getObject("left_on", LocalDate.class) != null;
        var state = state(gone, row);
        var education = row.getString("education");
        var item =
                new TalentItem(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        codes.label(CodeTable.SEX, row.getString("sex")),
                        born,
                        age,
                        education == null ? null : codes.label(CodeTable.EDUCATION, education),
                        row.getString("work"),
                        new AdmissionPlace(organization, row.getString("organization_name")),
                        row.getObject("listed_on", LocalDate.class),
                        state.code(),
                        state.label(),
                        !gone && age > rules.ageMost(day, organization),
                        row.getObject("seen", UUID.class));
        return new Line(item, row.getString("path"));
    }
}
