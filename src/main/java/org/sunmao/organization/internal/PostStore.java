package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.organization.internal.Post.Approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts in PostgreSQL, single ones; lists are read by {@link PostLists}. */
@Repository
class PostStore {

    private static final String OF_ORGANIZATION =
            "select * from organization.post where organization = :organization order by id";
    private static final String HOLDERS =
            "select distinct member from organization.post where member = any(:members)";
    private static final String GET =
            """
            select * from organization.post where id = :id and organization in (
              select p.id from organization.place p
              where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day)
            """;

    /** Numbers are given in the order of the tree, so neighbours stand together. */
    private static final String LIST =
            """
            select p.*, o.number from organization.place s
            join organization.organization o on o.id = s.id
            join organization.post p on p.organization = s.id
            where s.path >= :lo and s.path < :hi and s.valid_from <= :day and s.valid_to > :day
              and p.valid_from <= :day and p.valid_to > :day and p.kind in (:kinds)
              and o.number >= :number and (o.number > :number or p.id > :id)
            order by o.number, p.id limit :limit
            """;

    private static final String COUNT =
            """
            select count(*) from organization.place s
            join organization.post p on p.organization = s.id
            where s.path >= :lo and s.path < :hi and s.valid_from <= :day and s.valid_to > :day
              and p.valid_from <= :day and p.valid_to > :day and p.kind in (:kinds)
            """;

    private static final String OF_MEMBER =
            """
            select * from organization.post p
            where p.member = :member and p.valid_from <= :day
              and (:whole or p.organization in (select s.id from organization.place s
                where s.path >= :lo and s.path < :hi and s.valid_from <= :day
                  and s.valid_to > :day))
            order by p.valid_from desc, p.id desc limit 200
            """;
    private static final String NAMES =
            """
            select id, name from organization.label
            where id in (:ids) and valid_from <= :day and valid_to > :day
            """;
    private static final String RENAME =
            "update organization.post set name = :name where member = :member and name <> :name";
    private static final UUID FIRST = new UUID(0, 0);
    static final String SAVE =
            """
            insert into organization.post (id, version, organization, kind, member, name,
              appointment, approved_on, approval_number, note, end_reason, valid_from, valid_to)
            values (:id, :version, :organization, :kind, :member, :name, :appointment,
              :approvedOn, :approvalNumber, :note, :endReason, :from, :to)
            """;
    private static final String CHANGE =
            """
            update organization.post set version = version + 1, kind = :kind, member = :member,
              name = :name, appointment = :appointment, approved_on = :approvedOn,
              approval_number = :approvalNumber, note = :note, end_reason = :endReason,
              valid_from = :from, valid_to = :to
            where id = :id
            """;
    private static final String REMOVE = "delete from organization.post where id = :id";

    /** Behind which row a page begins. */
    record Behind(int number, UUID id) {}

    /** A post with the number of its organization, by which lists are sorted. */
    record Row(int number, Post post) {

        List<String> key() {
            return List.of(Integer.toString(number), post.id().toString());
        }
    }

    private static final RowMapper<Post> POSTS = (row, _) -> post(row);

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All posts there ever were in an organization, as far as the scope lets them be seen. */
    List<Post> of(UUID organization) {
        return jdbc.sql(OF_ORGANIZATION).param("organization", organization).query(POSTS).list();
    }

    Optional<Post> get(Scope scope, UUID id) {
        return jdbc.sql(GET)
                .param("id", id)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(POSTS)
                .optional();
    }

    /** A page of the posts that are held in a subtree on the day of the scope. */
    List<Row> list(
            Scope scope,
            Subtree subtree,
            List<PostKind> kinds,
            @Nullable Behind behind,
            int limit) {
        return jdbc.sql(LIST)
                .param("day", scope.day())
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("kinds", kinds.isEmpty() ? List.of("") : codes(kinds))
                .param("number", behind == null ? 0 : behind.number())
                .param("id", behind == null ? FIRST : behind.id())
                .param("limit", limit)
                .query((row, _) -> new Row(row.getInt("number"), post(row)))
                .list();
    }

    long count(Scope scope, Subtree subtree, List<PostKind> kinds) {
        return jdbc.sql(COUNT)
                .param("day", scope.day())
                .param("lo", subtree.lo())
                .param("hi", subtree.hi())
                .param("kinds", kinds.isEmpty() ? List.of("") : codes(kinds))
                .query(Long.class)
                .single();
    }

    /**
     * A member's that had begun by the day of the scope, the newest first.
     *
     * @param whole whether also those outside the scope: the member is the subject of the
     *     transaction
     */
    List<Post> held(Scope scope, UUID member, boolean whole) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("whole", whole)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(POSTS)
                .list();
    }

    /** Those who hold or held a post, as far as the scope lets posts be seen. */
    Set<UUID> holders(Collection<UUID> members) {
        return new HashSet<>(
                jdbc.sql(HOLDERS)
                        .param("members", members.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** The names of known organizations on a day. */
    Map<UUID, String> names(Collection<UUID> organizations, LocalDate day) {
        var names = new HashMap<UUID, String>();
        if (!organizations.isEmpty()) {
            jdbc.sql(NAMES)
                    .param("ids", organizations)
                    .param("day", day)
                    .query(
                            row -> {
                                names.put(row.getObject("id", UUID.class), row.getString("name"));
                            });
        }
        return names;
    }

    void rename(UUID member, String name) {
        jdbc.sql(RENAME).param("member", member).param("name", name).update();
    }

    private static List<String> codes(List<PostKind> kinds) {
        return kinds.stream().map(PostKind::code).toList();
    }

    void add(Post post) {
        jdbc.sql(SAVE).params(columns(post)).update();
    }

    /** Writes it anew and counts its version. */
    void change(Post post) {
        jdbc.sql(CHANGE).params(columns(post)).update();
    }

    /** It was none: what ended on the day it began, or before. */
    void remove(Post post) {
        jdbc.sql(REMOVE).param("id", post.id()).update();
    }

    static Post post(ResultSet row) throws SQLException {
        var approvedOn = row.getObject("approved_on", LocalDate.class);
        return new Post(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                PostKind.of(row.getString("kind")),
                row.getObject("member", UUID.class),
                row.getString("name"),
                row.getString("appointment"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                approvedOn == null
                        ? null
                        : new Approval(approvedOn, row.getString("approval_number")),
                row.getString("end_reason"),
                row.getString("note"));
    }

    static Map<String, @Nullable Object> columns(Post post) {
        var approval = post.approval();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", post.id());
        columns.put("version", post.version());
        columns.put("organization", post.organization());
        columns.put("kind", post.kind().code());
        columns.put("member", post.member());
        columns.put("name", post.name());
        columns.put("appointment", post.appointment());
        columns.put("approvedOn", approval == null ? null : approval.on());
        columns.put("approvalNumber", approval == null ? null : approval.number());
        columns.put("note", post.note());
        columns.put("endReason", post.endReason());
        columns.put("from", post.from());
        columns.put("to", post.to());
        return columns;
    }
}
