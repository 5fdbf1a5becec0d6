package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations.Named;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who reads the whole of a member, and who only days of their own holding: whoever holds the
 * relation today, of those who left the register whoever held it last, and the member.
 */
@Component
class MemberSight {

    /** The last row of a member is the one that ends where they left, or never. */
    private static final String HELD =
            """
            select f.id, f.valid_to as left_on from member.profile f
            join member.member m on m.id = f.id
            where f.id = any(:ids) and f.valid_to = m.left_on
              and (f.id = :subject or f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi
                  and p.valid_from <= :today and p.valid_to > :today))
            """;

    private static final String HOLDER =
            """
            select f.organization as id, l.name from member.profile f
            join organization.label_published l
              on l.id = f.organization and l.valid_to = 'infinity'
            where f.id = :id and f.valid_to = 'infinity'
            """;

    /**
     * A member who lies within one's scope today.
     *
     * @param leftOn the day they left the register; null while they are in it
     */
    record Held(UUID id, @Nullable LocalDate leftOn) {}

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Tree tree;
    private final Clock clock;

    MemberSight(JdbcClient jdbc, Scopes scopes, Tree tree, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.tree = tree;
        this.clock = clock;
    }

    /** Whether the asker reads the whole of a member, and since when it is closed. */
    Optional<Held> of(SignedIn who, UUID id) {
        return scopes.read(who, scope -> held(who, scope, List.of(id)).stream().findFirst());
    }

    /** Those of the members whom the asker reads as a whole; the rest only as of that day. */
    Set<UUID> whole(SignedIn who, Scope scope, Collection<UUID> ids) {
        if (scope.now() || scope.everything()) {
            return new HashSet<>(ids);
        }
        var whole = new HashSet<UUID>();
        held(who, scope, ids).forEach(held -> whole.add(held.id()));
        return whole;
    }

    /** Who holds a member now, for those who did before; the transaction is about the member. */
    @Nullable Named holder(UUID id) {
        return jdbc.sql(HOLDER).param("id", id).query(Named.class).optional().orElse(null);
    }

    /** What the asker's right covers today, whatever day is looked at. */
    Subtree today(SignedIn who) {
        var organization = who.organization();
        return organization == null || !who.role().readsSubtree()
                ? Subtree.NONE
                : tree.path(organization, LocalDate.now(clock))
                        .map(Subtree::below)
                        .orElse(Subtree.NONE);
    }

    private List<Held> held(SignedIn who, Scope scope, Collection<UUID> ids) {
        var today = today(who);
        return jdbc.sql(HELD)
                .param("ids", ids.toArray(UUID[]::new))
                .param("subject", scope.subject(), Types.OTHER)
                .param("lo", today.lo())
                .param("hi", today.hi())
                .param("today", LocalDate.now(clock))
                .query(
                        (row, _) ->
                                new Held(
                                        row.getObject("id", UUID.class),
                                        left(row.getObject("left_on", LocalDate.class))))
                .list();
    }

    private static @Nullable LocalDate left(LocalDate day) {
        return day.equals(LocalDate.MAX) ? null : day;
    }
}
