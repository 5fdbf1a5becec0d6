package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.member.internal.MemberFilter.Conditions;
import org.sunmao.register.Dated;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads members. Every statement states the scope; the policies hold it a second time.
 *
 * <p>The list is put together from constants of this class and of {@link MemberSort} alone.
 */
@Repository
class MemberStore {

    /** Name and version are looked up row by row: fifty look-ups, never a join of all. */
    private static final Dated SELECT =
            Dated.of(
                    """
                    select f.id, f.name, f.pinyin, f.sex, f.nation, f.born_on, f.status,
                      f.education, f.organization, f.joined_on, f.full_on,
                      f.party_age_correction, f.job_post, f.member_class, f.way, f.floating,
                      (select l.name from organization.label_published l
                        where l.id = f.organization and {l}) as organization_name,
                      (select m.version from member.member m where m.id = f.id) as version
                    from member.profile f
                    where {f}
                    """);

    private static final Dated IN_SUBTREE =
            Dated.of(
                    """
                     and f.organization in (select p.id from organization.place_published p
                      where p.path >= :lo and p.path < :hi and {p})
                    """);
    private static final Dated COUNT = Dated.of("select count(*) from member.profile f where {f}");
    private static final Dated GET =
            Dated.of(
                    """
                    select f.*, m.version, a.name as admitted_in_name, l.name as organization_name,
                      (select g.name from organization.label_published g
                        where g.id = f.party_group and {g}) as party_group_name,
                      (select h.name from organization.label_published h
                        where h.id = f.host and h.valid_from <= :day
                        order by h.valid_from desc limit 1) as host_organization_name
                    from member.profile f
                    join member.member m on m.id = f.id
                    join organization.label_published l on l.id = f.organization and {l}
                    left join organization.label_published a on a.id = f.admitted_in and {a}
                    where f.id = :id and {f}
                      and (f.id = :subject or f.organization in (
                        select p.id from organization.place_published p
                        where p.path >= :lo and p.path < :hi and {p}))
                    """);

    private static final String TAKEN = "select member.number_taken(:index, :but)";
    private static final String LOCK =
            "select version from member.member where id = :id for update";
    private static final String RAISE =
            "update member.member set version = version + 1 where id = :id";

    private static final RowMapper<MemberRow> ROWS = new SimplePropertyRowMapper<>(MemberRow.class);

    private static final String LEAVE = "update member.member set left_on = :on where id = :id";

    /**
     * What is listed.
     *
     * @param scope whose day is meant
     * @param whole whether the subtree is the whole register
     * @param sought who is looked for, or null for everyone
     */
    record Listed(
            Scope scope,
            Subtree subtree,
            boolean whole,
            @Nullable Sought sought,
            Conditions conditions) {}

    /** Behind which row the page begins. */
    record Behind(Object key, UUID id) {}

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MemberRow> list(Listed listed, MemberSort sort, @Nullable Behind behind, int limit) {
        var sql = sql(listed, sort, behind != null);
        var query = bind(jdbc.sql(sql), listed).param("limit", limit);
        if (behind != null) {
            query = query.param("key", behind.key()).param("id", behind.id());
        }
        return query.query(ROWS).list();
    }

    long count(Listed listed) {
        return bind(jdbc.sql(COUNT.on(listed.scope()) + conditions(listed)), listed)
                .query(Long.class)
                .single();
    }

    /**
     * What is known of a member on the day of the scope.
     *
     * @param subject whose rows are read wherever they were held
     */
    Optional<MemberRecord> get(UUID id, Scope scope, @Nullable UUID subject) {
        return jdbc.sql(GET.on(scope))
                .param("id", id)
                .param("subject", subject, Types.OTHER)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(MemberRecord.class)
                .optional();
    }

    static String sql(Listed listed, MemberSort sort, boolean behind) {
        return SELECT.on(listed.scope())
                + conditions(listed)
                + (behind ? " and " + sort.behind() : "")
                + " order by "
                + sort.order()
                + " limit :limit";
    }

    static String conditions(Listed listed) {
        var sought = listed.sought();
        return (listed.whole() ? "" : IN_SUBTREE.on(listed.scope()))
                + (sought == null ? "" : sought.sql(listed.whole()).on(listed.scope()))
                + listed.conditions().sql();
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, Listed listed) {
        var bound = query.params(listed.conditions().values()).param("day", listed.scope().day());
        if (!listed.whole()) {
            bound = bound.param("lo", listed.subtree().lo()).param("hi", listed.subtree().hi());
        }
        var sought = listed.sought();
        return sought == null ? bound : bound.params(sought.values());
    }

    /** Whether the number is registered anywhere in the platform, but for one member. */
    boolean numberTaken(byte[] index, @Nullable UUID but) {
        return jdbc.sql(TAKEN)
                .param("index", index)
                .param("but", but, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** The version, locked until the transaction ends: of two editors, one waits. */
    int lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Integer.class).single();
    }

    /** The first day on which a member is in the register no more. */
    void leave(UUID id, LocalDate on) {
        jdbc.sql(LEAVE).param("id", id).param("on", on).update();
    }

    void raiseVersion(UUID id) {
        jdbc.sql(RAISE).param("id", id).update();
    }
}
