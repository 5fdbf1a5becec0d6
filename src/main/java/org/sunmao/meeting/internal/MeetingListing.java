package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lists meetings of an organization and all below it, the newest first. */
@Service
class MeetingListing {

    private static final Set<String> STATES =
            Set.of(
                    "noticed",
                    "in-session",
                    "short",
                    "draft",
                    "signed",
                    "returned",
                    "accepted",
                    "archived",
                    "cancelled");

    /**
     * So many are read by the index of each; of more, and of all, the newest are walked through.
     */
    private static final int FEW = 200;

    private static final String BELOW =
            """
            select o.id from organization.place_published o
            where o.path >= :lo and o.path < :hi and o.valid_from <= :day and o.valid_to > :day
            """;

    /** Names are looked up for the page alone. */
    private static final String LIST =
            """
            with page as materialized (
              select m.id, m.organization, m.type, m.held_on, m.topic, m.state, m.late, m.chair,
                m.guests, cardinality(m.due) as due, cardinality(m.present) as present
              from meeting.meeting m
              where %s
                and (cast(:type as text) is null or m.type = :type)
                and (cast(:states as text[]) is null or m.state = any(:states))
                and m.held_on >= coalesce(:from, date '0001-01-01')
                and m.held_on <= coalesce(:to, date 'infinity')
                and (cast(:afterOn as date) is null or (m.held_on, m.id) < (:afterOn, :afterId))
              order by m.held_on desc, m.id desc limit :limit)
            select m.*, l.name, l.kind, p.parent
            from page m
              join lateral (select name, kind from organization.label_published l
                where l.id = m.organization order by l.valid_to desc limit 1) l on true
              left join lateral (select parent from organization.place_published p
                where p.id = m.organization order by p.valid_to desc limit 1) p on true
            order by m.held_on desc, m.id desc
            """;

    /** Which are asked for; null where it does not matter. */
    record Asked(
            @Nullable UUID organization,
            @Nullable String type,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<String> states) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Tree tree;

    MeetingListing(Scopes scopes, JdbcClient jdbc, Tree tree) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.tree = tree;
    }

    private static String @Nullable [] array(@Nullable List<String> states) {
        return states == null ? null : states.toArray(String[]::new);
    }

    static Asked asked(
            @Nullable UUID organization,
            @Nullable String type,
            @Nullable String from,
            @Nullable String to,
            @Nullable String state) {
        var faults = new Faults();
        if (type != null && MeetingType.find(type).isEmpty()) {
            faults.add("type", "没有这一类，请重新选择");
        }
        var states = state == null || state.isBlank() ? null : List.of(state.split(",", -1));
        if (states != null && !STATES.containsAll(states)) {
            faults.add("state", "没有这种状态，请重新选择");
        }
        var first = faults.day(from, "from");
        var last = faults.day(to, "to");
        faults.refuse();
        if (first != null && last != null && last.isBefore(first)) {
            throw new InputRefused("to", "结束日在开始日之前，请改正");
        }
        return new Asked(organization, type, first, last, states);
    }

    Page<MeetingItem> list(SignedIn who, Asked asked, @Nullable String after, int limit) {
        var key = PageKey.read(after, 2);
        return scopes.read(
                who,
                scope -> {
                    var within = within(scope, asked.organization());
                    var rows =
                            within(jdbc, within, scope.day())
                                    .param("type", asked.type(), Types.VARCHAR)
                                    .param("states", array(asked.states()), Types.ARRAY)
                                    .param("from", asked.from(), Types.DATE)
                                    .param("to", asked.to(), Types.DATE)
                                    .param(
                                            "afterOn",
                                            key == null ? null : PageKey.day(key.getFirst()),
                                            Types.DATE)
                                    .param(
                                            "afterId",
                                            key == null ? null : PageKey.uuid(key.getLast()),
                                            Types.OTHER)
                                    .param("limit", limit + 1)
                                    .query((row, _) -> item(who, row))
                                    .list();
                    return Page.of(
                            rows, limit, row -> List.of(row.on().toString(), row.id().toString()));
                });
    }

    private static StatementSpec within(JdbcClient jdbc, @Nullable Subtree within, LocalDate day) {
        if (within == null) {
            return jdbc.sql(LIST.formatted("true"));
        }
        var below = inside(jdbc.sql(BELOW + " limit :most"), within, day).param("most", FEW + 1);
        var few = below.query(UUID.class).list();
        return few.size() > FEW
                ? inside(jdbc.sql(LIST.formatted("m.organization in (" + BELOW + ")")), within, day)
                : jdbc.sql(LIST.formatted("m.organization = any(:few)"))
                        .param("few", few.toArray(UUID[]::new), Types.ARRAY);
    }

    private static StatementSpec inside(StatementSpec sql, Subtree within, LocalDate day) {
        return sql.param("lo", within.lo()).param("hi", within.hi()).param("day", day);
    }

    /** Null for the whole register. */
    private @Nullable Subtree within(Scope scope, @Nullable UUID organization) {
        if (organization == null) {
            return scope.everything() ? null : scope.subtree();
        }
        var path =
                tree.path(organization, scope.day())
                        .filter(one -> scope.everything() || scope.subtree().contains(one))
                        .orElseThrow(NotFound::new);
        return Subtree.below(path);
    }

    private static MeetingItem item(SignedIn who, ResultSet row) throws SQLException {
        var type = MeetingType.find(row.getString("type")).orElseThrow();
        var organization = row.getObject("organization", UUID.class);
        var sees =
                type != MeetingType.TALK
                        || MeetingSight.ofTwo(
                                who,
                                row.getObject("chair", UUID.class),
                                MeetingRows.ids(row, "guests"))
                        || MeetingSight.secretary(
                                who,
                                organization,
                                row.getString("kind"),
                                row.getObject("parent", UUID.class));
        var state = row.getString("state");
        return new MeetingItem(
                row.getObject("id", UUID.class),
                new MeetingNamed(organization, row.getString("name")),
                type.code(),
                type.label(),
                row.getObject("held_on", LocalDate.class),
                sees ? row.getString("topic") : type.label(),
                state,
                MeetingViews.stateName(state),
                row.getInt("due"),
                row.getInt("present"),
                row.getBoolean("late"));
    }
}
