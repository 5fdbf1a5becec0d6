package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.internal.Post.Approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Terms in PostgreSQL. */
@Repository
class TermStore {

    private static final String OF_ORGANIZATION =
            """
            select * from organization.term where organization = :organization
            order by valid_from desc
            """;
    private static final String GET =
            """
            select * from organization.term where id = :id and organization in (
              select p.id from organization.place p
              where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day)
            """;
    static final String SAVE =
            """
            insert into organization.term (id, version, organization, due, extended_to,
              approved_on, approval_number, valid_from, valid_to)
            values (:id, :version, :organization, :due, :extendedTo, :approvedOn,
              :approvalNumber, :begins, :ends)
            """;
    private static final String CHANGE =
            """
            update organization.term set version = version + 1, due = :due,
              extended_to = :extendedTo, approved_on = :approvedOn,
              approval_number = :approvalNumber, valid_from = :begins, valid_to = :ends
            where id = :id
            """;
    private static final String REMOVE = "delete from organization.term where id = :id";

    private static final RowMapper<Term> TERMS = (row, _) -> term(row);

    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, as far as the scope lets them be seen. */
    List<Term> of(UUID organization) {
        return jdbc.sql(OF_ORGANIZATION).param("organization", organization).query(TERMS).list();
    }

    Optional<Term> get(Scope scope, UUID id) {
        return jdbc.sql(GET)
                .param("id", id)
                .param("day", scope.day())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(TERMS)
                .optional();
    }

    void add(Term term) {
        jdbc.sql(SAVE).params(columns(term)).update();
    }

    /** Writes it anew and counts its version. */
    void change(Term term) {
        jdbc.sql(CHANGE).params(columns(term)).update();
    }

    /** It was none: it would have ended on the day it began, or before. */
    void remove(Term term) {
        jdbc.sql(REMOVE).param("id", term.id()).update();
    }

    private static Term term(ResultSet row) throws SQLException {
        var approvedOn = row.getObject("approved_on", LocalDate.class);
        return new Term(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("extended_to", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                approvedOn == null
                        ? null
                        : new Approval(approvedOn, row.getString("approval_number")));
    }

    static Map<String, @Nullable Object> columns(Term term) {
        var approval = term.approval();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", term.id());
        columns.put("version", term.version());
        columns.put("organization", term.organization());
        columns.put("due", term.due());
        columns.put("extendedTo", term.extendedTo());
        columns.put("approvedOn", approval == null ? null : approval.on());
        columns.put("approvalNumber", approval == null ? null : approval.number());
        columns.put("begins", term.begins());
        columns.put("ends", term.ends());
        return columns;
    }
}
