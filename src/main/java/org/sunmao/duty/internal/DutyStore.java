package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.duty.Standing;
import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of duties. */
@Repository
class DutyStore {

    static final String COLUMNS =
            """
            d.id, d.name, d.rule, d.rule_since, d.organization, d.subject_kind, d.subject, d.opens,
            d.due, d.yellow_from, d.red_from, d.ended_on, d.explained_on, d.contested_on,
            d.contest_until, d.waived_on, d.waived_until, d.void_on, d.void_reason,
            d.evidence::text as evidence, d.state, d.light, d.next_on,
            exists (select from duty.act a where a.duty = d.id) as said
            """;

    private static final String OF_ORGANIZATIONS =
            "select "
                    + COLUMNS
                    + " from duty.duty d where d.organization = any(:organizations)"
                    + " order by d.id for update of d";

    private static final String ONE =
            "select " + COLUMNS + " from duty.duty d where d.id = :id for update of d";

    /** What the calendar alone has moved; what another process is at work upon is left to it. */
    private static final String CROSSING =
            "select "
                    + COLUMNS
                    + " from duty.duty d where d.next_on <= :today"
                    + " order by d.next_on limit :limit for update of d skip locked";

    private static final String ADD =
            """
            insert into duty.duty (name, rule, rule_since, organization, subject_kind, subject,
              opens, due, yellow_from, red_from, ended_on, explained_on, contested_on,
              contest_until, waived_on, waived_until, void_on, void_reason, evidence, state, light,
              next_on, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            update duty.duty set name = ?, rule = ?, rule_since = ?, organization = ?,
              subject_kind = ?, subject = ?, opens = ?, due = ?, yellow_from = ?, red_from = ?,
              ended_on = ?, explained_on = ?, contested_on = ?, contest_until = ?, waived_on = ?,
              waived_until = ?, void_on = ?, void_reason = ?, evidence = ?::jsonb, state = ?,
              light = ?, next_on = ?
            where id = ?
            """;

    /** Only what the calendar moves. */
    private static final String CROSS =
            """
            update duty.duty d set state = m.state, light = m.light, next_on = m.next_on
            from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:lights as text[]),
              cast(:days as date[])) as m (id, state, light, next_on)
            where d.id = m.id
            """;

    private static final String REMOVE = "delete from duty.duty where id = any(:ids)";

    private static final RowMapper<DutyRow> ROWS = (row, _) -> read(row);

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    DutyStore(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Nobody else moves them until the caller's transaction ends. */
    List<DutyRow> lock(Collection<UUID> organizations) {
        return jdbc.sql(OF_ORGANIZATIONS)
                .param("organizations", organizations.toArray(UUID[]::new))
                .query(ROWS)
                .list();
    }

    /** One within the scope of the caller's transaction; nobody else moves it until that ends. */
    Optional<DutyRow> lock(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(ROWS).optional();
    }

    List<DutyRow> crossing(LocalDate today, int limit) {
        return jdbc.sql(CROSSING).param("today", today).param("limit", limit).query(ROWS).list();
    }

    void add(List<DutyRow> rows) {
        batch(ADD, rows);
    }

    void change(List<DutyRow> rows) {
        batch(CHANGE, rows);
    }

    /** The same rows on another day: nothing differs but where they stand. */
    void cross(List<DutyRow> rows) {
        var standings = rows.stream().map(DutyRow::standing).toList();
        var days = rows.stream().map(DutyRow::nextOn);
        jdbc.sql(CROSS)
                .param("ids", rows.stream().map(DutyRow::id).toArray(UUID[]::new))
                .param(
                        "states",
                        standings.stream().map(s -> s.state().code()).toArray(String[]::new))
                .param(
                        "lights",
                        standings.stream().map(s -> s.light().code()).toArray(String[]::new))
                .param("days", days.map(DutyStore::written).toArray(String[]::new))
                .update();
    }

    private static String written(LocalDate day) {
        return day.equals(DutyDays.NEVER) ? "infinity" : day.toString();
    }

    void remove(List<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(REMOVE).param("ids", ids.toArray(UUID[]::new)).update();
        }
    }

    private void batch(String sql, List<DutyRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                sql,
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement to, int at) throws SQLException {
                        write(to, rows.get(at));
                    }

                    @Override
                    public int getBatchSize() {
                        return rows.size();
                    }
                });
    }

    private static void write(PreparedStatement to, DutyRow row) throws SQLException {
        var days = row.days();
        to.setString(1, row.name());
        to.setString(2, row.rule());
        to.setObject(3, row.ruleSince());
        to.setObject(4, row.organization());
        to.setString(5, row.subjectKind());
        to.setObject(6, row.subject());
        day(to, 7, days.opens());
        day(to, 8, days.due());
        day(to, 9, days.yellowFrom());
        day(to, 10, days.redFrom());
        day(to, 11, days.endedOn());
        day(to, 12, row.explainedOn());
        day(to, 13, days.contestedOn());
        day(to, 14, days.contestUntil());
        day(to, 15, days.waivedOn());
        day(to, 16, days.waivedUntil());
        day(to, 17, days.voidOn());
        to.setString(18, row.voidReason());
        to.setString(19, row.evidence());
        to.setString(20, row.standing().state().code());
        to.setString(21, row.standing().light().code());
        day(to, 22, row.nextOn());
        to.setObject(23, row.id());
    }

    /** As the database has it: what never comes is infinity. */
    private static void day(PreparedStatement to, int at, @Nullable LocalDate day)
            throws SQLException {
        if (day == null) {
            to.setNull(at, Types.DATE);
        } else {
            to.setObject(at, day.equals(DutyDays.NEVER) ? LocalDate.MAX : day);
        }
    }

    static DutyRow read(ResultSet row) throws SQLException {
        var days =
                new DutyDays(
                        RegisterReading.day(row, "opens"),
                        RegisterReading.day(row, "due"),
                        RegisterReading.day(row, "yellow_from"),
                        RegisterReading.day(row, "red_from"),
                        RegisterReading.day(row, "ended_on"),
                        orNull(row, "contested_on"),
                        orNull(row, "contest_until"),
                        orNull(row, "waived_on"),
                        orNull(row, "waived_until"),
                        RegisterReading.day(row, "void_on"));
        return new DutyRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("rule"),
                row.getObject("rule_since", LocalDate.class),
                row.getObject("organization", UUID.class),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                days,
                orNull(row, "explained_on"),
                row.getString("void_reason"),
                row.getString("evidence"),
                new Standing(State.of(row.getString("state")), Light.of(row.getString("light"))),
                RegisterReading.day(row, "next_on"),
                row.getBoolean("said"));
    }

    private static @Nullable LocalDate orNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : RegisterReading.day(row, column);
    }
}
