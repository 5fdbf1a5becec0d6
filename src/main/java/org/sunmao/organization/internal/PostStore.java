package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.organization.internal.Post.Approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posts in PostgreSQL, single ones; lists are read by {@link PostLists}. */
@Repository
class PostStore {

    private static final String OF_ORGANIZATION =
            "select * from organization.post where organization = :organization order by id";
    private static final String SAVE =
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

    static final RowMapper<Post> POSTS = (row, _) -> post(row);

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All posts there ever were in an organization, as far as the scope lets them be seen. */
    List<Post> of(UUID organization) {
        return jdbc.sql(OF_ORGANIZATION).param("organization", organization).query(POSTS).list();
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

    private static Map<String, @Nullable Object> columns(Post post) {
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
