package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.register.Dated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts what the registers publish. Every statement states the scope; the policies hold it a
 * second time.
 */
@Repository
class CountStore {

    /**
     * One reading of the members, told apart along every axis at once: first by all of them
     * together, which leaves few rows, then by each.
     */
    private static final String ALONG_THE_AXES =
            """
            select grouping(c.status, c.age, c.joined, c.sex, c.nation, c.education, c.job_post)
                as axis,
              coalesce(c.status, c.age, c.joined, c.sex, c.nation, c.education, c.job_post)
                as value,
              sum(c.count)::bigint as count
            from (select f.status, f.sex, f.nation, f.education, f.job_post,
                width_bucket(f.born_on, array[:births]::date[])::text as age,
                width_bucket(f.joined_on, array[:joined]::date[])::text as joined,
                count(*) as count
              from member.counted_published f where {f}
            """;

    private static final String ALL_MEMBERS =
            "select count(*) from member.counted_published f where {f}";
    private static final String IN_SUBTREE =
            """
             and f.organization in (select p.id from organization.place_published p
              where p.path >= :lo and p.path < :hi and {p})
            """;
    private static final String IN_THE_YEAR =
            """
             and f.joined_on >= :yearBegins and f.joined_on <= :day
             and (f.admission_kind = 'developed' or f.admission_kind is null)
            """;
    private static final String SETS =
            """
             group by 1, 2, 3, 4, 5, 6, 7) c
            group by grouping sets ((c.status), (c.age), (c.joined), (c.sex), (c.nation),
              (c.education), (c.job_post))
            """;

    /** Below which child of the top something lies: its own step of the path; empty for the top. */
    private static final String CHILD =
            "select split_part(substr(p.path, :from), '/', 1) as child,";

    private static final String ORGANIZATION =
            " f.kind || ' ' || f.field as value, count(*) as count";
    private static final String ORGANIZATIONS =
            """
             from organization.profile_published f
            join organization.place_published p on p.id = f.id and {p}
            where {f} and p.path >= :lo and p.path < :hi
            """;
    private static final String BODY =
            """
             f.kind || ' ' || f.field || ' ' || case
                when not exists (select from organization.link_published k
                  where k.body = f.id and {k}) then 'none'
                when exists (select from organization.link_published k
                  join organization.label_published l on l.id = k.organization and {l}
                  where k.body = f.id and {k} and l.kind <> 'joint') then 'own'
                else 'joint' end as value,
              count(*) as count
            """;
    private static final String BODIES =
            """
             from organization.body_published f
            join organization.place_published p on p.id = f.organization and {p}
            where {f} and p.path >= :lo and p.path < :hi
            """;
    private static final String MEMBERS =
            """
             from member.counted_published f
            join organization.place_published p on p.id = f.organization and {p}
            where {f} and p.path >= :lo and p.path < :hi
            """;
    private static final String BY_VALUE = " group by value";
    private static final String BY_CHILD = " group by child, value";

    private static final Dated CHILDREN =
            Dated.of(
                    """
                    select p.id, l.name, l.kind, p.path from organization.place_published p
                    join organization.label_published l on l.id = p.id and {l}
                    where p.parent = :organization and {p}
                    order by length(p.path), p.path
                    """);

    /** Of whom or of what, in which subtree, is counted. */
    record Part(Scope scope, String path, Cuts cuts) {

        Subtree subtree() {
            return Subtree.below(path);
        }

        /** Whether it is the whole register, so that nobody's place need be looked up. */
        boolean whole() {
            return scope.everything() && scope.subtree().equals(subtree());
        }
    }

    record Node(UUID id, String name, String kind, String path) {}

    private record Row(@Nullable Integer axis, @Nullable String value, long count) {}

    private record Below(String child, @Nullable String value, long count) {}

    private static final RowMapper<Row> ROWS = new SimplePropertyRowMapper<>(Row.class);
    private static final RowMapper<Below> BELOW = new SimplePropertyRowMapper<>(Below.class);
    private static final RowMapper<Node> NODES = new SimplePropertyRowMapper<>(Node.class);

    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that the tables need. */
    Counts of(Part part) {
        var counts = new Counts();
        members(part, Counted.MEMBERS, counts);
        members(part, Counted.ADMITTED, counts);
        add(part, "select" + ORGANIZATION + ORGANIZATIONS, Counted.ORGANIZATIONS, counts);
        add(part, "select" + BODY + BODIES, Counted.BODIES, counts);
        return counts;
    }

    /** The members alone. */
    long members(Part part) {
        return bind(part, ALL_MEMBERS + (part.whole() ? "" : IN_SUBTREE))
                .query(Long.class)
                .single();
    }

    private void members(Part part, Counted of, Counts counts) {
        var axes = of.axes();
        var sql =
                ALONG_THE_AXES
                        + (part.whole() ? "" : IN_SUBTREE)
                        + (of == Counted.ADMITTED ? IN_THE_YEAR : "")
                        + SETS;
        for (var row : bind(part, sql).query(ROWS).list()) {
            var marks = row.axis() == null ? 0 : row.axis();
            var grouped = ~marks & ((1 << axes.size()) - 1);
            var axis = axes.get(axes.size() - 1 - Integer.numberOfTrailingZeros(grouped));
            counts.add(of, axis, filled(row.value()), row.count());
        }
    }

    private void add(Part part, String sql, Counted of, Counts counts) {
        bind(part, sql + BY_VALUE)
                .query((row, _) -> Map.entry(row.getString("value"), row.getLong("count")))
                .list()
                .forEach(row -> counts.add(of, of.axes().getFirst(), row.getKey(), row.getValue()));
    }

    /** One number, by the path of the child it lies below, or by that of the top itself. */
    Map<String, Long> below(Part part, Cell cell) {
        var sums = new HashMap<String, Long>();
        for (var row : bind(part, below(cell)).query(BELOW).list()) {
            if (cell.takes().test(filled(row.value()))) {
                var child = row.child().isEmpty() ? "" : row.child() + "/";
                sums.merge(part.path() + child, row.count(), Long::sum);
            }
        }
        return sums;
    }

    private static String below(Cell cell) {
        return switch (cell.of()) {
            case MEMBERS -> CHILD + value(cell.axis()) + MEMBERS + BY_CHILD;
            case ADMITTED -> CHILD + value(cell.axis()) + MEMBERS + IN_THE_YEAR + BY_CHILD;
            case ORGANIZATIONS -> CHILD + ORGANIZATION + ORGANIZATIONS + BY_CHILD;
            case BODIES -> CHILD + BODY + BODIES + BY_CHILD;
        };
    }

    private static String value(Axis axis) {
        return switch (axis) {
            case STATUS -> " f.status as value, count(*) as count";
            case AGE ->
                    " width_bucket(f.born_on, array[:births]::date[])::text as value,"
                            + " count(*) as count";
            case JOINED ->
                    " width_bucket(f.joined_on, array[:joined]::date[])::text as value,"
                            + " count(*) as count";
            case SEX -> " f.sex as value, count(*) as count";
            case NATION -> " f.nation as value, count(*) as count";
            case EDUCATION -> " f.education as value, count(*) as count";
            case JOB_POST -> " f.job_post as value, count(*) as count";
            case ORGANIZATION, BODY -> throw new IllegalStateException(axis + " is of no member");
        };
    }

    List<Node> children(Scope scope, UUID organization) {
        return jdbc.sql(CHILDREN.on(scope))
                .param("organization", organization)
                .param("day", scope.day())
                .query(NODES)
                .list();
    }

    private JdbcClient.StatementSpec bind(Part part, String sql) {
        var scope = part.scope();
        return jdbc.sql(Dated.of(sql).on(scope))
                .param("day", scope.day())
                .param("lo", part.subtree().lo())
                .param("hi", part.subtree().hi())
                .param("from", part.path().length() + 1)
                .param("births", part.cuts().births())
                .param("joined", part.cuts().joined())
                .param("yearBegins", part.cuts().yearBegins());
    }

    private static String filled(@Nullable String value) {
        return value == null ? "" : value;
    }
}
