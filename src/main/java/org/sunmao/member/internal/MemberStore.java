package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Subtree;

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
            select f.id, f.name, f.pinyin, f.sex, f.born_on, f.status, f.education,
              f.organization, f.joined_on,
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
    private static final String FOUND =
            """
             and f.id in (select t.member from member.term t
              where t.term >= :from and t.term < :to)
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

    private static final RowMapper<MemberRow> ROWS = new SimplePropertyRowMapper<>(MemberRow.class);

    /**
     * What is listed.
     *
     * @param whole whether the subtree is the whole register
     * @param term the beginning of a term, or null for everyone
     */
    record Listed(Subtree subtree, boolean whole, @Nullable String term) {}

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

    private static String conditions(Listed listed) {
        return (listed.whole() ? "" : IN_SUBTREE) + (listed.term() == null ? "" : FOUND);
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, Listed listed) {
        var bound = query;
        if (!listed.whole()) {
            bound = bound.param("lo", listed.subtree().lo()).param("hi", listed.subtree().hi());
        }
        var term = listed.term();
        if (term != null) {
            // The last character there is closes the range: a prefix, as an ordered comparison.
            bound = bound.param("from", term).param("to", term + "\uDBFF\uDFFD");
        }
        return bound;
    }
}
