package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Of an organization that is not there on the day asked for: when it was, and what became of it,
 * for those who had it in their subtree then.
 */
@Component
class Absences {

    private static final String LIFE =
            """
            select o.id, l.name, o.established_on, nullif(o.ended_on, 'infinity') as ended_on
            from organization.organization o
            join organization.label l on l.id = o.id and l.valid_to = 'infinity'
            where o.id = :id
            """;

    private record Row(
            UUID id, String name, LocalDate establishedOn, @Nullable LocalDate endedOn) {}

    /** What is told of it. */
    record Life(
            UUID id,
            String name,
            LocalDate establishedOn,
            @Nullable LocalDate endedOn,
            List<Succession> predecessors,
            List<Succession> successors) {}

    private final JdbcClient jdbc;
    private final SuccessionStore successions;
    private final Tree tree;

    Absences(JdbcClient jdbc, SuccessionStore successions, Tree tree) {
        this.jdbc = jdbc;
        this.successions = successions;
        this.tree = tree;
    }

    NotFound of(SignedIn who, Scope scope, UUID id) {
        var row = jdbc.sql(LIFE).param("id", id).query(Row.class).optional().orElse(null);
        if (row == null || !wasWithin(who, row, scope.day())) {
            return new NotFound();
        }
        var ended = row.endedOn();
        var says =
                ended != null && !scope.day().isBefore(ended)
                        ? row.name() + "已于 " + ended + " 撤销，" + scope.day() + " 已经没有这个党组织"
                        : row.name() + "在 " + scope.day() + " 还没有成立，它成立于 " + row.establishedOn();
        return new NotFound(
                says,
                new Life(
                        id,
                        row.name(),
                        row.establishedOn(),
                        ended,
                        successions.before(id),
                        successions.after(id)));
    }

    /** On the day of its life next to the one asked for. */
    private boolean wasWithin(SignedIn who, Row row, LocalDate day) {
        var own = who.organization();
        if (own == null || !who.role().readsSubtree()) {
            return false;
        }
        var ended = row.endedOn();
        var near = ended == null || day.isBefore(ended) ? row.establishedOn() : ended.minusDays(1);
        var subtree = tree.path(own, near).map(Subtree::below).orElse(Subtree.NONE);
        return tree.path(row.id(), near).filter(subtree::contains).isPresent();
    }
}
