package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Subtree;
import org.sunmao.member.internal.MemberFilter.Conditions;

import java.sql.Types;
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
    private static final String SELECT =
            """
            select f.id, f.name, f.pinyin, f.sex, f.nation, f.born_on, f.status, f.education,
              f.organization, f.joined_on, f.full_on, f.party_age_correction, f.job_post,
              f.member_class, f.way, f.floating,
              (select l.name from organization.label_published l where l.id = f.organization)
                as organization_name,
              (select m.version from member.member m where m.id = f.id) as version
            from member.profile f
            where f.valid_to = 'infinity'
            """;

    private static final String IN_SUBTREE =
            """
             and f.organization in (select p.id from organization.place_published p
              where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            """;
    private static final String COUNT =
            "select count(*) from member.profile f where f.valid_to = 'infinity'";
    private static final String GET =
            """
            select f.*, m.version, a.name as admitted_in_name, l.name as organization_name
            from member.profile f
            join member.member m on m.id = f.id
            join organization.label_published l on l.id = f.organization
            left join organization.label_published a on a.id = f.admitted_in
            where f.id = :id and f.valid_to = 'infinity'
              and (f.id = :subject or f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity'))
            """;

    private static final String TAKEN = "select member.number_taken(:index, :but)";
    private static final String LOCK =
            "select version from member.member where id = :id for update";
    private static final String RAISE =
            "update member.member set version = version + 1 where id = :id";

    private static final RowMapper<MemberRow> ROWS = new SimplePropertyRowMapper<>(MemberRow.class);

    /**
     * What is listed.
     *
     * @param whole whether the subtree is the whole register
     * @param sought who is looked for, or null for everyone
     */
    record Listed(Subtree subtree, boolean whole, @Nullable Sought sought, Conditions conditions) {}

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
        return bind(jdbc.sql(COUNT + conditions(listed)), listed).query(Long.class).single();
    }

    Optional<MemberRecord> get(UUID id, Subtree subtree, @Nullable UUID subject) {
        return jdbc.sql(GET)
                .param("id", id)
                .param("subject", subject, Types.OTHER)
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .query(MemberRecord.class)
                .optional();
    }

    static String sql(Listed listed, MemberSort sort, boolean behind) {
        return SELECT
                + conditions(listed)
                + (behind ? " and " + sort.behind() : "")
                + " order by "
                + sort.order()
                + " limit :limit";
    }

    static String conditions(Listed listed) {
        var sought = listed.sought();
        return (listed.whole() ? "" : IN_SUBTREE)
                + (sought == null ? "" : sought.by().sql())
                + listed.conditions().sql();
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, Listed listed) {
        var bound = query.params(listed.conditions().values());
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

    void raiseVersion(UUID id) {
        jdbc.sql(RAISE).param("id", id).update();
    }
}
